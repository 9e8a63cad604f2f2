package org.folkmoot.sources.meetup;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.text;
import static org.folkmoot.connectors.intake.JsonRows.told;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Gathering;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.JsonTimes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what Meetup answers. Its numbers are unlike each other over all groups.
final class MeetupAnswers {

    static final String SOURCE = "meetup";

    /// What is no event yet, or none that was wanted.
    static final Set<String> UNBORN =
            Set.of("draft", "autosched_draft", "proposed", "template", "pending", "blocked");

    private static final Set<String> COMING =
            Set.of(
                    "yes",
                    "waitlist",
                    "yes_pending_payment",
                    "attended",
                    "no_show",
                    "excused_absence");

    private final Finds finds;

    MeetupAnswers(Finds finds) {
        this.finds = finds;
        finds.add(new Found.Origin(SOURCE, "Meetup", Markup.MARKDOWN));
    }

    void group(JsonNode row) {
        finds.add(
                Found.Place.of(SOURCE, text(row, "urlname"), text(row, "name"), Style.CALENDAR)
                        .about(null, orNull(text(row, "link"))));
    }

    void member(JsonNode edge) {
        var row = edge.path("node");
        var about = edge.path("metadata");
        var id = text(row, "id");
        if (id.isEmpty()) {
            finds.add(new Found.Refused(SOURCE, 1, "This member has no id.", edge.toString()));
            return;
        }
        var city = text(row, "city");
        var country = text(row, "country").toUpperCase(Locale.ROOT);
        finds.add(
                Person.of(SOURCE, id)
                        .with(Field.NAME, text(row, "name"))
                        .with(Field.HANDLE, text(row, "username"))
                        .with(Field.EMAIL, text(row, "email"))
                        .with(Field.URL, text(row, "memberUrl"))
                        .with(Field.BIO, text(row, "bio"))
                        .with(
                                Field.LOCATION,
                                Stream.of(city, country)
                                        .filter(part -> !part.isBlank())
                                        .collect(Collectors.joining(", ")))
                        .with("meetup_role", text(about, "role").toLowerCase(Locale.ROOT))
                        .joined(JsonTimes.at(about, "joinTime")));
    }

    static Gathering gathering(String group, String id, String title) {
        return new Gathering(SOURCE, "event/" + id, group, orNull(title));
    }

    void event(String group, JsonNode row) {
        var id = text(row, "id");
        var status = text(row, "status").toLowerCase(Locale.ROOT);
        if (id.isEmpty()) {
            finds.add(new Found.Refused(SOURCE, 1, "This event has no id.", row.toString()));
            return;
        }
        if (UNBORN.contains(status)) {
            return;
        }
        var event = gathering(group, id, text(row, "title"));
        var ends = ends(row);
        finds.add(
                event.organised(host(row), JsonTimes.at(row, "dateTime"))
                        .sayingAll(told(row, "description"))
                        .at(orNull(text(row, "eventUrl")))
                        .fact("status", status)
                        .fact("location", location(row))
                        .fact("ends", ends == null ? null : ends.toString()));
        if (status.contains("cancelled")) {
            finds.add(event.calledOff(null));
        }
    }

    /// Some answers tell only how long it lasts: `PT2H`.
    private static @Nullable Instant ends(JsonNode event) {
        var told = JsonTimes.at(event, "endTime");
        var starts = JsonTimes.at(event, "dateTime");
        if (told != null || starts == null) {
            return told;
        }
        try {
            return starts.plus(Duration.parse(text(event, "duration")));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String location(JsonNode event) {
        var venue = event.path("venues").path(0);
        var there =
                Stream.of("name", "address", "city")
                        .map(field -> text(venue, field))
                        .filter(part -> !part.isBlank())
                        .distinct()
                        .collect(Collectors.joining(", "));
        return there.isEmpty() && text(event, "eventType").equalsIgnoreCase("online")
                ? "online"
                : there;
    }

    private @Nullable String host(JsonNode event) {
        var hosts = event.path("eventHosts");
        var member = (hosts.isArray() ? hosts.path(0) : hosts).path("member");
        return person(member);
    }

    private @Nullable String person(JsonNode member) {
        var id = text(member, "id");
        if (id.isEmpty() || id.equals("0")) {
            return null;
        }
        finds.add(
                Person.of(SOURCE, id)
                        .with(Field.NAME, text(member, "name"))
                        .with(Field.URL, text(member, "memberUrl")));
        return id;
    }

    /// Somebody's answer. Who said no may have said yes before.
    void rsvp(Gathering event, JsonNode row, @Nullable Instant starts) {
        var status = text(row, "status").toLowerCase(Locale.ROOT);
        var who = person(row.path("member"));
        var told = text(row, "id");
        if (who == null && told.isEmpty()) {
            finds.add(new Found.Refused(SOURCE, 1, "This answer is nobody's.", row.toString()));
            return;
        }
        var id = "%s/rsvp/%s".formatted(event.id(), who == null ? told : who);
        if (COMING.contains(status)) {
            finds.add(
                    event.registered(id, who, when(row, starts))
                            .inferred(JsonTimes.at(row, "updated") == null)
                            .fact("status", status)
                            .fact("guests", guests(row)));
        } else if (status.equals("no")) {
            finds.add(event.gone(id, JsonTimes.at(row, "updated")));
        }
        if (status.equals("attended")) {
            finds.add(event.attended(id + "/attended", who, starts).inferred(true));
        }
    }

    /// An answer is changed when somebody is checked in: it was given before.
    private static @Nullable Instant when(JsonNode rsvp, @Nullable Instant starts) {
        var updated = JsonTimes.at(rsvp, "updated");
        return updated == null || (starts != null && updated.isAfter(starts)) ? starts : updated;
    }

    private static @Nullable String guests(JsonNode rsvp) {
        var guests = rsvp.path("guestsCount").asInt(0);
        return guests > 0 ? Integer.toString(guests) : null;
    }
}
