package org.folkmoot.sources.commonroom;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.commonroom.CommonRoomAnswers;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Common Room's calls, which its workflows send: they bear the secret itself, and are not signed.
/// What they tell of is asked for, as they hardly say which contact they mean.
record CommonRoomCalls() implements Listening {

    /// Of the link to a contact or an activity, its number.
    private static final Pattern CONTACT =
            Pattern.compile("(?:^c_|/(?:members?|contacts?)/(?:c_)?)(\\d{1,18})(?:[/?#].*)?$");

    @Override
    public String secret() {
        return "webhook-secret";
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        if (!Signature.same(
                connection.token(secret()), call.header("x-commonroom-webhook-secret"))) {
            return new Heard.Refuse("It does not bear the secret.");
        }
        try {
            var body = call.json();
            return body.path("payload").isObject() || body.has("id")
                    ? new Heard.Take(Signature.sha256("delivery", call.body()).hex())
                    : Heard.Answer.ok();
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var api = new CommonRoomApi(line);
        var answers = new CommonRoomAnswers(CommonRoomApi.source(line.connection()), finds);
        var body = call.json();
        var told = body.path("payload").isObject() ? body.path("payload") : body;
        if (text(told, "id").startsWith("a_")) {
            var row = again(api, "/activities/", text(told, "id"), CommonRoomPulls.ACTIVITY);
            answers.read(row.isObject() ? row : told, "webhook");
        } else if (told.has("primaryEmail") || told.has("fullName") || told.has("allEmails")) {
            contact(api, told, answers);
        } else if (told.has("activityTime") || told.has("activityType")) {
            answers.read(told, "webhook");
        } // an organisation is known through its contacts
    }

    private static void contact(CommonRoomApi api, JsonNode told, CommonRoomAnswers answers) {
        var link = text(told, text(told, "id").isEmpty() ? "commonRoomContactLink" : "id");
        var number = CONTACT.matcher(link);
        var id = number.find() ? "c_" + number.group(1) : "";
        var row =
                id.isEmpty()
                        ? MissingNode.getInstance()
                        : again(api, "/contacts/", id, CommonRoomPulls.CONTACT);
        answers.contact(row.isObject() ? row : flat(told), Map.of(), "webhook");
    }

    /// Missing when it is not there.
    private static JsonNode again(CommonRoomApi api, String path, String id, String cols) {
        return api.line()
                .ask(api.get(path + Ask.part(id)).query("cols", cols).allowing(400, 403, 404))
                .json()
                .path("data");
    }

    /// Calls name the company in an object of its own.
    private static JsonNode flat(JsonNode told) {
        if (told instanceof ObjectNode whole && whole.path("organization").isObject()) {
            whole.set("companyName", whole.path("organization").path("name"));
        }
        return told;
    }
}
