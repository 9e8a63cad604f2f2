package org.folkmoot.sources.discourse;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting.Done;
import org.folkmoot.sources.Ask;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// What is done to a post or a person that is there, in the name of the key's user.
record Steward(DiscourseApi api) {

    private static final int LIKE = 2;
    private static final Set<String> LIKES =
            Set.of("", "heart", "like", "+1", "thumbsup", "❤", "❤️", "👍");
    private static final long USUAL_MINUTES = Duration.ofDays(1).toMinutes();

    /// What the forum's own pages send for a suspension without an end.
    private static final String FOR_EVER = "3017-01-01T00:00:00.000Z";

    private JsonNode there(Post post) {
        return post.read(api)
                .orElseThrow(() -> new IllegalArgumentException("The forum knows no such post."));
    }

    private Done done(Post post) {
        var base = api.line().connection().address("base-url");
        return new Done(post.id(), "%s/t/%d/%d".formatted(base, post.topic(), post.number()));
    }

    Done edit(Act act) {
        var post = Post.of(act);
        var path = "/posts/%s.json".formatted(there(post).path("id").asString(""));
        api.line().ask(api.send("PUT", path, Map.of("post", Map.of("raw", act.text()))));
        return done(post);
    }

    /// A topic goes with its first post. What is gone already is fine.
    Done delete(Act act) {
        var post = Post.of(act);
        if (post.number() == 1) {
            api.line().ask(api.bare("DELETE", "/t/%d.json".formatted(post.topic())).allowing(404));
        } else {
            post.read(api)
                    .map(row -> "/posts/%s.json".formatted(row.path("id").asString("")))
                    .ifPresent(path -> api.line().ask(api.bare("DELETE", path).allowing(404)));
        }
        return done(post);
    }

    Done like(Act act) {
        if (!LIKES.contains(act.text().strip().replaceAll("^:|:$", ""))) {
            throw new IllegalArgumentException("The forum knows but one reaction: heart.");
        }
        var post = Post.of(act);
        var body = Map.of("id", there(post).path("id").asLong(0), "post_action_type_id", LIKE);
        api.line().ask(api.post("/post_actions.json", body));
        return liked(post);
    }

    /// Whether the key's user likes it already.
    Optional<Done> likes(Act act) {
        var post = Post.of(act);
        var actions =
                post.read(api)
                        .map(row -> row.path("actions_summary"))
                        .orElse(MissingNode.getInstance());
        for (var action : actions) {
            if (action.path("id").asInt(0) == LIKE && action.path("acted").asBoolean(false)) {
                return Optional.of(liked(post));
            }
        }
        return Optional.empty();
    }

    private Done liked(Post post) {
        var user = api.line().connection().setting("username");
        var me = api.line().ask(api.get("/u/%s.json".formatted(Ask.part(user))).allowing(403, 404));
        var id = me.status() == 200 ? me.json().path("user").path("id").asString("") : "";
        return new Done(id.isEmpty() ? post.id() : post.id() + "/like/u" + id, done(post).url());
    }

    Done silence(Act act) {
        person(
                act,
                "silence",
                Map.of(
                        "silenced_till", until(act.more("minutes"), now(), USUAL_MINUTES),
                        "reason", reason(act)));
        return new Done(act.target(), "");
    }

    Done suspend(Act act) {
        var minutes = act.more("minutes");
        person(
                act,
                "suspend",
                Map.of(
                        "suspend_until",
                        minutes.isEmpty() ? FOR_EVER : until(minutes, now(), USUAL_MINUTES),
                        "reason",
                        reason(act)));
        return new Done(act.target(), "");
    }

    /// Whichever of both it was.
    Done lift(Act act) {
        person(act, "unsuspend", Map.of());
        person(act, "unsilence", Map.of());
        return new Done(act.target(), "");
    }

    private void person(Act act, String verb, Map<String, String> body) {
        var id = act.target().strip().replaceFirst("^u", "");
        if (!id.matches("\\d+")) {
            throw new IllegalArgumentException("This is nobody of the forum.");
        }
        var path = "/admin/users/%s/%s.json".formatted(id, verb);
        api.line().ask(body.isEmpty() ? api.bare("PUT", path) : api.send("PUT", path, body));
    }

    private Instant now() {
        return api.line().now();
    }

    private static String until(String minutes, Instant now, long usual) {
        var length = minutes.matches("\\d{1,9}") ? Long.parseLong(minutes) : usual;
        return now.plus(Duration.ofMinutes(length)).toString();
    }

    /// The forum wants one.
    private static String reason(Act act) {
        return act.text().isBlank() ? "Moderation" : act.text().strip();
    }
}
