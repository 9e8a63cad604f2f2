package org.folkmoot.connectors.slack;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A message's `ts`, "1433563027.000006": its id in the channel, to the last digit, and its time in
/// seconds since 1970. Never a floating-point number: that would lose the last digits.
record SlackTime(String ts, Instant at) {

    private static final Pattern TS = Pattern.compile("(\\d{9,10})(?:\\.(\\d{1,9}))?");
    private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    /// Null when it is no time, or none between 1990 and 2100.
    static @Nullable SlackTime of(JsonNode row, String field) {
        var value = row.path(field);
        if (!value.isString() && !value.isNumber()) {
            return null;
        }
        var digits = TS.matcher(value.asString("").strip());
        if (!digits.matches()) {
            return null;
        }
        var fraction = digits.group(2) == null ? "" : digits.group(2);
        var seconds = Long.parseLong(digits.group(1));
        var nanos = Long.parseLong((fraction + "000000000").substring(0, 9));
        var at = Instant.ofEpochSecond(seconds, nanos);
        if (at.isBefore(FIRST) || !at.isBefore(END)) {
            return null;
        }
        // a tool that wrote it as a number dropped the zeros at its end
        var ts =
                value.isNumber()
                        ? digits.group(1) + "." + (fraction + "000000").substring(0, 6)
                        : digits.group();
        return new SlackTime(ts, at);
    }

    static @Nullable Instant instant(JsonNode row, String field) {
        var time = of(row, field);
        return time == null ? null : time.at();
    }
}
