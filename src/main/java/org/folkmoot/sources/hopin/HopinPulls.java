package org.folkmoot.sources.hopin;

import java.time.Duration;
import java.util.ArrayList;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Gathering;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.hopin.At.Happening;
import org.folkmoot.sources.hopin.At.Stage;
import tools.jackson.databind.JsonNode;

/// Reads organisations a page at a time. What changed cannot be asked for: of events that are to
/// come, ended in the last days or changed themselves, all registrations are read again.
final class HopinPulls {

    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final Duration AFTER = Duration.ofDays(7);

    private final Line line;
    private final HopinApi api;
    private final Found.Basket basket = new Found.Basket();
    private final HopinAnswers answers = new HopinAnswers(basket);

    HopinPulls(Line line) {
        this.line = line;
        this.api = new HopinApi(line);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first).began(line.now());
        return switch (at.stage()) {
            case ORGANIZATIONS -> organizations(at);
            case EVENTS -> at.organizations().isEmpty() ? on(at) : events(at);
            case REGISTRATIONS -> at.events().isEmpty() ? on(at) : registrations(at);
            case SESSIONS -> sessions(at);
        };
    }

    private Pull organizations(At at) {
        var page = line.ask(api.list("/v1/organizations", at.next())).json();
        var wanted = line.connection().list("organizations");
        var found = new ArrayList<String>();
        for (var thing : page.path("data")) {
            var name = JsonRows.text(HopinApi.about(thing), "name");
            var id = HopinApi.id(thing);
            if (!id.isEmpty()
                    && (wanted.isEmpty() || wanted.contains(id) || wanted.contains(name))) {
                answers.organization(thing);
                found.add(id);
            }
        }
        var next = HopinApi.next(page, at.next());
        var went = at.organizations(found);
        return on(next.isEmpty() ? went.stage(Stage.EVENTS) : went.next(next));
    }

    private Pull events(At at) {
        var organization = at.organizations().getFirst();
        var path = "/v1/organizations/%s/events".formatted(Ask.part(organization));
        var page = line.ask(api.list(path, at.next())).json();
        var chosen = new ArrayList<Happening>();
        for (var thing : page.path("data")) {
            var ends = HopinAnswers.ends(thing);
            if (ends == null || !ends.isBefore(line.connection().since())) {
                answers.event(thing, organization);
                if (stirs(thing, at)) {
                    chosen.add(
                            new Happening(
                                    HopinApi.id(thing),
                                    organization,
                                    HopinAnswers.title(thing),
                                    HopinAnswers.starts(thing)));
                }
            }
        }
        var next = HopinApi.next(page, at.next());
        var went = at.events(chosen);
        return on(next.isEmpty() ? went.organizationDone() : went.next(next));
    }

    private static boolean stirs(JsonNode event, At at) {
        if (HopinApi.id(event).isEmpty() || HopinAnswers.status(event).equals("draft")) {
            return false;
        }
        if (at.mark() == null) {
            return true;
        }
        var ends = HopinAnswers.ends(event);
        var changed = JsonTimes.at(HopinApi.about(event), "updated_at", "updatedAt");
        return ends == null
                || ends.isAfter(at.now().minus(AFTER))
                || (changed != null && changed.isAfter(at.mark().minus(AGAIN)));
    }

    private static Gathering gathering(Happening event) {
        return HopinAnswers.gathering(event.id(), event.organization(), event.title());
    }

    private Pull registrations(At at) {
        var event = at.events().getFirst();
        var path = "/v1/events/%s/registrations".formatted(Ask.part(event.id()));
        var reply = line.ask(api.list(path, at.next()).allowing(404));
        if (reply.status() != 200) {
            return on(at.eventDone()); // the event is gone meanwhile
        }
        var page = reply.json();
        for (var thing : page.path("data")) {
            answers.registration(thing, gathering(event), event.starts());
        }
        var next = HopinApi.next(page, at.next());
        return on(next.isEmpty() ? at.stage(Stage.SESSIONS) : at.next(next));
    }

    /// Not every kind of event has sessions.
    private Pull sessions(At at) {
        var event = at.events().getFirst();
        var path = "/v1/events/%s/sessions".formatted(Ask.part(event.id()));
        var reply = line.ask(api.list(path, at.next()).allowing(403, 404));
        if (reply.status() != 200) {
            return on(at.eventDone());
        }
        var page = reply.json();
        page.path("data").forEach(row -> answers.session(row, gathering(event), at.now()));
        var next = HopinApi.next(page, at.next());
        return on(next.isEmpty() ? at.eventDone() : at.next(next));
    }

    private Pull on(At next) {
        var ended =
                next.events().isEmpty()
                        && (next.stage() == Stage.REGISTRATIONS
                                || (next.stage() == Stage.EVENTS
                                        && next.organizations().isEmpty()));
        return new Pull.Caught(
                basket.all(),
                Cursors.write(ended ? next.round() : next),
                !ended,
                next.stage().ordinal() <= Stage.EVENTS.ordinal() || ended
                        ? "events"
                        : "registrations for " + next.events().getFirst().title());
    }
}
