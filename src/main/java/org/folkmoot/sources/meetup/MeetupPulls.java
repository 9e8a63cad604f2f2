package org.folkmoot.sources.meetup;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.meetup.At.Happening;
import org.folkmoot.sources.meetup.At.Stage;
import tools.jackson.databind.JsonNode;

/// Reads groups a page at a time. Later only what is to come, and what was in the last weeks, as
/// Meetup does not tell what changed.
final class MeetupPulls {

    /// How long after an event people are still checked in there.
    private static final Duration AFTER = Duration.ofDays(14);

    private static final Duration PEOPLE_AGAIN = Duration.ofDays(1);
    private static final int MEMBERS = 100;
    private static final int EVENTS = 50;
    private static final int RSVPS = 100;

    private final Line line;
    private final MeetupApi api;
    private final List<String> groups;
    private final Found.Basket basket = new Found.Basket();
    private final MeetupAnswers answers = new MeetupAnswers(basket);

    MeetupPulls(Line line) {
        this.line = line;
        this.api = new MeetupApi(line);
        this.groups = line.connection().list("groups");
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first).began(line.now());
        if (!groups.contains(at.group())) {
            at = at.group(groups.getFirst());
        }
        return switch (at.stage()) {
            case GROUP -> group(at);
            case MEMBERS -> members(at);
            case EVENTS -> events(at);
            case RSVPS -> at.events().isEmpty() ? after(at) : rsvps(at);
        };
    }

    private boolean readsMembers(At at) {
        return at.people() == null || !at.people().plus(PEOPLE_AGAIN).isAfter(at.now());
    }

    private Pull group(At at) {
        var group = api.ask(MeetupApi.GROUP, Map.of("urlname", at.group())).path("groupByUrlname");
        if (group.path("id").isMissingNode()) {
            basket.add(
                    new Found.Refused(
                            at.group(), 1, "Meetup does not know this group.", at.group()));
            return after(at);
        }
        answers.group(group);
        return on(at.stage(readsMembers(at) ? Stage.MEMBERS : Stage.EVENTS));
    }

    private Pull members(At at) {
        var list =
                api.page(MeetupApi.MEMBERS, Map.of("urlname", at.group()), MEMBERS, at.next())
                        .path("groupByUrlname")
                        .path("memberships");
        list.path("edges").forEach(answers::member);
        var next = MeetupApi.next(list, at.next());
        return on(next.isEmpty() ? at.stage(Stage.EVENTS) : at.next(next));
    }

    private Pull events(At at) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("urlname", at.group());
        asked.put("filter", filter(at));
        var list =
                api.page(MeetupApi.EVENTS, asked, EVENTS, at.next())
                        .path("groupByUrlname")
                        .path("events");
        var happenings = new ArrayList<Happening>();
        for (var edge : list.path("edges")) {
            var row = edge.path("node");
            answers.event(at.group(), row);
            var starts = JsonTimes.at(row, "dateTime");
            if (!JsonRows.text(row, "id").isEmpty() && isBorn(row)) {
                happenings.add(
                        new Happening(
                                JsonRows.text(row, "id"), JsonRows.text(row, "title"), starts));
            }
        }
        var next = MeetupApi.next(list, at.next());
        var went = at.events(happenings);
        return next.isEmpty() ? rested(went.stage(Stage.RSVPS)) : on(went.next(next));
    }

    private static boolean isBorn(JsonNode event) {
        return !MeetupAnswers.UNBORN.contains(
                JsonRows.text(event, "status").toLowerCase(Locale.ROOT));
    }

    private Map<String, Object> filter(At at) {
        var filter = new LinkedHashMap<String, Object>();
        filter.put("status", List.of("ACTIVE", "PAST", "CANCELLED", "CANCELLED_PERM"));
        var from = at.mark() == null ? line.connection().since() : at.now().minus(AFTER);
        if (from.isAfter(Instant.EPOCH)) {
            filter.put("afterDateTime", from.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return filter;
    }

    private Pull rsvps(At at) {
        var event = at.events().getFirst();
        var list =
                api.page(MeetupApi.RSVPS, Map.of("eventId", event.id()), RSVPS, at.next())
                        .path("event")
                        .path("rsvps");
        var gathering = MeetupAnswers.gathering(at.group(), event.id(), event.title());
        for (var edge : list.path("edges")) {
            answers.rsvp(gathering, edge.path("node"), event.starts());
        }
        var next = MeetupApi.next(list, at.next());
        return next.isEmpty() ? rested(at.eventDone()) : on(at.next(next));
    }

    private Pull rested(At at) {
        return at.events().isEmpty() ? after(at) : on(at);
    }

    /// The next group, or the end of the round.
    private Pull after(At at) {
        var next = groups.indexOf(at.group()) + 1;
        return next < groups.size()
                ? on(at.group(groups.get(next)))
                : new Pull.Caught(
                        basket.all(), Cursors.write(at.round(readsMembers(at))), false, "");
    }

    private Pull on(At next) {
        var doing =
                next.stage() == Stage.RSVPS
                        ? "who comes to " + next.events().getFirst().title()
                        : next.stage() == Stage.MEMBERS
                                ? "members of " + next.group()
                                : "events of " + next.group();
        return new Pull.Caught(basket.all(), Cursors.write(next), true, doing);
    }
}
