package org.folkmoot.sources.mastodon;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import org.folkmoot.store.Seal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// An instance's calls to its admins: signed over the whole body. They have no names, so one that
/// comes again is known by what it says; the time of its event is in it, and signed.
record MastodonCalls() implements Listening {

    @Override
    public String secret() {
        return "webhook-secret";
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        var signature = Signature.sha256(connection.token(secret()), call.body());
        if (!signature.isHex("sha256=", call.header("X-Hub-Signature"))) {
            return new Heard.Refuse("Its signature is not that of the instance.");
        }
        try {
            return call.json().path("event").asString("").isEmpty()
                    ? new Heard.Refuse("It names no event.")
                    : new Heard.Take(HexFormat.of().formatHex(Seal.digest(call.text())));
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var body = call.json();
        var object = body.path("object");
        var names = Names.of(line);
        var tags = new Streams(line.connection()).tags();
        var statuses = new Statuses(names, tags, "", parents(object, line), finds);
        switch (body.path("event").asString("")) {
            case "status.created", "status.updated" -> statuses.add(object, "call");
            case "report.created", "report.updated" -> new Notices(statuses).report(object, object);
            case "account.created" ->
                    new Notices(statuses).joined(account(object, names, finds), time(object, body));
            case "account.approved", "account.updated" -> account(object, names, finds);
            default -> {
                return; // what else the webhook was made to tell
            }
        }
    }

    private static @Nullable String account(JsonNode object, Names names, Finds finds) {
        return new Accounts(names, finds).met(object.path("account"));
    }

    private static @Nullable Instant time(JsonNode object, JsonNode body) {
        var made = JsonTimes.of(text(object, "created_at"));
        return made == null ? JsonTimes.of(text(body, "created_at")) : made;
    }

    /// What a post answers it tells by a number: what that is known by is asked for.
    private static Map<String, String> parents(JsonNode status, Line line) {
        var known = new HashMap<String, String>();
        var parent = text(status, "in_reply_to_id");
        if (!parent.isEmpty() && Statuses.open(status)) {
            var path = "/api/v1/statuses/" + Ask.part(parent);
            var reply = line.ask(new MastodonApi(line).get(path).allowing(403, 404, 410));
            known.put(parent, reply.status() == 200 ? Statuses.uri(reply.json()) : "");
        }
        return known;
    }
}
