package org.folkmoot.sources.discord;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.discord.DiscordAnswers;
import org.folkmoot.connectors.discord.DiscordRoom;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import org.folkmoot.store.Seal;
import tools.jackson.core.JacksonException;

/// Discord's webhook events: signed over the time and the whole body. They have no names, so one
/// that comes again is known by what it says.
record DiscordCalls() implements Listening {

    private static final int PING = 0;

    @Override
    public String secret() {
        return "public-key";
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var time = call.header("X-Signature-Timestamp");
        var key = new PublicKey(connection.token(secret()));
        if (!key.signed(call.header("X-Signature-Ed25519"), Signature.bytes(time), call.body())) {
            return new Heard.Refuse("Its signature is not that of Discord.");
        }
        if (!Signature.fresh(time, now)) {
            return new Heard.Refuse("It is older than five minutes.");
        }
        try {
            return call.json().path("type").asInt(PING) == PING
                    ? new Heard.Answer(204, "application/json", "")
                    : new Heard.Take(HexFormat.of().formatHex(Seal.digest(call.text())));
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    /// Direct messages are private, and purchases are no activity: they are left alone.
    @Override
    public void tell(Call call, Line line, Finds finds) {
        var body = call.json();
        if (body.has("t")) {
            new Happenings(line, body, finds).tell();
            return;
        }
        var event = body.path("event");
        var data = event.path("data");
        var guild = data.path("guild").path("id").asString(line.connection().setting("guild"));
        var answers = new DiscordAnswers(guild, Map.of(), finds);
        switch (event.path("type").asString("")) {
            case "LOBBY_MESSAGE_CREATE", "LOBBY_MESSAGE_UPDATE" ->
                    answers.message(
                            new DiscordRoom(data.path("channel_id").asString(""), "", ""),
                            data,
                            true,
                            "event");
            case "LOBBY_MESSAGE_DELETE" -> answers.gone(data.path("id").asString(""));
            case "APPLICATION_AUTHORIZED", "APPLICATION_DEAUTHORIZED" ->
                    answers.user(data.path("user"));
            default -> {
                return; // what else the app was made to hear of
            }
        }
    }
}
