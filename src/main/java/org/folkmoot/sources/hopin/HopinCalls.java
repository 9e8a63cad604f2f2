package org.folkmoot.sources.hopin;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Gathering;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.HookPath;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.store.Seal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// RingCentral Events' calls (data subscriptions). Whether and how they are signed is documented
/// nowhere, so the address has a key, and the registration they name is asked for again.
record HopinCalls() implements Listening {

    @Override
    public String secret() {
        return HookPath.KEY;
    }

    @Override
    public boolean keyed() {
        return true;
    }

    /// Nothing names a call: two changes of one registration may come in the same words. So each
    /// is taken by itself, and looking twice does no harm.
    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        try {
            if (!call.json().isObject()) {
                return new Heard.Refuse("It is no JSON object.");
            }
            var words = HexFormat.of().formatHex(Seal.digest(call.text()), 0, 8);
            return new Heard.Take("%s %s".formatted(now, words));
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var body = call.json();
        var what = HopinAnswers.either(body, "event", "type").toLowerCase(Locale.ROOT);
        if (!what.matches("(registration|attendee)\\..*")) {
            return; // what else it was made to tell
        }
        var id = registration(body);
        if (!id.matches("[\\w-]{1,80}")) {
            throw new IllegalArgumentException("This call names no registration.");
        }
        var api = new HopinApi(line);
        var reply = line.ask(api.get("/v1/registrations/" + id).allowing(404));
        var answers = new HopinAnswers(finds);
        if (reply.status() == 404) {
            answers.gone(id, HopinAnswers.gathering("", "", ""));
            return;
        }
        var thing = HopinApi.one(reply.json());
        var event = event(api, thing, body, answers);
        answers.registration(thing, event.gathering(), event.starts());
        if (what.endsWith("cancelled") || what.endsWith("canceled")) {
            answers.gone(id, event.gathering());
        } else if (what.endsWith("checked_in")) {
            var row = HopinApi.about(thing);
            var at = JsonTimes.at(payload(body), "checked_in_at", "checkedInAt", "occurred_at");
            var when =
                    at == null ? JsonTimes.at(body, "occurred_at", "timestamp", "created_at") : at;
            answers.attended(
                    id,
                    answers.person(row, id),
                    event.gathering(),
                    when == null ? event.starts() : when,
                    when == null);
        }
    }

    private static JsonNode payload(JsonNode body) {
        var data = body.path("data").isObject() ? body.path("data") : body.path("payload");
        var inner = data.path("registration").isObject() ? data.path("registration") : data;
        return inner.isObject() ? HopinApi.about(inner) : body;
    }

    private static String registration(JsonNode body) {
        var data = body.path("data").isObject() ? body.path("data") : body.path("payload");
        var named = HopinAnswers.either(payload(body), "registration_id", "registrationId");
        var inner = HopinApi.id(data.path("registration"));
        var own = HopinAnswers.either(body, "registration_id", "registrationId");
        return named.isEmpty()
                ? inner.isEmpty() ? own.isEmpty() ? HopinApi.id(data) : own : inner
                : named;
    }

    private record Event(Gathering gathering, Instant starts) {}

    /// The event that the registration is for, as a pull tells of it.
    private static Event event(
            HopinApi api, JsonNode registration, JsonNode body, HopinAnswers answers) {
        var row = HopinApi.about(registration);
        var related = registration.path("relationships").path("event").path("data");
        var told = HopinAnswers.either(row, "event_id", "eventId");
        var id =
                told.isEmpty()
                        ? text(related, "id").isEmpty()
                                ? HopinAnswers.either(body, "event_id", "eventId")
                                : text(related, "id")
                        : told;
        if (id.isEmpty()) {
            throw new IllegalArgumentException("This registration names no event.");
        }
        var thing = HopinApi.one(api.line().ask(api.get("/v1/events/" + Ask.part(id))).json());
        var about = HopinApi.about(thing);
        var organization = HopinAnswers.either(about, "organization_id", "organizationId");
        var starts = HopinAnswers.starts(thing);
        answers.event(thing, organization);
        return new Event(
                HopinAnswers.gathering(id, organization, HopinAnswers.title(thing)),
                starts == null ? Instant.EPOCH : starts);
    }
}
