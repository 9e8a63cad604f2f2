package org.folkmoot.sources.zoom;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.Locale;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Gathering;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Reply;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what Zoom answers and tells. No link to a meeting is kept: whoever has it may come in.
final class ZoomAnswers {

    /// Lists cut agendas here.
    private static final int AGENDA = 250;

    private final String source;
    private final Finds finds;

    /// @param account its id, which a call of Zoom names too
    ZoomAnswers(String account, Finds finds) {
        this.source = "zoom:" + account;
        this.finds = finds;
        finds.add(new Found.Origin(source, "Zoom", Markup.PLAIN));
        finds.add(Found.Place.of(source, "meetings", "Meetings", Style.CALENDAR));
        finds.add(Found.Place.of(source, "webinars", "Webinars", Style.CALENDAR));
    }

    String source() {
        return source;
    }

    void user(JsonNode row) {
        var id = text(row, "id");
        if (id.isEmpty()) {
            refuse("This user has no id.", row);
            return;
        }
        var name = "%s %s".formatted(text(row, "first_name"), text(row, "last_name"));
        finds.add(
                Person.of(source, id)
                        .with(Field.NAME, name.isBlank() ? text(row, "display_name") : name)
                        .with(Field.EMAIL, text(row, "email"))
                        .with(Field.TIMEZONE, text(row, "timezone"))
                        .with(Field.LANGUAGE, text(row, "language"))
                        .with(Field.TITLE, text(row, "job_title"))
                        .with(Field.ORGANISATION, text(row, "company")));
    }

    /// What a list or the meeting itself tells.
    void scheduled(Meeting meeting, JsonNode row) {
        var at = Meeting.at(row, meeting.series());
        var agenda = text(row, "agenda");
        var minutes = row.path("duration").asInt(0);
        var deed =
                meeting.gathering(source)
                        .organised(host(meeting), at)
                        .inferred(meeting.series())
                        .saying(
                                agenda.isEmpty()
                                        ? null
                                        : agenda.substring(0, Math.min(AGENDA, agenda.length())))
                        .fact("location", "online")
                        .fact("series", meeting.series() ? "true" : null);
        finds.add(
                at == null || minutes <= 0 || meeting.series()
                        ? deed
                        : deed.fact("ends", at.plusSeconds(minutes * 60L).toString()));
    }

    /// One time that it was held.
    void held(Meeting meeting, String uuid, @Nullable Instant at) {
        finds.add(
                meeting.held(source, uuid).organised(host(meeting), at).fact("location", "online"));
    }

    void deleted(Meeting meeting) {
        finds.add(meeting.gathering(source).calledOff(null));
    }

    /// @param at when it was told, for those that name no time
    void registrant(Meeting meeting, JsonNode row, @Nullable Instant at) {
        var id = text(row, "id").isEmpty() ? text(row, "registrant_id") : text(row, "id");
        var email = text(row, "email").strip().toLowerCase(Locale.ROOT);
        if (id.isEmpty() || email.isEmpty()) {
            refuse("This registrant has no id or no address.", row);
            return;
        }
        finds.add(
                Person.of(source, email)
                        .with(
                                Field.NAME,
                                "%s %s".formatted(text(row, "first_name"), text(row, "last_name")))
                        .with(Field.EMAIL, email)
                        .with(Field.ORGANISATION, text(row, "org"))
                        .with(Field.TITLE, text(row, "job_title"))
                        .with(Field.LOCATION, text(row, "city")));
        var made = JsonTimes.at(row, "create_time");
        var event = meeting.gathering(source);
        finds.add(
                event.registered(registration(event, id), email, made == null ? at : made)
                        .inferred(made == null));
        if (text(row, "status").equalsIgnoreCase("denied")) {
            finds.add(event.gone(registration(event, id), null));
        }
    }

    void cancelled(Meeting meeting, JsonNode registrant) {
        var event = meeting.gathering(source);
        finds.add(event.gone(registration(event, text(registrant, "id")), null));
    }

    private static String registration(Gathering event, String id) {
        return event.id() + "/registrant/" + id;
    }

    /// Somebody who was there, however often they came in.
    ///
    /// @param minutes in all; 0 when not known
    void present(Gathering event, JsonNode row, @Nullable Instant joined, long minutes) {
        var who = who(event, row);
        var email = email(row);
        finds.add(
                Person.of(source, who)
                        .with(Field.NAME, name(row))
                        .with(Field.EMAIL, email.isEmpty() ? null : email));
        finds.add(
                event.attended(event.id() + "/attended/" + who, who, joined)
                        .fact("minutes", minutes > 0 ? Long.toString(minutes) : null));
    }

    /// By their address, their number, or only the name they chose, which is then good for this
    /// event alone.
    static String who(Gathering event, JsonNode row) {
        var email = email(row);
        if (!email.isEmpty()) {
            return email;
        }
        for (var field : new String[] {"registrant_id", "id"}) {
            if (!text(row, field).isEmpty()) {
                return text(row, field);
            }
        }
        return "%s/guest/%s".formatted(event.id(), name(row).toLowerCase(Locale.ROOT));
    }

    private static String email(JsonNode row) {
        var told = text(row, "user_email").isEmpty() ? text(row, "email") : text(row, "user_email");
        return told.strip().toLowerCase(Locale.ROOT);
    }

    private static String name(JsonNode row) {
        return (text(row, "name").isEmpty() ? text(row, "user_name") : text(row, "name")).strip();
    }

    private static @Nullable String host(Meeting meeting) {
        return meeting.host().isEmpty() ? null : meeting.host();
    }

    /// Something that Zoom does not let the app read for want of a scope, said once for each.
    void withheld(String path, Reply reply) {
        var body = reply.json();
        if (body.path("code").asInt(0) == ZoomManners.NO_SCOPE) {
            var why = "Zoom does not let the app read this: %s".formatted(text(body, "message"));
            finds.add(new Found.Refused(path, 1, why, ""));
        }
    }

    private void refuse(String why, JsonNode row) {
        finds.add(new Found.Refused(source, 1, why, row.toString()));
    }
}
