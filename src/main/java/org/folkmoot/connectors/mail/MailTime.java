package org.folkmoot.connectors.mail;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// When a mail was written. Reads what RFC 5322 and its obsolete forms allow, and what broken
/// programs write: comments, two-digit years, zone names, no zone, C's asctime, ISO 8601.
///
/// @param sure false when no known zone was given, so that it was taken as UTC, or when the time is
///     not the mail's own
record MailTime(Instant at, boolean sure) {

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private static final Map<String, Integer> ZONES =
            Map.ofEntries(
                    Map.entry("UT", 0),
                    Map.entry("UTC", 0),
                    Map.entry("GMT", 0),
                    Map.entry("Z", 0),
                    Map.entry("EDT", -4),
                    Map.entry("EST", -5),
                    Map.entry("CDT", -5),
                    Map.entry("CST", -6),
                    Map.entry("MDT", -6),
                    Map.entry("MST", -7),
                    Map.entry("PDT", -7),
                    Map.entry("PST", -8),
                    Map.entry("WET", 0),
                    Map.entry("BST", 1),
                    Map.entry("CET", 1),
                    Map.entry("MET", 1),
                    Map.entry("CEST", 2),
                    Map.entry("MEST", 2),
                    Map.entry("EET", 2),
                    Map.entry("EEST", 3),
                    Map.entry("JST", 9));

    private static final String CLOCK =
            "(?<h>\\d{1,2})[:.](?<m>\\d{2})(?:[:.](?<s>\\d{2}))?(?:\\.\\d+)?";
    private static final String ZONE = "(?<zone>[+-]\\d{2}:?\\d{2}|[A-Za-z]{1,5})";
    private static final List<Pattern> FORMS =
            List.of(
                    Pattern.compile(
                            "(?<day>\\d{1,2})[ -](?<month>[A-Za-z]{3})[a-z]*\\.?[ -](?<year>\\d{2,4}),? +"
                                    + CLOCK
                                    + "(?: ?"
                                    + ZONE
                                    + ")?"),
                    Pattern.compile(
                            "(?<month>[A-Za-z]{3})[a-z]* +(?<day>\\d{1,2}),? +"
                                    + CLOCK
                                    + "(?: +"
                                    + ZONE
                                    + ")? +(?<year>\\d{4})(?: +(?<late>[+-]\\d{4}))?"),
                    Pattern.compile(
                            "(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})[T ]"
                                    + CLOCK
                                    + " ?"
                                    + ZONE
                                    + "?"));

    private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

    /// Null when it cannot be read. `FORMS` are searched, so what stands around them is passed
    /// over.
    static @Nullable MailTime of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var shorter = text.length() > 500 ? text.substring(0, 500) : text;
        var plain = shorter.replaceAll("\\([^()]*\\)", " ").replaceAll("\\s+", " ");
        for (var form : FORMS) {
            var found = form.matcher(plain);
            if (found.find()) {
                try {
                    var late = form == FORMS.get(1) ? found.group("late") : null;
                    var offset = offset(late == null ? found.group("zone") : late);
                    var second = found.group("s") == null ? 0 : Integer.parseInt(found.group("s"));
                    var local =
                            LocalDateTime.of(
                                    year(found.group("year")),
                                    month(found.group("month")),
                                    Integer.parseInt(found.group("day")),
                                    Integer.parseInt(found.group("h")),
                                    Integer.parseInt(found.group("m")),
                                    Math.min(second, 59));
                    return new MailTime(
                            local.toInstant(offset == null ? ZoneOffset.UTC : offset),
                            offset != null);
                } catch (DateTimeException e) {
                    return null; // a 31st of February: as good as none
                }
            }
        }
        return null;
    }

    /// The mail's own date unless it is impossible: before 1970, after 2099, a day after the last
    /// server had it or two after the archive did. Then when it arrived. Null if nothing tells.
    static @Nullable MailTime of(Headers headers, String envelope) {
        var own = of(headers.get("date"));
        var route = headers.get("received");
        var received = route == null ? null : of(route.substring(route.lastIndexOf(';') + 1));
        var archived = of(envelope);
        var latest =
                received != null && received.possible()
                        ? received.at().plus(Duration.ofDays(1))
                        : archived != null && archived.possible()
                                ? archived.at().plus(Duration.ofDays(2))
                                : END;
        if (own != null && own.possible() && !own.at().isAfter(latest)) {
            return own;
        }
        var arrived = archived != null && archived.possible() ? archived : received;
        return arrived != null && arrived.possible() ? new MailTime(arrived.at(), false) : null;
    }

    private boolean possible() {
        return !at.isBefore(Instant.EPOCH) && at.isBefore(END);
    }

    private static int year(String text) {
        var year = Integer.parseInt(text);
        return text.length() == 4
                ? year
                : text.length() == 2 && year < 50 ? 2000 + year : 1900 + year;
    }

    private static int month(String text) {
        return Character.isDigit(text.charAt(0))
                ? Integer.parseInt(text)
                : MONTHS.indexOf(text.toLowerCase(Locale.ROOT)) + 1;
    }

    private static @Nullable ZoneOffset offset(@Nullable String zone) {
        if (zone == null) {
            return null;
        }
        if (zone.charAt(0) == '+' || zone.charAt(0) == '-') {
            var digits = zone.replace(":", "");
            var hours = Integer.parseInt(digits.substring(1, 3));
            var minutes = Integer.parseInt(digits.substring(3));
            var sign = zone.charAt(0) == '-' ? -1 : 1;
            return hours > 14 || minutes > 59
                    ? null
                    : ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }
        var hours = ZONES.get(zone.toUpperCase(Locale.ROOT));
        return hours == null ? null : ZoneOffset.ofHours(hours);
    }
}
