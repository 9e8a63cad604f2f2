package org.folkmoot.sources.discourse;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Topics and replies in the name of the key's user, and what is done to posts and people. A forum
/// has no key that would keep a second post of the same away (it refuses one only when both are
/// alike and near), so whoever is unsure looks first, for a like and a decision too; all else may
/// be done twice.
record DiscourseActs() implements Acting {

    private static final Set<What> LOOKED_FOR =
            Set.of(What.POST, What.REPLY, What.REACT, What.APPROVE);

    @Override
    public Set<What> does() {
        return Set.of(
                What.POST,
                What.REPLY,
                What.REACT,
                What.EDIT,
                What.DELETE,
                What.APPROVE,
                What.TIMEOUT,
                What.BAN,
                What.LIFT);
    }

    @Override
    public boolean twice(Act act) {
        return !LOOKED_FOR.contains(act.what());
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new DiscourseApi(line);
        var steward = new Steward(api);
        return switch (act.what()) {
            case POST, REPLY -> say(api, act);
            case REACT -> steward.like(act);
            case EDIT -> steward.edit(act);
            case DELETE -> steward.delete(act);
            case APPROVE -> new Review(api).decide(act);
            case TIMEOUT -> steward.silence(act);
            case BAN -> steward.suspend(act);
            case LIFT -> steward.lift(act);
            default -> throw new IllegalArgumentException("The forum knows no such thing.");
        };
    }

    private static Done say(DiscourseApi api, Act act) {
        var body = new LinkedHashMap<String, Object>();
        body.put("raw", act.text());
        if (act.what() == What.REPLY) {
            var post = Post.of(act);
            body.put("topic_id", post.topic());
            if (post.number() != 1) {
                body.put("reply_to_post_number", post.number());
            }
        } else {
            body.put("title", act.title());
            if (act.target().matches("c\\d+")) {
                body.put("category", Long.parseLong(act.target().substring(1)));
            }
        }
        return done(api, api.line().ask(api.post("/posts.json", body)).json());
    }

    @Override
    public Optional<Done> find(Line line, Act act) {
        var api = new DiscourseApi(line);
        return switch (act.what()) {
            case POST, REPLY -> said(api, act);
            case REACT -> new Steward(api).likes(act);
            // what does not wait any more was decided
            case APPROVE ->
                    new Review(api).waiting(act).isPresent()
                            ? Optional.empty()
                            : Optional.of(new Done(act.target(), ""));
            default -> Optional.empty();
        };
    }

    /// Among the latest posts by the key's user since it was first tried.
    private static Optional<Done> said(DiscourseApi api, Act act) {
        var user = api.line().connection().setting("username");
        for (var post : api.line().ask(api.get("/posts.json")).json().path("latest_posts")) {
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
