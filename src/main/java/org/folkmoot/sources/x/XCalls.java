package org.folkmoot.sources.x;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.connectors.Finds;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// X's calls: signed over the whole body with the app's secret. Every hour it asks whether we know
/// that secret. A call has no number and no time of its own, so it is known by its signature.
record XCalls() implements Listening {

    @Override
    public String secret() {
        return "consumer-secret";
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var secret = connection.token(secret());
        var challenge = call.query("crc_token");
        if (call.method().equals("GET") && !challenge.isEmpty()) {
            var answer = Signature.sha256(secret, Signature.bytes(challenge));
            return new Heard.Answer(
                    200,
                    "application/json",
                    JsonMapper.shared()
                            .writeValueAsString(
                                    Map.of("response_token", "sha256=" + answer.base64())));
        }
        var signature = Signature.sha256(secret, call.body());
        if (!signature.isBase64("sha256=", call.header("x-twitter-webhooks-signature"))) {
            return new Heard.Refuse("Its signature is not that of X.");
        }
        try {
            var event = call.json().path("data").path("event_uuid").asString("");
            return new Heard.Take(event.isEmpty() ? signature.hex() : event);
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    @Override
    public boolean arranges() {
        return true;
    }

    @Override
    public boolean chooses() {
        return false;
    }

    @Override
    public Optional<Instant> arrange(Line line, String address) {
        return new XSubscription(new XApi(line)).to(address);
    }

    @Override
    public void unlisten(Line line, String address) {
        new XSubscription(new XApi(line)).end(address);
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var events = new XEvents(new XPosts(finds));
        var body = call.json();
        events.read(body, line.now());
        events.activity(body.path("data"));
    }
}
