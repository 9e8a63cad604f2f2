package org.folkmoot.sources.discord;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.connectors.discord.DiscordAnswers;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting.Done;
import org.folkmoot.store.Seal;
import tools.jackson.databind.JsonNode;

/// Messages, replies, and posts in forums, which are threads with a title.
record Posts(DiscordApi api) {

    /// Whom a message may call: those whom it names, never everyone.
    static final Map<String, Object> QUIET =
            Map.of("parse", List.of("users"), "replied_user", true);

    private static final int LONGEST = 2_000;
    private static final int LONGEST_NONCE = 25;
    private static final int LONGEST_TITLE = 100;

    static String said(Act act) {
        if (act.text().length() > LONGEST) {
            throw new IllegalArgumentException(
                    "Discord takes 2,000 characters at most, and this has %,d."
                            .formatted(act.text().length()));
        }
        return act.text();
    }

    Done write(Act act) {
        if (act.what() == Act.What.POST && !act.title().isBlank() && forum(channel(act))) {
            return thread(act);
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("content", content(act));
        body.put("nonce", nonce(act));
        body.put("enforce_nonce", true);
        body.put("allowed_mentions", QUIET);
        var channel = channel(act);
        if (act.what() == Act.What.REPLY) {
            var spot = Spot.of(api, act);
            channel = spot.channel();
            body.put("message_reference", Map.of("message_id", spot.message()));
        }
        var path = "/channels/%s/messages".formatted(channel);
        return done(api.done(api.send("POST", path).json(body)), channel);
    }

    private Done thread(Act act) {
        var title = act.title().substring(0, Math.min(LONGEST_TITLE, act.title().length()));
        var message = Map.of("content", said(act), "allowed_mentions", QUIET);
        var path = "/channels/%s/threads".formatted(channel(act));
        var made = api.done(api.send("POST", path).json(Map.of("name", title, "message", message)));
        return thread(made);
    }

    private Done thread(JsonNode thread) {
        var id = thread.path("id").asString("");
        return new Done(id, url(id, id));
    }

    private boolean forum(String channel) {
        var reply = api.line().ask(api.get("/channels/" + channel).allowing(403, 404));
        return reply.status() == 200 && Channels.Type.of(reply.json()) == Channels.Type.FORUM;
    }

    private static String content(Act act) {
        var said = said(act);
        var titled = act.title().isBlank() ? said : "**" + act.title() + "**\n" + said;
        return titled.length() > LONGEST ? said : titled;
    }

    static String nonce(Act act) {
        return act.key().length() <= LONGEST_NONCE
                ? act.key()
                : HexFormat.of().formatHex(Seal.digest(act.key()), 0, 12);
    }

    private static String channel(Act act) {
        if (act.what() == Act.What.POST && !act.target().matches("\\d+")) {
            throw new IllegalArgumentException("This is no channel of Discord.");
        }
        return act.target();
    }

    /// Among the latest of the channel, or the threads that are active.
    Optional<Done> find(Act act) {
        if (act.what() == Act.What.POST && !act.title().isBlank() && forum(channel(act))) {
            return findThread(act);
        }
        var channel = act.what() == Act.What.REPLY ? Spot.of(api, act).channel() : channel(act);
        var me = api.me();
        var path = "/channels/%s/messages?limit=100".formatted(channel);
        for (var message : api.line().ask(api.get(path)).json()) {
            var ours = message.path("author").path("id").asString("").equals(me);
            var same = message.path("content").asString("").strip().equals(content(act).strip());
            if (ours && (same || message.path("nonce").asString("").equals(nonce(act)))) {
                if (since(act, message.path("id").asString(""))) {
                    return Optional.of(done(message, channel));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Done> findThread(Act act) {
        var me = api.me();
        var path = "/guilds/%s/threads/active".formatted(api.ourGuild());
        for (var thread : api.line().ask(api.get(path)).json().path("threads")) {
            if (thread.path("owner_id").asString("").equals(me)
                    && thread.path("parent_id").asString("").equals(act.target())
                    && act.title().startsWith(thread.path("name").asString("?"))
                    && since(act, thread.path("id").asString(""))) {
                return Optional.of(thread(thread));
            }
        }
        return Optional.empty();
    }

    private static boolean since(Act act, String id) {
        var made = DiscordAnswers.made(id);
        return made == null || made.isAfter(before(act));
    }

    private static Instant before(Act act) {
        return act.at().minusSeconds(60);
    }

    private Done done(JsonNode message, String channel) {
        var id = message.path("id").asString("");
        return new Done(id, url(channel, id));
    }

    private String url(String channel, String message) {
        var guild = api.line().connection().setting("guild");
        return guild.isEmpty()
                ? ""
                : "https://discord.com/channels/%s/%s/%s".formatted(guild, channel, message);
    }
}
