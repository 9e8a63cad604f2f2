package org.folkmoot.connectors.folkmoot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.folkmoot.care.Bringing.Kept;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.members.Told;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a team meant to do and with whom it spoke, put back into findings.
final class CareLines {

    private CareLines() {}

    static Found task(JsonNode row) {
        var day = orNull(row, "day");
        var time = orNull(row, "time");
        var ended = orNull(row, "endedAt");
        return new Found.Cared(
                new Kept.Chore(
                        text(row, "text"),
                        day == null ? null : LocalDate.parse(day),
                        time == null ? null : LocalTime.parse(time),
                        orNull(row, "owner"),
                        text(row, "by"),
                        at(row),
                        orNull(row, "ended"),
                        text(row, "endedBy"),
                        ended == null ? null : Instant.parse(ended),
                        row.path("about").valueStream().map(CareLines::account).toList()));
    }

    static Found owner(JsonNode row) {
        return new Found.Cared(
                new Kept.Keeper(account(row), text(row, "owner"), text(row, "by"), at(row)));
    }

    static Found talk(JsonNode row) {
        return new Found.Cared(
                new Kept.Spoken(
                        account(row),
                        text(row, "how"),
                        text(row, "line"),
                        text(row, "by"),
                        at(row)));
    }

    /// PostgreSQL holds no NUL character.
    private static String text(JsonNode row, String field) {
        return JsonRows.text(row, field).replace("\0", "");
    }

    private static Told.Key account(JsonNode row) {
        return new Told.Key(text(row, "source"), text(row, "externalId"));
    }

    private static Instant at(JsonNode row) {
        return Instant.parse(text(row, "at"));
    }

    private static @Nullable String orNull(JsonNode row, String field) {
        return row.hasNonNull(field) ? text(row, field) : null;
    }
}
