package org.folkmoot.sources.hopin;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.text;
import static org.folkmoot.connectors.intake.JsonRows.told;

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

/// Reads what RingCentral Events answers, in either of the spellings that it is seen with. Its ids
/// are unlike each other over all organisations; people have none but their address.
final class HopinAnswers {

    static final String SOURCE = "hopin";

    private static final Set<String> OFF = Set.of("cancelled", "canceled", "refunded", "deleted");
    private static final Set<String> THERE = Set.of("checked_in", "attended", "joined");

    private static final String[] STARTS = {"start_at", "timeStart", "starts_at", "startAt"};
    private static final String[] ENDS = {"end_at", "timeEnd", "ends_at", "endAt"};
    private static final String[] MADE = {"created_at", "createdAt", "registeredAt"};
    private static final String[] CHANGED = {"updated_at", "updatedAt"};
    private static final String[] CAME = {
        "checked_in_at", "checkedInAt", "attended_at", "attendedAt", "joined_at", "joinedAt"
    };

    private final Finds finds;

    HopinAnswers(Finds finds) {
        this.finds = finds;
        finds.add(new Found.Origin(SOURCE, "RingCentral Events", Markup.HTML));
    }

    void organization(JsonNode thing) {
        var name = text(HopinApi.about(thing), "name");
        var id = HopinApi.id(thing);
        finds.add(Found.Place.of(SOURCE, id, name.isEmpty() ? id : name, Style.CALENDAR));
    }

    static @Nullable Instant starts(JsonNode event) {
        return JsonTimes.at(HopinApi.about(event), STARTS);
    }

    static @Nullable Instant ends(JsonNode event) {
        return JsonTimes.at(HopinApi.about(event), ENDS);
    }

    static String title(JsonNode event) {
        return text(HopinApi.about(event), "name");
    }

    static String status(JsonNode thing) {
        return text(HopinApi.about(thing), "status").toLowerCase(Locale.ROOT);
    }

    static Gathering gathering(String id, String organization, String title) {
        return new Gathering(SOURCE, "event/" + id, orNull(organization), orNull(title));
    }

    /// A draft is no event yet.
    void event(JsonNode thing, String organization) {
        var row = HopinApi.about(thing);
        var status = status(thing);
        if (HopinApi.id(thing).isEmpty()) {
            refuse("This event has no id.", thing);
            return;
        }
        if (status.equals("draft")) {
            return;
        }
        var event = gathering(HopinApi.id(thing), organization, title(thing));
        var ends = ends(thing);
        var changed = JsonTimes.at(row, CHANGED);
        finds.add(
                event.organised(null, starts(thing))
                        .saying(orNull(text(row, "description")))
                        .edited(changed)
                        .fact("status", status)
                        .fact("location", "online")
                        .fact("ends", ends == null ? null : ends.toString()));
        if (OFF.contains(status)) {
            finds.add(event.calledOff(changed));
        }
    }

    /// @param starts of the event, when nothing says when somebody came
    void registration(JsonNode thing, Gathering event, @Nullable Instant starts) {
        var row = HopinApi.about(thing);
        var id = HopinApi.id(thing);
        if (id.isEmpty()) {
            refuse("This registration has no id.", thing);
            return;
        }
        var who = person(row, id);
        var status = status(thing);
        finds.add(
                event.registered("registration/" + id, who, JsonTimes.at(row, MADE))
                        .fact("status", status)
                        .fact("ticket", either(row, "ticket_id", "ticketId")));
        if (OFF.contains(status) || row.path("refunded").asBoolean(false)) {
            finds.add(event.gone("registration/" + id, JsonTimes.at(row, CHANGED)));
            return;
        }
        var came = JsonTimes.at(row, CAME);
        if (came != null || THERE.contains(status) || isThere(row)) {
            attended(id, who, event, came == null ? starts : came, came == null);
        }
    }

    private static boolean isThere(JsonNode row) {
        return row.path("checked_in").asBoolean(false)
                || row.path("checkedIn").asBoolean(false)
                || row.path("attended").asBoolean(false);
    }

    void attended(
            String registration,
            @Nullable String who,
            Gathering event,
            @Nullable Instant at,
            boolean inferred) {
        finds.add(
                event.attended("registration/" + registration + "/attended", who, at)
                        .inferred(inferred));
    }

    void gone(String registration, Gathering event) {
        finds.add(event.gone("registration/" + registration, null));
    }

    /// A part of the event, once it began; nobody is said to have held it.
    void session(JsonNode thing, Gathering event, Instant now) {
        var row = HopinApi.about(thing);
        if (HopinApi.id(thing).isEmpty()) {
            refuse("This session has no id.", thing);
            return;
        }
        var at = JsonTimes.at(row, STARTS);
        if (at != null && !at.isAfter(now)) {
            finds.add(
                    event.under(Kind.SYSTEM_NOTE, "session/" + HopinApi.id(thing), null, at)
                            .titled(orNull(text(row, "name")))
                            .sayingAll(told(row, "description")));
        }
    }

    String person(JsonNode row, String registration) {
        var email = text(row, "email").strip().toLowerCase(Locale.ROOT);
        var id = email.isEmpty() ? "registration/" + registration : email;
        var name =
                "%s %s"
                        .formatted(
                                either(row, "first_name", "firstName"),
                                either(row, "last_name", "lastName"));
        var more =
                row.path("custom_fields").isObject()
                        ? row.path("custom_fields")
                        : row.path("extraFields");
        finds.add(
                Person.of(SOURCE, id)
                        .with(Field.NAME, name.isBlank() ? text(row, "name") : name)
                        .with(Field.EMAIL, email)
                        .with(Field.BIO, text(row, "headline"))
                        .with(Field.ORGANISATION, text(more, "company"))
                        .with(Field.TITLE, either(more, "job_title", "jobTitle"))
                        .asOf(JsonTimes.at(row, CHANGED)));
        return id;
    }

    static String either(JsonNode row, String one, String other) {
        return text(row, one).isEmpty() ? text(row, other) : text(row, one);
    }

    private void refuse(String why, JsonNode row) {
        finds.add(new Found.Refused(SOURCE, 1, why, row.toString()));
    }
}
