package org.folkmoot.sources.mattermost;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Posts, answers and reactions in the name of the token's account.
record MattermostActs() implements Acting {

    @Override
    public Set<What> does() {
        return Set.of(What.POST, What.REPLY, What.EDIT, What.DELETE, What.REACT);
    }

    @Override
    public boolean twice(Act act) {
        return !act.speaks();
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new MattermostApi(line);
        return switch (act.what()) {
            case POST, REPLY -> write(api, act);
            case EDIT -> {
                var path = "/posts/%s/patch".formatted(id(act));
                yield done(
                        api, api.done(api.send("PUT", path).json(Map.of("message", act.text()))));
            }
            case DELETE -> {
                api.done(api.send("DELETE", "/posts/" + id(act)));
                yield new Done(act.target(), "");
            }
            case REACT -> {
                var me = text(api.me(), "id");
                var emoji = act.text().strip().replaceAll("^:|:$", "");
                var body = Map.of("user_id", me, "post_id", id(act), "emoji_name", emoji);
                api.done(api.send("POST", "/reactions").json(body));
                yield new Done(Posts.reaction(id(act), emoji, me), "");
            }
            default -> throw new IllegalArgumentException("Mattermost knows nothing like it.");
        };
    }

    private static String id(Act act) {
        return Ask.part(act.target().replaceFirst("/reaction/.*$", ""));
    }

    /// Whoever answers an answer answers the thread it is in.
    private static Done write(MattermostApi api, Act act) {
        var body = new LinkedHashMap<String, Object>();
        var me = text(api.me(), "id");
        if (act.what() == What.REPLY) {
            var answered = api.done(api.get("/posts/" + id(act)));
            var root = text(answered, "root_id");
            body.put("channel_id", text(answered, "channel_id"));
            body.put("root_id", root.isEmpty() ? text(answered, "id") : root);
        } else {
            body.put("channel_id", act.target());
        }
        body.put("message", said(act));
        body.put("pending_post_id", me + ":" + act.key());
        return done(api, api.done(api.send("POST", "/posts").json(body)));
    }

    private static String said(Act act) {
        return act.title().isBlank() ? act.text() : "**" + act.title() + "**\n\n" + act.text();
    }

    /// Among the latest posts of the channel.
    @Override
    public Optional<Done> find(Line line, Act act) {
        if (act.what() != What.POST && act.what() != What.REPLY) {
            return Optional.empty();
        }
        var api = new MattermostApi(line);
        var me = text(api.me(), "id");
        var channel =
                act.what() == What.REPLY
                        ? text(api.done(api.get("/posts/" + id(act))), "channel_id")
                        : act.target();
        var path = "/channels/%s/posts?per_page=200".formatted(Ask.part(channel));
        for (var post : line.ask(api.get(path)).json().path("posts")) {
            var at = Posts.time(post, "create_at");
            if (text(post, "user_id").equals(me)
                    && text(post, "message").strip().equals(said(act).strip())
                    && text(post, "root_id").isEmpty() == (act.what() == What.POST)
                    && at != null
                    && !at.isBefore(act.at().minusSeconds(60))) {
                return Optional.of(done(api, post));
            }
        }
        return Optional.empty();
    }

    private static Done done(MattermostApi api, JsonNode post) {
        var base = api.line().connection().address("base-url");
        var id = text(post, "id");
        return new Done(id, "%s/_redirect/pl/%s".formatted(base, id));
    }
}
