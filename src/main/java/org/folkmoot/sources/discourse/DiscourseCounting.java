package org.folkmoot.sources.discourse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// What the forum says about itself. Among its posts it counts those of private messages, too.
final class DiscourseCounting implements Counting {

    @Override
    public List<Total> count(Line line) {
        var api = new DiscourseApi(line);
        var source = "discourse:" + api.host();
        var stats = line.ask(api.get("/about.json")).json().path("about").path("stats");
        var all = new ArrayList<Total>();
        var topics = told(stats, "topic");
        if (topics >= 0) {
            all.add(new Total("topics", topics, source, "", Set.of(Kind.MESSAGE, Kind.QUESTION)));
        }
        var posts = told(stats, "post");
        if (posts >= 0) {
            all.add(
                    new Total(
                            "posts (there with private messages)",
                            posts,
                            source,
                            "",
                            Set.of(Kind.MESSAGE, Kind.QUESTION, Kind.REPLY)));
        }
        var users = told(stats, "user");
        if (users >= 0) {
            all.add(Total.people("people", users));
        }
        return all;
    }

    /// Forums of before 2024 name it otherwise.
    ///
    /// @return less than nothing where it is not told
    private static long told(JsonNode stats, String of) {
        return stats.path(of + "s_count").asLong(stats.path(of + "_count").asLong(-1));
    }
}
