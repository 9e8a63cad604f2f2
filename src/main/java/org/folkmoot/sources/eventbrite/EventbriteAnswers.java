package org.folkmoot.sources.eventbrite;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.activity.Kind;
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

/// Reads what Eventbrite answers. Its numbers are unlike each other over all organisations. People
/// have none: whoever has an address is known by it, others by their ticket.
final class EventbriteAnswers {

    static final String SOURCE = "eventbrite";

    private static final Set<String> NOT_COMING = Set.of("not attending", "deleted", "transferred");
    private static final Set<String> NOT_BOUGHT = Set.of("cancelled", "refunded", "deleted");

    private final Finds finds;

    EventbriteAnswers(Finds finds) {
        this.finds = finds;
        finds.add(new Found.Origin(SOURCE, "Eventbrite", Markup.HTML));
    }

    void organization(JsonNode row) {
        var id = text(row, "id");
        var name = text(row, "name");
        if (!id.isEmpty()) {
            finds.add(Found.Place.of(SOURCE, id, name.isEmpty() ? id : name, Style.CALENDAR));
        }
    }

    /// Under which its attendees stand.
    static Gathering gathering(JsonNode event) {
        return gathering(text(event, "id"), text(event, "organization_id"), title(event));
    }

    static Gathering gathering(String id, String organization, String title) {
        return new Gathering(SOURCE, "event/" + id, orNull(organization), orNull(title));
    }

    static String title(JsonNode event) {
        return text(event.path("name"), "text");
    }

    /// A draft is no event yet.
    void event(JsonNode row) {
        var status = text(row, "status").toLowerCase(Locale.ROOT);
        if (status.equals("draft")) {
            return;
        }
        if (text(row, "id").isEmpty()) {
            refuse("This event has no id.", row);
            return;
        }
        var gathering = gathering(row);
        var changed = JsonTimes.at(row, "changed");
        var deed =
                gathering
                        .organised(organizer(row), JsonTimes.at(row.path("start"), "utc", "local"))
                        .saying(orNull(words(row)))
                        .at(orNull(text(row, "url")))
                        .edited(changed)
                        .fact("status", status)
                        .fact("location", location(row))
                        .fact("capacity", text(row, "capacity"));
        var ends = JsonTimes.at(row.path("end"), "utc", "local");
        finds.add(ends == null ? deed : deed.fact("ends", ends.toString()));
        if (status.equals("canceled") || status.equals("cancelled")) {
            finds.add(gathering.calledOff(changed));
        }
    }

    private static String words(JsonNode event) {
        var html = text(event.path("description"), "html");
        var plain = text(event.path("description"), "text");
        var said = plain.isEmpty() ? text(event, "summary") : plain;
        return html.isEmpty() ? escaped(said) : html;
    }

    static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String location(JsonNode event) {
        var venue = event.path("venue");
        var address = text(venue.path("address"), "localized_address_display");
        var name = text(venue, "name");
        var there = name.isEmpty() || address.isEmpty() ? name + address : name + ", " + address;
        return there.isEmpty() && event.path("online_event").asBoolean(false) ? "online" : there;
    }

    private @Nullable String organizer(JsonNode event) {
        var row = event.path("organizer");
        var id = text(event, "organizer_id");
        var told = id.isEmpty() ? text(row, "id") : id;
        if (told.isEmpty()) {
            return null;
        }
        finds.add(
                Person.of(SOURCE, "organizer/" + told)
                        .with(Field.NAME, text(row, "name"))
                        .with(Field.URL, text(row, "url"))
                        .with(Field.WEBSITE, text(row, "website")));
        return "organizer/" + told;
    }

    /// A ticket in somebody's name.
    void attendee(JsonNode row, Gathering event) {
        var id = text(row, "id");
        if (id.isEmpty()) {
            refuse("This attendee has no id.", row);
            return;
        }
        var who = person(row.path("profile"), "attendee/" + id, row);
        var status = text(row, "status").toLowerCase(Locale.ROOT);
        var changed = JsonTimes.at(row, "changed");
        finds.add(
                event.registered("attendee/" + id, who, JsonTimes.at(row, "created", "changed"))
                        .fact("status", status)
                        .fact("ticket", text(row, "ticket_class_name"))
                        .fact("order", text(row, "order_id")));
        if (NOT_COMING.contains(status)
                || row.path("cancelled").asBoolean(false)
                || row.path("refunded").asBoolean(false)) {
            finds.add(event.gone("attendee/" + id, changed));
        } else if (row.path("checked_in").asBoolean(false) || status.equals("checked in")) {
            var scanned = scanned(row);
            var at = scanned == null ? JsonTimes.at(row, "changed", "created") : at(scanned);
            finds.add(
                    event.attended("attendee/" + id + "/checked_in", who, at)
                            .inferred(scanned == null));
        }
    }

    private static @Nullable JsonNode scanned(JsonNode attendee) {
        for (var code : attendee.path("barcodes")) {
            if (text(code, "status").equalsIgnoreCase("used") && at(code) != null) {
                return code;
            }
        }
        return null;
    }

    private static @Nullable Instant at(JsonNode code) {
        return JsonTimes.at(code, "changed");
    }

    /// Whoever buys only for others has no ticket that would tell of them.
    void order(JsonNode row, Gathering event) {
        var id = text(row, "id");
        if (id.isEmpty()) {
            refuse("This order has no id.", row);
            return;
        }
        var email = text(row, "email").toLowerCase(Locale.ROOT);
        for (var attendee : row.path("attendees")) {
            if (text(attendee.path("profile"), "email").toLowerCase(Locale.ROOT).equals(email)) {
                return;
            }
        }
        var who = person(row, "order/" + id, row);
        var status = text(row, "status").toLowerCase(Locale.ROOT);
        finds.add(
                event.under(
                                Kind.BOOKING,
                                "order/" + id,
                                who,
                                JsonTimes.at(row, "created", "changed"))
                        .fact("status", status));
        if (NOT_BOUGHT.contains(status)) {
            finds.add(event.gone("order/" + id, JsonTimes.at(row, "changed")));
        }
    }

    private String person(JsonNode profile, String otherwise, JsonNode row) {
        var email = text(profile, "email").strip();
        var id = email.contains("@") ? email.toLowerCase(Locale.ROOT) : otherwise;
        var name = text(profile, "name");
        var whole = text(profile, "first_name") + " " + text(profile, "last_name");
        finds.add(
                Person.of(SOURCE, id)
                        .with(Field.NAME, said(name.isBlank() ? whole : name))
                        .with(Field.EMAIL, email.contains("@") ? email : null)
                        .with(Field.TITLE, text(profile, "job_title"))
                        .with(Field.ORGANISATION, text(profile, "company"))
                        .with(Field.WEBSITE, text(profile, "website"))
                        .asOf(JsonTimes.at(row, "changed")));
        return id;
    }

    /// Until a guest says who they are, Eventbrite says that it asked them.
    private static @Nullable String said(String name) {
        return name.contains("Info Requested") ? null : name;
    }

    private void refuse(String why, JsonNode row) {
        finds.add(new Found.Refused(SOURCE, 1, why, row.toString()));
    }
}
