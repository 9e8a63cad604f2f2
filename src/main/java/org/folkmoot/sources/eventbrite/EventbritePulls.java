package org.folkmoot.sources.eventbrite;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Gathering;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.eventbrite.At.Chosen;
import org.folkmoot.sources.eventbrite.At.Stage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads organisations a page at a time. Eventbrite does not say of which events attendees changed:
/// those are looked at that are still to come, ended in the last days, or changed themselves.
final class EventbritePulls {

    /// What an address can be made with.
    private static final String ID = "\\d{1,20}";

    private static final Duration AGAIN = Duration.ofMinutes(10);

    /// How long after its end people are still checked in, refunded and moved.
    private static final Duration AFTER = Duration.ofDays(7);

    private final Line line;
    private final EventbriteApi api;
    private final Found.Basket basket = new Found.Basket();
    private final EventbriteAnswers answers = new EventbriteAnswers(basket);

    EventbritePulls(Line line) {
        this.line = line;
        this.api = new EventbriteApi(line);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first).began(line.now());
        return switch (at.stage()) {
            case ORGANIZATIONS -> organizations(at);
            case EVENTS -> at.organizations().isEmpty() ? on(at) : events(at);
            case ATTENDEES -> at.events().isEmpty() ? on(at) : attendees(at);
            case ORDERS -> orders(at);
        };
    }

    private Ask page(String path, At at, String expand, String since) {
        var ask = api.get(path).query("expand", expand).query("changed_since", since);
        return EventbriteApi.from(ask, at.next());
    }

    /// What belongs to an event; nothing once that is gone, or when the token's member may not
    /// see it.
    private JsonNode of(Chosen event, String what, At at, String expand) {
        var path = "/events/%s/%s/".formatted(event.id(), what);
        var reply = line.ask(page(path, at, expand, since(event, at)).allowing(403, 404));
        hidden(reply, path, event.title());
        return reply.status() == 200 ? reply.json() : MissingNode.getInstance();
    }

    /// One organisation or event that is kept from us keeps no other from us.
    private void hidden(Reply reply, String path, String of) {
        if (reply.status() == 403) {
            basket.add(
                    new Found.Refused(
                            path, 1, "Eventbrite does not show these to the token's member.", of));
        }
    }

    private Pull organizations(At at) {
        var page = line.ask(page("/users/me/organizations/", at, "", "")).json();
        var wanted = line.connection().list("organizations");
        var found = new ArrayList<String>();
        for (var row : page.path("organizations")) {
            var id = JsonRows.text(row, "id");
            if (id.matches(ID)
                    && (wanted.isEmpty()
                            || wanted.contains(id)
                            || wanted.contains(JsonRows.text(row, "name")))) {
                answers.organization(row);
                found.add(id);
            }
        }
        var next = EventbriteApi.next(page, at.next());
        var went = at.organizations(found);
        return on(next.isEmpty() ? went.stage(Stage.EVENTS) : went.next(next));
    }

    private Pull events(At at) {
        var path = "/organizations/%s/events/".formatted(at.organizations().getFirst());
        var reply = line.ask(page(path, at, "organizer,venue", "").allowing(403, 404));
        if (reply.status() != 200) {
            hidden(reply, path, at.organizations().getFirst());
            return eventsDone(at);
        }
        var page = reply.json();
        var chosen = new ArrayList<Chosen>();
        for (var row : page.path("events")) {
            if (isWanted(row)) {
                answers.event(row);
                if (stirs(row, at)) {
                    chosen.add(chosen(row, at));
                }
            }
        }
        var next = EventbriteApi.next(page, at.next());
        var went = at.events(chosen);
        if (!next.isEmpty()) {
            return on(went.next(next));
        }
        return eventsDone(went);
    }

    private Pull eventsDone(At at) {
        var left = at.organizationDone();
        return on(left.organizations().isEmpty() ? left.stage(Stage.ATTENDEES) : left);
    }

    private Chosen chosen(JsonNode event, At at) {
        var created = JsonTimes.at(event, "created");
        return new Chosen(
                JsonRows.text(event, "id"),
                JsonRows.text(event, "organization_id"),
                EventbriteAnswers.title(event),
                at.mark() == null || created == null || created.isAfter(at.mark().minus(AGAIN)));
    }

    private boolean isWanted(JsonNode event) {
        var ends = JsonTimes.at(event.path("end"), "utc", "local");
        return ends == null || !ends.isBefore(line.connection().since());
    }

    private static boolean stirs(JsonNode event, At at) {
        if (JsonRows.text(event, "status").equalsIgnoreCase("draft")
                || !JsonRows.text(event, "id").matches(ID)) {
            return false;
        }
        if (at.mark() == null) {
            return true;
        }
        var ends = JsonTimes.at(event.path("end"), "utc", "local");
        var changed = JsonTimes.at(event, "changed");
        return ends == null
                || ends.isAfter(at.now().minus(AFTER))
                || (changed != null && changed.isAfter(at.mark().minus(AGAIN)));
    }

    private Pull attendees(At at) {
        var event = at.events().getFirst();
        var page = of(event, "attendees", at, "");
        for (var row : page.path("attendees")) {
            answers.attendee(row, gathering(event));
        }
        var next = EventbriteApi.next(page, at.next());
        return on(next.isEmpty() ? at.stage(Stage.ORDERS) : at.next(next));
    }

    private Pull orders(At at) {
        var event = at.events().getFirst();
        var page = of(event, "orders", at, "attendees");
        for (var row : page.path("orders")) {
            answers.order(row, gathering(event));
        }
        var next = EventbriteApi.next(page, at.next());
        return on(next.isEmpty() ? at.eventDone() : at.next(next));
    }

    private static Gathering gathering(Chosen event) {
        return EventbriteAnswers.gathering(event.id(), event.organization(), event.title());
    }

    private static String since(Chosen event, At at) {
        return event.whole() || at.mark() == null
                ? ""
                : at.mark().minus(AGAIN).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Pull on(At next) {
        var ended =
                next.events().isEmpty()
                        && (next.stage() == Stage.ATTENDEES
                                || (next.stage() == Stage.EVENTS
                                        && next.organizations().isEmpty()));
        return new Pull.Caught(
                basket.all(),
                Cursors.write(ended ? next.round() : next),
                !ended,
                next.events().isEmpty() || next.stage() == Stage.EVENTS
                        ? "events"
                        : "attendees of " + next.events().getFirst().title());
    }
}
