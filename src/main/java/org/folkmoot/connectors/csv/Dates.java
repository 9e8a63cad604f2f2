package org.folkmoot.connectors.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a date as people and programs write it: ISO 8601, `31.01.2024 10:15`, `1/31/24 3:04 PM`,
/// `Jan 31, 2024`, `31 de enero de 2024`, seconds, milli- and microseconds since 1970, and the day
/// numbers of spreadsheets. A time without a zone is in the zone given, a date without a time its
/// first moment there.
public record Dates(DateOrder order, ZoneId zone) {

    /// Month before day and UTC where nothing else is told.
    public static final Dates USUAL = new Dates(DateOrder.MONTH_FIRST, ZoneOffset.UTC);

    private static final Pattern YEAR_FIRST =
            Pattern.compile(
                    "^(?<y>\\d{4})([-/.])(?<m>\\d{1,2})\\2(?<d>\\d{1,2})(?!\\d)(?<rest>.*)$");
    private static final Pattern YEAR_LAST =
            Pattern.compile(
                    "^(?<a>\\d{1,2})([./-])(?<b>\\d{1,2})\\2(?<y>\\d{4}|\\d{2})(?!\\d)(?<rest>.*)$");
    private static final Pattern DAY_NAMED =
            Pattern.compile(
                    "^(?:\\p{L}+\\.?,? +)?(?<d>\\d{1,2})(?:\\.|st|nd|rd|th)?[ -](?:de )?"
                            + "(?<m>\\p{L}{3,})\\.?,?[ -](?:de )?(?<y>\\d{4})(?!\\d)(?<rest>.*)$");
    private static final Pattern MONTH_NAMED =
            Pattern.compile(
                    "^(?:\\p{L}+, +)?(?<m>\\p{L}{3,})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?,? "
                            + "(?<y>\\d{4})(?!\\d)(?<rest>.*)$");
    private static final Pattern TIME =
            Pattern.compile(
                    "^[T,\\s]*(?:at |um |à )?(?<h>\\d{1,2}):(?<mi>\\d{2})(?::(?<s>\\d{2})(?:[.,](?<f>\\d{1,9})\\d*)?)?"
                            + "\\s*(?<half>[AaPp]\\.?[Mm]\\.?)?\\s*(?<zone>\\S+)?$");
    private static final Pattern NUMBER = Pattern.compile("^\\d{5,16}(?:\\.\\d+)?$");
    private static final Map<String, Month> MONTHS = months();

    /// The moment, null when this is no date.
    public @Nullable Instant read(String text) {
        var t = text.strip();
        if (t.length() < 5 || t.length() > 64) {
            return null;
        }
        try {
            return NUMBER.matcher(t).matches() ? number(t) : written(t);
        } catch (DateTimeException | NumberFormatException e) {
            return null; // looks like a date and is none, such as 31 February
        }
    }

    private @Nullable Instant number(String t) {
        var value = Double.parseDouble(t);
        var digits = t.contains(".") ? t.indexOf('.') : t.length();
        return switch (digits) {
            case 5 -> {
                var days = (long) value;
                var seconds = Math.round((value - days) * 86_400);
                yield LocalDate.of(1899, 12, 30)
                        .plusDays(days)
                        .atStartOfDay()
                        .plusSeconds(seconds)
                        .atZone(zone)
                        .toInstant();
            }
            case 8 ->
                    LocalDate.of(
                                    Integer.parseInt(t, 0, 4, 10),
                                    Integer.parseInt(t, 4, 6, 10),
                                    Integer.parseInt(t, 6, 8, 10))
                            .atStartOfDay(zone)
                            .toInstant();
            case 9, 10 -> Instant.ofEpochMilli(Math.round(value * 1000));
            case 12, 13 -> Instant.ofEpochMilli(Math.round(value));
            case 16 -> Instant.ofEpochMilli(Math.round(value / 1000));
            default -> null;
        };
    }

    private @Nullable Instant written(String t) {
        var m = YEAR_FIRST.matcher(t);
        if (m.matches()) {
            return at(m, Integer.parseInt(m.group("m")), Integer.parseInt(m.group("d")));
        }
        m = YEAR_LAST.matcher(t);
        if (m.matches()) {
            var a = Integer.parseInt(m.group("a"));
            var b = Integer.parseInt(m.group("b"));
            return order == DateOrder.DAY_FIRST ? at(m, b, a) : at(m, a, b);
        }
        for (var named : List.of(DAY_NAMED, MONTH_NAMED)) {
            m = named.matcher(t);
            var month = m.matches() ? MONTHS.get(CsvHeader.word(m.group("m"))) : null;
            if (month != null) {
                return at(m, month.getValue(), Integer.parseInt(m.group("d")));
            }
        }
        return null;
    }

    private @Nullable Instant at(Matcher date, int month, int day) {
        var year = Integer.parseInt(date.group("y"));
        if (date.group("y").length() == 2) {
            year += year < 70 ? 2000 : 1900;
        }
        var on = LocalDate.of(year, month, day);
        var rest = date.group("rest").strip();
        if (rest.isEmpty() || rest.equals("Z")) {
            return on.atStartOfDay(rest.isEmpty() ? zone : ZoneOffset.UTC).toInstant();
        }
        var time = TIME.matcher(rest);
        if (!time.matches()) {
            return null;
        }
        var told = time.group("zone");
        return LocalDateTime.of(on, clock(time))
                .atZone(told == null ? zone : zone(told))
                .toInstant();
    }

    private static LocalTime clock(Matcher time) {
        var hour = Integer.parseInt(time.group("h"));
        var half = time.group("half");
        if (half != null) {
            hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
        }
        var seconds = time.group("s");
        var fraction = time.group("f");
        return LocalTime.of(
                hour,
                Integer.parseInt(time.group("mi")),
                seconds == null ? 0 : Math.min(59, Integer.parseInt(seconds)),
                fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)));
    }

    private static ZoneId zone(String told) {
        var bare = told.replaceAll("^[\\[(]|[\\])]$", "");
        return ZoneId.of(
                bare.matches("[+-]\\d{2}(:?\\d{2})?")
                        ? bare
                        : bare.equalsIgnoreCase("utc") || bare.equals("Z") ? "Z" : bare,
                ZoneId.SHORT_IDS);
    }

    private static Map<String, Month> months() {
        var months = new HashMap<String, Month>();
        for (var language : List.of("en", "de", "fr", "es", "pt")) {
            for (var month : Month.values()) {
                for (var style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                    var name = month.getDisplayName(style, Locale.of(language));
                    months.putIfAbsent(CsvHeader.word(name), month);
                }
            }
        }
        months.put("sept", Month.SEPTEMBER);
        months.put("mrz", Month.MARCH);
        return Map.copyOf(months);
    }
}
