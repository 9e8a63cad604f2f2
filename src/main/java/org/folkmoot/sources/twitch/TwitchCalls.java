package org.folkmoot.sources.twitch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.folkmoot.connectors.Finds;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import tools.jackson.core.JacksonException;

/// Twitch's EventSub: signed over the message's id, its time and the whole body.
record TwitchCalls() implements Listening {

    static final String SECRET = "webhook-secret";

    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Override
    public String secret() {
        return SECRET;
    }

    @Override
    public boolean arranges() {
        return true;
    }

    @Override
    public Optional<Instant> arrange(Line line, String address) {
        return new Subscribing(line, address).all();
    }

    @Override
    public void unlisten(Line line, String address) {
        new Subscribing(line, address).none();
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var id = call.header("Twitch-Eventsub-Message-Id");
        var time = call.header("Twitch-Eventsub-Message-Timestamp");
        var signature =
                Signature.of(
                        "HmacSHA256",
                        connection.token(SECRET),
                        Signature.bytes(id + time),
                        call.body());
        if (!signature.isHex("sha256=", call.header("Twitch-Eventsub-Message-Signature"))) {
            return new Heard.Refuse("Its signature is not that of Twitch.");
        }
        if (!fresh(time, now)) {
            return new Heard.Refuse("It is older than ten minutes.");
        }
        try {
            return switch (call.header("Twitch-Eventsub-Message-Type")) {
                case "webhook_callback_verification" ->
                        new Heard.Answer(
                                200, "text/plain", call.json().path("challenge").asString(""));
                case "notification", "revocation" ->
                        id.isEmpty() ? new Heard.Refuse("It has no number.") : new Heard.Take(id);
                default -> Heard.Answer.ok();
            };
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    private static boolean fresh(String time, Instant now) {
        try {
            var at = OffsetDateTime.parse(time).toInstant();
            return Duration.between(at, now).abs().compareTo(WINDOW) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var body = call.json();
        var subscription = body.path("subscription");
        var type = subscription.path("type").asString("");
        var answers = new TwitchAnswers(finds);
        if (call.header("Twitch-Eventsub-Message-Type").equals("revocation")) {
            answers.refuse(
                    body,
                    "EventSub",
                    "Twitch ended its calls of %s (%s). Have it call us anew."
                            .formatted(type, subscription.path("status").asString("")));
            return;
        }
        var at = TwitchEvents.time(call.header("Twitch-Eventsub-Message-Timestamp"));
        var id = call.header("Twitch-Eventsub-Message-Id");
        new TwitchEvents(answers, id, at).tell(type, body.path("event"));
    }
}
