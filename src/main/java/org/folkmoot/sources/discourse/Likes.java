package org.folkmoot.sources.discourse;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.folkmoot.connectors.discourse.DiscourseAnswers;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.discourse.At.Stage;
import tools.jackson.databind.JsonNode;

/// Who liked what, once a day: the public directory tells who gave likes of late, and each of them
/// shows what they liked, the newest first.
record Likes(DiscourseApi api, DiscourseAnswers answers) {

    private static final Duration AGAIN = Duration.ofDays(1);
    /// The directory is counted anew but now and then.
    private static final Duration OVERLAP = Duration.ofDays(2);
    private static final int AT_ONCE = 30;
    private static final int LIKE = 1;

    static boolean due(At at, Instant now) {
        var liked = at.liked();
        return liked == null || !liked.plus(AGAIN).isAfter(now);
    }

    /// A page of the directory, those first who gave the most.
    ///
    /// @return in stage LIKES, or in TOPIC when there are none
    At likers(At at) {
        var path =
                "/directory_items.json?period=%s&order=likes_given&page=%d"
                        .formatted(at.liked() == null ? "all" : "weekly", at.page());
        var reply = api.line().ask(api.get(path).allowing(403, 404));
        var all = new ArrayList<>(at.likers());
        var fresh = false;
        if (reply.status() == 200) {
            for (var item : reply.json().path("directory_items")) {
                var name = item.path("user").path("username").asString("");
                if (item.path("likes_given").asLong(0) > 0 && !name.isEmpty()) {
                    fresh |= !all.contains(name);
                    all.add(name);
                }
            }
        }
        var next = at.likers(all.stream().distinct().toList());
        return fresh ? next.stage(Stage.LIKERS, at.page() + 1) : next.stage(Stage.LIKES, 0);
    }

    /// A page of what the first of them liked.
    At likes(At at) {
        var who = at.likers().getFirst();
        var path =
                "/user_actions.json?offset=%d&username=%s&filter=%d"
                        .formatted(at.page() * AT_ONCE, Ask.part(who), LIKE);
        var reply = api.line().ask(api.get(path).allowing(403, 404));
        var more = false;
        if (reply.status() == 200) {
            answers.read(reply.json(), path);
            var last =
                    reply.json().path("user_actions").valueStream().reduce((one, other) -> other);
            more = last.filter(row -> isNew(row, at)).isPresent();
        }
        return more
                ? at.stage(Stage.LIKES, at.page() + 1)
                : at.likers(at.likers().subList(1, at.likers().size())).stage(Stage.LIKES, 0);
    }

    private static boolean isNew(JsonNode row, At at) {
        var liked = at.liked();
        return liked == null
                || time(row.path("created_at").asString(""))
                        .filter(liked.minus(OVERLAP)::isBefore)
                        .isPresent();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
