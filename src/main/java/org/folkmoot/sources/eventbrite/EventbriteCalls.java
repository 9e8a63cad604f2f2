package org.folkmoot.sources.eventbrite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Gathering;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.HookPath;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Eventbrite's calls: signed by nobody, and saying only where to look. So the address has a key,
/// and what is believed is what Eventbrite answers when it is asked.
record EventbriteCalls() implements Listening {

    private static final List<String> ACTIONS =
            List.of(
                    "event.published",
                    "event.updated",
                    "event.unpublished",
                    "attendee.updated",
                    "attendee.checked_in",
                    "attendee.checked_out",
                    "barcode.checked_in",
                    "barcode.un_checked_in",
                    "order.placed",
                    "order.updated",
                    "order.refunded");

    @Override
    public String secret() {
        return HookPath.KEY;
    }

    @Override
    public boolean keyed() {
        return true;
    }

    @Override
    public boolean arranges() {
        return true;
    }

    /// One for each organisation, unless there is one.
    @Override
    public Optional<Instant> arrange(Line line, String address) {
        var api = new EventbriteApi(line);
        for (var id : EventbriteActs.organizations(api)) {
            if (there(api, id, address).isEmpty()) {
                var body = Map.of("endpoint_url", address, "actions", String.join(",", ACTIONS));
                line.ask(api.post(path(id), body));
            }
        }
        return Optional.of(Instant.MAX);
    }

    @Override
    public void unlisten(Line line, String address) {
        var api = new EventbriteApi(line);
        for (var organization : EventbriteActs.organizations(api)) {
            for (var id : there(api, organization, address)) {
                line.ask(api.delete("/webhooks/%s/".formatted(Ask.part(id))).allowing(404));
            }
        }
    }

    private static String path(String organization) {
        return "/organizations/%s/webhooks/".formatted(organization);
    }

    /// The numbers of its webhooks that call this address.
    private static List<String> there(EventbriteApi api, String organization, String address) {
        var all = new ArrayList<String>();
        for (var one : api.line().ask(api.get(path(organization))).json().path("webhooks")) {
            if (JsonRows.text(one, "endpoint_url").equals(address)) {
                all.add(JsonRows.text(one, "id"));
            }
        }
        return all;
    }

    /// Its header X-Eventbrite-Delivery names the webhook and not the call: two changes of one
    /// attendee come in the same words. So each call is taken as one of its own, and looking twice
    /// at the same thing does no harm.
    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        try {
            var body = call.json();
            var action = action(call, body);
            if (action.equals("test")) {
                return Heard.Answer.ok();
            }
            var address = JsonRows.text(body, "api_url");
            return EventbriteApi.own(address, connection)
                    ? new Heard.Take("%s %s %s".formatted(now, action, address))
                    : new Heard.Refuse("It names an address that is not Eventbrite's.");
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
    }

    private static String action(Call call, JsonNode body) {
        var told = JsonRows.text(body.path("config"), "action");
        return told.isEmpty() ? call.header("X-Eventbrite-Event") : told;
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var thing = EventbriteApi.thing(JsonRows.text(call.json(), "api_url"), line.connection());
        if (thing.isEmpty()) {
            return; // a venue, ticket class or organiser
        }
        var api = new EventbriteApi(line);
        var path = thing.get();
        var event = path.replaceFirst("^(/events/\\d+/).*", "$1");
        if (path.startsWith("/orders/")) {
            order(api, path, finds);
        } else if (path.equals(event)) {
            event(api, event, finds);
        } else {
            attendee(api, path, event(api, event, finds), finds);
        }
    }

    private static Gathering event(EventbriteApi api, String path, Finds finds) {
        var reply = api.line().ask(api.get(path).query("expand", "organizer,venue").allowing(404));
        var id = path.replaceAll("\\D", "");
        if (reply.status() == 404) {
            var gone = EventbriteAnswers.gathering(id, "", "");
            finds.add(
                    new Found.Origin(
                            gone.source(), "Eventbrite", org.folkmoot.activity.Markup.HTML));
            finds.add(gone.calledOff(null));
            return gone;
        }
        var row = reply.json();
        new EventbriteAnswers(finds).event(row);
        return EventbriteAnswers.gathering(row);
    }

    private static void attendee(EventbriteApi api, String path, Gathering event, Finds finds) {
        var reply = api.line().ask(api.get(path).allowing(404));
        if (reply.status() == 404) {
            finds.add(
                    event.gone(
                            path.replaceFirst("^/events/\\d+/attendees/(\\d+)/$", "attendee/$1"),
                            null));
        } else {
            new EventbriteAnswers(finds).attendee(reply.json(), event);
        }
    }

    /// With all its tickets, so that it need not be told of each by itself.
    private static void order(EventbriteApi api, String path, Finds finds) {
        var row = api.line().ask(api.get(path).query("expand", "attendees")).json();
        var id = JsonRows.text(row, "event_id");
        if (!id.matches("\\d{1,20}")) {
            throw new IllegalArgumentException("This order names no event.");
        }
        var event = event(api, "/events/%s/".formatted(id), finds);
        var answers = new EventbriteAnswers(finds);
        row.path("attendees").forEach(attendee -> answers.attendee(attendee, event));
        answers.order(row, event);
    }
}
