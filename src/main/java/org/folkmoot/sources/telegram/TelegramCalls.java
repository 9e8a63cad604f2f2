package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.connectors.Finds;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Stop;
import tools.jackson.core.JacksonException;

/// Telegram's webhook: updates one at a time, each with the secret that was agreed on.
record TelegramCalls() implements Listening {

    static final String SECRET = "webhook-secret";

    /// It holds until somebody ends it; asked for anew each day, as somebody may have.
    private static final Duration HOLDS = Duration.ofDays(1);

    @Override
    public String secret() {
        return SECRET;
    }

    @Override
    public boolean arranges() {
        return true;
    }

    /// One connection at a time, so that things are told in their order.
    @Override
    public Optional<Instant> arrange(Line line, String address) {
        var fields =
                Map.of(
                        "url",
                        address,
                        "secret_token",
                        line.connection().token(SECRET),
                        "allowed_updates",
                        Updates.KINDS,
                        "max_connections",
                        1);
        var reply = line.ask(new TelegramApi(line).send("setWebhook", fields).allowing(400));
        if (reply.status() == 400) {
            throw new Stop(
                    new Pull.SignInAgain(
                            "Telegram will not call us: " + TelegramManners.said(reply)));
        }
        return TelegramApi.result(reply).asBoolean(false)
                ? Optional.of(line.now().plus(HOLDS))
                : Optional.empty();
    }

    /// A bot has one webhook, and another program may have put its own there since.
    @Override
    public void unlisten(Line line, String address) {
        var api = new TelegramApi(line);
        var info = TelegramApi.result(line.ask(api.get("getWebhookInfo")));
        if (text(info, "url").equals(address)) {
            api.done(api.send("deleteWebhook", Map.of("drop_pending_updates", false)));
        }
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var given = call.header("X-Telegram-Bot-Api-Secret-Token");
        if (!Signature.same(connection.token(SECRET), given)) {
            return new Heard.Refuse("Its secret is not that of the webhook.");
        }
        try {
            var number = text(call.json(), "update_id");
            return number.isEmpty()
                    ? new Heard.Refuse("It has no number.")
                    : new Heard.Take(number);
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        Updates.of(line.connection(), finds).tell(call.json());
    }
}
