package org.folkmoot.sources.zoom;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.HexFormat;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import org.folkmoot.store.Seal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Zoom's calls: signed over the time and the whole body. Also its handshake is answered only when
/// it is signed: else anybody could have us sign whatever they like.
record ZoomCalls() implements Listening {

    @Override
    public String secret() {
        return "webhook-secret";
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var secret = connection.token(secret());
        var time = call.header("x-zm-request-timestamp");
        var signature =
                Signature.of(
                        "HmacSHA256", secret, Signature.bytes("v0:" + time + ":"), call.body());
        if (!signature.isHex("v0=", call.header("x-zm-signature"))) {
            return new Heard.Refuse("Its signature is not that of Zoom.");
        }
        if (!Signature.fresh(time, now)) {
            return new Heard.Refuse("It is older than five minutes.");
        }
        try {
            var body = call.json();
            if (text(body, "event").equals("endpoint.url_validation")) {
                return handshake(text(body.path("payload"), "plainToken"), secret);
            }
            // it has no name: the same words are the same call, as each has its millisecond
            return new Heard.Take(HexFormat.of().formatHex(Seal.digest(call.text()), 0, 16));
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    private static Heard handshake(String token, String secret) {
        var answer = JsonRows.JSON.createObjectNode();
        answer.put("plainToken", token);
        answer.put("encryptedToken", Signature.sha256(secret, Signature.bytes(token)).hex());
        return new Heard.Answer(200, "application/json", answer.toString());
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var body = call.json();
        var event = text(body, "event");
        var kind = event.startsWith("webinar.") ? "webinar" : "meeting";
        var object = body.path("payload").path("object");
        var meeting = Meeting.of(kind, object, "");
        var wanted = line.connection().list("meetings");
        if (!event.matches("(meeting|webinar)\\..*")
                || !meeting.scheduled()
                || !(wanted.isEmpty() || wanted.contains(meeting.id()))) {
            return; // of something else the app was made to hear of, or a meeting that is private
        }
        var answers = new ZoomAnswers(line.connection().setting("account-id"), finds);
        tell(event.substring(event.indexOf('.') + 1), meeting, body, line, answers);
    }

    private static void tell(
            String what, Meeting meeting, JsonNode body, Line line, ZoomAnswers answers) {
        var object = body.path("payload").path("object");
        var registrant = object.path("registrant");
        switch (what) {
            case "created", "updated" -> scheduled(meeting, line, answers);
            case "deleted" -> {
                // of a series perhaps only one time
                if (!text(body.path("payload"), "operation").equals("single")) {
                    answers.deleted(meeting);
                }
            }
            case "started" -> {
                if (meeting.series()) {
                    answers.held(meeting, text(object, "uuid"), JsonTimes.at(object, "start_time"));
                }
            }
            case "registration_created", "registration_approved", "registration_denied" ->
                    answers.registrant(meeting, registrant, at(body));
            case "registration_cancelled" -> answers.cancelled(meeting, registrant);
            case "participant_joined" -> {
                var one = object.path("participant");
                var event = meeting.held(answers.source(), text(object, "uuid"));
                var joined = JsonTimes.at(one, "join_time");
                answers.present(event, one, joined == null ? at(body) : joined, 0);
            }
            default -> {
                return; // what else the app was made to hear of
            }
        }
    }

    /// A call of a change names only what changed: the whole is asked for.
    private static void scheduled(Meeting meeting, Line line, ZoomAnswers answers) {
        var path = "/%ss/%s".formatted(meeting.kind(), meeting.id());
        var reply = line.ask(new ZoomApi(line).get(path, ZoomApi.LIGHT).allowing(404));
        if (reply.status() == 200) {
            var row = reply.json();
            var told = Meeting.of(meeting.kind(), row, meeting.host());
            if (told.scheduled()) { // the call need not say that it is a private one
                answers.scheduled(told, row);
            }
        }
    }

    private static Instant at(JsonNode body) {
        return Instant.ofEpochMilli(body.path("event_ts").asLong(0));
    }
}
