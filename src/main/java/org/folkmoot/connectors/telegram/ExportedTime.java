package org.folkmoot.connectors.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.folkmoot.connectors.csv.DateOrder;
import org.folkmoot.connectors.csv.Dates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Times in an export: seconds since 1970, or, until 2021 and for reactions to this day, by the
/// clock of whoever exported.
///
/// @param zone of that clock, where no seconds tell it
record ExportedTime(ZoneId zone) {

    private static final Instant FIRST = Instant.parse("2013-08-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    /// Null where it is not told or cannot be.
    @Nullable Instant of(JsonNode row, String field) {
        var seconds = text(row, field + "_unixtime");
        if (row.has(field + "_unixtime")) {
            return seconds.matches("\\d{1,11}")
                    ? plausible(Instant.ofEpochSecond(Long.parseLong(seconds)))
                    : null;
        }
        return clock(text(row, field), zone);
    }

    /// A reaction's time: its message tells by both clocks how far they are apart. Null where that
    /// is not told.
    @Nullable Instant reacted(JsonNode reaction, JsonNode message, Instant at) {
        var shown = clock(text(message, "date"), ZoneOffset.UTC);
        var own = clock(text(reaction, "date"), ZoneOffset.UTC);
        if (shown == null || own == null) {
            return null;
        }
        var told = plausible(own.minus(Duration.between(at, shown)));
        return told == null || told.isBefore(at) ? null : told;
    }

    private static @Nullable Instant clock(String text, ZoneId zone) {
        var at = new Dates(DateOrder.MONTH_FIRST, zone).read(text);
        return at == null ? null : plausible(at);
    }

    private static @Nullable Instant plausible(Instant at) {
        return at.isBefore(FIRST) || !at.isBefore(LAST) ? null : at;
    }
}
