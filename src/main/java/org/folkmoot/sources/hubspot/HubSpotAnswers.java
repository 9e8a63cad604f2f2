package org.folkmoot.sources.hubspot;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.text;
import static org.folkmoot.connectors.intake.JsonRows.told;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.csv.Dates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What HubSpot's answers mean: contacts are people, and whoever registered for a marketing event
/// or attended it did something.
final class HubSpotAnswers {

    private static final String EVENTS = "marketing-events";

    private final String source;
    private final String account;
    private final List<String> more;
    private final Finds finds;

    /// @param account the account's number, empty when not known
    /// @param more properties that the connection wants besides the usual ones
    HubSpotAnswers(String account, List<String> more, Finds finds) {
        this.source = account.isEmpty() ? "hubspot" : "hubspot:" + account;
        this.account = account;
        this.more = more;
        this.finds = finds;
        finds.add(
                new Found.Origin(
                        source, account.isEmpty() ? "HubSpot" : "HubSpot " + account, Markup.HTML));
    }

    /// @param companies names of companies by their numbers, as far as they are known
    void contact(JsonNode row, Map<String, String> companies) {
        var id = text(row, "id");
        if (id.isEmpty()) {
            finds.add(
                    new Found.Refused(
                            "contacts", 0, "This contact has no number.", row.toString()));
            return;
        }
        var is = row.path("properties");
        var company = companies.getOrDefault(text(is, "associatedcompanyid"), text(is, "company"));
        var person =
                Person.of(source, id)
                        .with(
                                Field.NAME,
                                (text(is, "firstname") + " " + text(is, "lastname")).strip())
                        .with(Field.EMAIL, text(is, "email"))
                        .with(Field.TITLE, text(is, "jobtitle"))
                        .with(Field.ORGANISATION, company)
                        .with(Field.LOCATION, place(is))
                        .with(Field.WEBSITE, text(is, "website"))
                        .with(Field.LANGUAGE, text(is, "hs_language").replace('_', '-'))
                        .with(Field.TIMEZONE, zone(text(is, "hs_timezone")))
                        .with(Field.LINKEDIN, text(is, "hs_linkedin_url"))
                        .with(Field.X, text(is, "twitterhandle").replaceFirst("^@", ""))
                        .with(Field.URL, url(id))
                        .with("lifecycle_stage", text(is, "lifecyclestage"))
                        .joined(time(first(text(is, "createdate"), text(row, "createdAt"))))
                        .asOf(changed(row));
        for (var name : more) {
            person = person.with(name.toLowerCase(java.util.Locale.ROOT), text(is, name));
        }
        if (row.path("archived").asBoolean(false)) {
            person = person.left(time(text(row, "archivedAt")));
        }
        finds.add(person);
        for (var other : text(is, "hs_merged_object_ids").split(";", -1)) {
            merged(id, other.strip());
        }
    }

    /// When a contact was last changed, by HubSpot.
    static @Nullable Instant changed(JsonNode row) {
        return time(
                first(text(row.path("properties"), "lastmodifieddate"), text(row, "updatedAt")));
    }

    /// HubSpot made one contact of two.
    void merged(String id, String other) {
        if (!id.isEmpty() && !other.isEmpty() && !other.equals(id)) {
            finds.add(
                    new Found.Claim(
                            source, id, source, other, true, "They were merged in HubSpot"));
        }
    }

    /// A contact that is there no more.
    void gone(String id, Instant at) {
        finds.add(Person.of(source, id).left(at));
    }

    void worksFor(String contact, String company, @Nullable Instant asOf) {
        finds.add(Person.of(source, contact).with(Field.ORGANISATION, company).asOf(asOf));
    }

    void listed(String contact, String list) {
        finds.add(Person.of(source, contact).tagged(Set.of(list)));
    }

    void event(JsonNode row) {
        var id = eventId(row);
        var starts = time(first(text(row, "startDateTime"), text(row, "createdAt")));
        finds.add(Found.Place.of(source, EVENTS, "Marketing events", Style.CALENDAR));
        finds.add(
                Deed.of(source, "event/" + id, Kind.EVENT_ORGANISED, null, starts)
                        .in(EVENTS)
                        .titled(orNull(text(row, "eventName")))
                        .sayingAll(told(row, "eventDescription"))
                        .at(orNull(text(row, "eventUrl")))
                        .fact("ends", text(row, "endDateTime"))
                        .fact("event_type", text(row, "eventType"))
                        .fact("organiser", text(row, "eventOrganizer")));
        if (row.path("eventCancelled").asBoolean(false)) {
            finds.add(new Found.Mark(source, "event/" + id, Found.Mark.What.DELETED, null, null));
        }
    }

    static String eventId(JsonNode row) {
        return first(text(row, "objectId"), text(row, "id"), text(row, "externalEventId"));
    }

    /// Who did not come had registered all the same; who cancelled did not in the end.
    void participation(JsonNode row, At.Item event) {
        var contact = row.path("associations").path("contact");
        var id = text(contact, "contactId");
        var is = row.path("properties");
        var at = time(first(text(is, "occurredAt"), text(row, "createdAt")));
        if (id.isEmpty() || at == null) {
            finds.add(
                    new Found.Refused(
                            "participations",
                            0,
                            "It does not say who took part, or when.",
                            row.toString()));
            return;
        }
        finds.add(
                Person.of(source, id)
                        .with(
                                Field.NAME,
                                (text(contact, "firstname") + " " + text(contact, "lastname"))
                                        .strip())
                        .with(Field.EMAIL, text(contact, "email")));
        var state = text(is, "attendanceState").toUpperCase(java.util.Locale.ROOT);
        var attended = state.startsWith("ATTEND");
        var deed = "event/%s/%s/%s".formatted(event.id(), id, attended ? "attended" : "registered");
        finds.add(
                Deed.of(source, deed, attended ? Kind.ATTENDANCE : Kind.REGISTRATION, id, at)
                        .in(EVENTS)
                        .under("event/" + event.id())
                        .titled(orNull(event.name()))
                        .fact("state", state.toLowerCase(java.util.Locale.ROOT))
                        .fact("seconds", text(is, "attendanceDurationSeconds")));
        if (state.startsWith("CANCEL")) {
            finds.add(new Found.Mark(source, deed, Found.Mark.What.DELETED, null, at));
        }
    }

    private @Nullable String url(String id) {
        return account.isEmpty()
                ? null
                : "https://app.hubspot.com/contacts/%s/record/0-1/%s".formatted(account, id);
    }

    private static String place(JsonNode is) {
        return Stream.of("city", "state", "country")
                .map(name -> text(is, name))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /// HubSpot writes `america_slash_new_york`.
    private static String zone(String theirs) {
        var words = theirs.replace("_slash_", "/");
        return java.time.ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.equalsIgnoreCase(words))
                .findFirst()
                .orElse("");
    }

    private static @Nullable Instant time(String text) {
        return Dates.USUAL.read(text);
    }

    static String first(String... values) {
        return Stream.of(values).filter(value -> !value.isBlank()).findFirst().orElse("");
    }
}
