package org.folkmoot.sources.x;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// What the token's user does there. X has no key that would keep a second post away, so whoever is
/// unsure looks first.
record XActs() implements Acting {

    @Override
    public Set<Act.What> does() {
        return Set.of(
                Act.What.POST,
                Act.What.REPLY,
                Act.What.REACT,
                Act.What.HIDE,
                Act.What.UNHIDE,
                Act.What.DELETE);
    }

    @Override
    public boolean twice(Act act) {
        return !act.speaks();
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new XApi(line);
        return switch (act.what()) {
            case POST, REPLY -> say(api, act);
            case REACT -> like(api, act);
            case HIDE, UNHIDE -> {
                var hidden = Map.of("hidden", act.what() == Act.What.HIDE);
                var path = "/2/tweets/%s/hidden".formatted(post(act));
                taken(line, api.send("PUT", path, "tweets/hidden").json(hidden));
                yield done(act.target());
            }
            case DELETE -> {
                taken(line, api.send("DELETE", "/2/tweets/" + post(act), "tweets/delete"));
                yield done(act.target());
            }
            default -> throw new IllegalArgumentException("X cannot do this.");
        };
    }

    private static Done say(XApi api, Act act) {
        var body = new LinkedHashMap<String, Object>();
        body.put("text", act.text());
        if (act.what() == Act.What.REPLY) {
            body.put("reply", Map.of("in_reply_to_tweet_id", post(act)));
        }
        var said = taken(api.line(), api.send("POST", "/2/tweets", "tweets/create").json(body));
        return done(said.path("data").path("id").asString(""));
    }

    private static Done like(XApi api, Act act) {
        var me = me(api);
        var ask =
                api.send("POST", "/2/users/%s/likes".formatted(me), "likes")
                        .json(Map.of("tweet_id", post(act)));
        taken(api.line(), ask);
        return new Done(
                "%s/like/%s".formatted(act.target(), me),
                XPosts.SITE + "/i/status/" + act.target());
    }

    private static String me(XApi api) {
        var id = api.account().path("data").path("id").asString("");
        if (!XIds.is(id)) {
            throw new IllegalArgumentException("X does not know this account.");
        }
        return id;
    }

    private static String post(Act act) {
        if (!XIds.is(act.target())) {
            throw new IllegalArgumentException("This is no post of X.");
        }
        return act.target();
    }

    private static Done done(String id) {
        return new Done(id, XPosts.SITE + "/i/status/" + id);
    }

    /// X refuses in words, some even with a 200.
    private static JsonNode taken(Line line, Ask ask) {
        var reply = line.ask(ask.allowing(400, 403, 404, 409, 422));
        var body = XManners.body(reply);
        var error = body.path("errors").path(0);
        if (reply.status() < 300 && !body.path("data").isMissingNode()) {
            return body;
        }
        if (reply.status() < 300 && error.isMissingNode()) {
            return reply.json(); // an answer that broke off is told as such
        }
        throw new IllegalArgumentException(
                "X did not take it: %s"
                        .formatted(
                                body.path("detail")
                                        .asString(
                                                error.path("detail")
                                                        .asString(
                                                                error.path("message")
                                                                        .asString(
                                                                                "no reason (%d)"
                                                                                        .formatted(
                                                                                                reply
                                                                                                        .status()))))));
    }

    /// Among the account's latest posts since it was first tried.
    @Override
    public Optional<Done> find(Line line, Act act) {
        if (act.what() != Act.What.POST && act.what() != Act.What.REPLY) {
            return Optional.empty();
        }
        var api = new XApi(line);
        var path = "/2/users/%s/tweets".formatted(me(api));
        var page = line.ask(api.posts(path, "users/tweets").query("max_results", "20")).json();
        for (var post : page.path("data")) {
            var at = XPosts.time(post.path("created_at").asString(""));
            if (at != null
                    && !at.isBefore(act.at().minusSeconds(60))
                    && XText.without(XText.of(post)).equals(XText.without(act.text()))
                    && (act.what() != Act.What.REPLY
                            || act.target().equals(XText.referenced(post, "replied_to")))) {
                return Optional.of(done(post.path("id").asString("")));
            }
        }
        return Optional.empty();
    }
}
