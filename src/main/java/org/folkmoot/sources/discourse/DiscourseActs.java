package org.folkmoot.sources.discourse;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Topics and replies in the name of the key's user. A forum has no key that would keep a second
/// post of the same away (it refuses one only when both are alike and near), so whoever is unsure
/// looks first.
record DiscourseActs() implements Acting {

    private static final Pattern POST = Pattern.compile("t(\\d+)/(\\d+)(?:/.*)?");

    @Override
    public Done act(Line line, Act act) {
        var api = new DiscourseApi(line);
        var body = new LinkedHashMap<String, Object>();
        body.put("raw", act.text());
        if (act.what() == Act.What.REPLY) {
            var post = POST.matcher(act.target());
            if (!post.matches()) {
                throw new IllegalArgumentException("This is no post of the forum.");
            }
            body.put("topic_id", Long.parseLong(post.group(1)));
            if (!post.group(2).equals("1")) {
                body.put("reply_to_post_number", Long.parseLong(post.group(2)));
            }
        } else {
            body.put("title", act.title());
            if (act.target().matches("c\\d+")) {
                body.put("category", Long.parseLong(act.target().substring(1)));
            }
        }
        return done(api, line.ask(api.post("/posts.json", body)).json());
    }

    /// Among the latest posts by the key's user since it was first tried.
    @Override
    public Optional<Done> find(Line line, Act act) {
        var api = new DiscourseApi(line);
        var user = line.connection().setting("username");
        for (var post : line.ask(api.get("/posts.json")).json().path("latest_posts")) {
            if (post.path("username").asString("").equalsIgnoreCase(user)
                    && post.path("raw").asString("").strip().equals(act.text().strip())
                    && !post.path("created_at").asString("").isEmpty()
                    && !java.time.Instant.parse(post.path("created_at").asString(""))
                            .isBefore(act.at().minusSeconds(60))) {
                return Optional.of(done(api, post));
            }
        }
        return Optional.empty();
    }

    private static Done done(DiscourseApi api, JsonNode post) {
        var topic = post.path("topic_id").asString("");
        var number = post.path("post_number").asString("");
        return new Done(
                "t%s/%s".formatted(topic, number),
                "%s/t/%s/%s".formatted(api.line().connection().address("base-url"), topic, number));
    }
}
