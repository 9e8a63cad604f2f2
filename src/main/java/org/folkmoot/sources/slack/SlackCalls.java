package org.folkmoot.sources.slack;

import java.time.Instant;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.slack.SlackAnswers;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Slack's Events API: signed over the time and the whole body, named by the event's id.
record SlackCalls() implements Listening {

    @Override
    public String secret() {
        return "signing-secret";
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var time = call.header("X-Slack-Request-Timestamp");
        var signature =
                Signature.of(
                        "HmacSHA256",
                        connection.token(secret()),
                        Signature.bytes("v0:" + time + ":"),
                        call.body());
        if (!signature.isHex("v0=", call.header("X-Slack-Signature"))) {
            return new Heard.Refuse("Its signature is not that of Slack.");
        }
        if (!Signature.fresh(time, now)) {
            return new Heard.Refuse("It is older than five minutes.");
        }
        try {
            var body = call.json();
            return switch (body.path("type").asString("")) {
                case "url_verification" ->
                        new Heard.Answer(200, "text/plain", body.path("challenge").asString(""));
                case "event_callback" -> new Heard.Take(body.path("event_id").asString("?"));
                default -> Heard.Answer.ok();
            };
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    /// Direct messages are private: they are left alone.
    @Override
    public void tell(Call call, Line line, Finds finds) {
        var body = call.json();
        var event = body.path("event");
        var domain = line.connection().setting("domain");
        var answers = new SlackAnswers(body.path("team_id").asString(""), domain, finds);
        switch (event.path("type").asString("")) {
            case "message" -> {
                if (!event.path("channel_type").asString("").endsWith("im")) {
                    answers.message(event.path("channel").asString(""), event, "event");
                }
            }
            case "reaction_added", "reaction_removed" -> reaction(event, answers);
            case "team_join" -> answers.joined(event.path("user"), event);
            case "user_change" -> answers.user(event.path("user"), "event");
            case "channel_created", "channel_rename", "group_rename" ->
                    answers.channel(event.path("channel"));
            default -> {
                return; // what else the app was made to hear of
            }
        }
    }

    private static void reaction(JsonNode event, SlackAnswers answers) {
        var item = event.path("item");
        var channel = item.path("channel").asString("");
        var ts = item.path("ts").asString("");
        var emoji = event.path("reaction").asString("");
        var user = event.path("user").asString("");
        if (!item.path("type").asString("").equals("message") || channel.startsWith("D")) {
            return;
        }
        if (event.path("type").asString("").equals("reaction_added")) {
            answers.reacted(channel, ts, emoji, user, event);
        } else {
            answers.unreacted(channel, ts, emoji, user);
        }
    }
}
