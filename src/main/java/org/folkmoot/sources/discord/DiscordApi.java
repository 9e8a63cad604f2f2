package org.folkmoot.sources.discord;

import java.util.Optional;
import org.folkmoot.connectors.discord.DiscordAnswers;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Discord's addresses. All share one lane: what its buckets are, it only tells afterwards, and one
/// that is empty holds up nobody for long.
record DiscordApi(Line line) {

    static final String AGENT = "DiscordBot (https://github.com/folkmoot/folkmoot, 1)";

    private static final int MOST_REASON = 512;

    Ask get(String path) {
        return signed(Ask.get(line.connection().address("base-url"), path));
    }

    Ask send(String method, String path) {
        return signed(Ask.of(method, line.connection().address("base-url"), path));
    }

    private Ask signed(Ask ask) {
        return ask.with("Authorization", "Bot " + line.connection().token("token"))
                .with("User-Agent", AGENT);
    }

    /// The server that was named, or the only one that the bot is on.
    ///
    /// @return empty when it is on none, or on several
    Optional<String> guild() {
        var named = line.connection().setting("guild");
        if (!named.isEmpty()) {
            return Optional.of(named);
        }
        var all = line.ask(get("/users/@me/guilds")).json();
        return all.size() == 1
                ? Optional.of(all.path(0).path("id").asString(""))
                : Optional.empty();
    }

    /// The bot's own id.
    String me() {
        return line.ask(get("/users/@me")).json().path("id").asString("");
    }

    /// An emoji as it stands in an address; of one of the server's own the id alone counts.
    static String emoji(String name, String id) {
        return Ask.part(DiscordAnswers.emoji(name.isEmpty() ? "_" : name, id));
    }

    /// The server in which something is to be done.
    String ourGuild() {
        return guild().orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "The bot is on no server, or on several: say which one is meant by its id."));
    }

    /// Has something done, or says why Discord will not.
    JsonNode done(Ask ask) {
        var reply = line.ask(ask.allowing(400, 403, 404, 405, 409));
        if (reply.status() >= 400) {
            throw refused(reply);
        }
        return reply.json();
    }

    /// The same for what may be gone already.
    ///
    /// @return false when it was
    boolean gone(Ask ask) {
        var reply = line.ask(ask.allowing(400, 403, 404));
        if (reply.status() == 400 || reply.status() == 403) {
            throw refused(reply);
        }
        return reply.status() != 404;
    }

    private static IllegalArgumentException refused(Reply reply) {
        return new IllegalArgumentException(
                "Discord did not do it: %s.".formatted(DiscordManners.said(reply)));
    }

    /// With a reason for the audit log.
    Ask because(Ask ask, String reason) {
        return reason.isBlank()
                ? ask
                : ask.with(
                        "X-Audit-Log-Reason",
                        Ask.part(reason.substring(0, Math.min(MOST_REASON, reason.length()))));
    }
}
