package org.folkmoot.community;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.folkmoot.community.BusinessHours.Span;
import org.jspecify.annotations.Nullable;

/// Business hours as somebody typed them.
///
/// @param week by weekday, all seven
/// @param holidays a day a line: `2026-12-25 Christmas`
record HoursForm(Map<DayOfWeek, Typed> week, String holidays) {

    private static final int MOST_HOLIDAYS = 1000;
    private static final int LONGEST_NAME = 100;
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[:.]?(\\d{2})(?::00)?)?");
    private static final Pattern HOLIDAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:\\s+(.*))?");

    record Typed(String from, String until) {

        boolean empty() {
            return from.isEmpty() && until.isEmpty();
        }
    }

    /// What came of it: the hours, or what is wrong with each part, in words.
    ///
    /// @param hours null when something is wrong
    record Outcome(
            @Nullable BusinessHours hours,
            Map<DayOfWeek, String> wrongDays,
            String wrongWeek,
            String wrongHolidays) {

        static final Outcome UNTRIED = new Outcome(null, Map.of(), "", "");
    }

    private static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String words) {
            super(words);
        }
    }

    static HoursForm of(Map<String, String> sent) {
        var week = new EnumMap<DayOfWeek, Typed>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(
                    day,
                    new Typed(
                            sent.getOrDefault("from." + day.getValue(), "").strip(),
                            sent.getOrDefault("until." + day.getValue(), "").strip()));
        }
        return new HoursForm(week, sent.getOrDefault("holidays", ""));
    }

    static HoursForm of(BusinessHours hours) {
        var week = new EnumMap<DayOfWeek, Typed>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            var span = hours.week().get(day);
            week.put(day, span == null ? new Typed("", "") : new Typed(span.from(), span.until()));
        }
        return new HoursForm(
                week,
                hours.holidays().entrySet().stream()
                        .map(e -> (e.getKey() + " " + e.getValue()).strip())
                        .collect(Collectors.joining("\n")));
    }

    Outcome read() {
        var hours = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        var wrong = new EnumMap<DayOfWeek, String>(DayOfWeek.class);
        week.forEach(
                (day, typed) -> {
                    try {
                        if (!typed.empty()) {
                            hours.put(day, span(day, typed));
                        }
                    } catch (Wrong e) {
                        wrong.put(day, String.valueOf(e.getMessage()));
                    }
                });
        var wrongWeek =
                hours.isEmpty() && wrong.isEmpty()
                        ? "No day has hours, so no wait would ever take any time. Give at least one day its hours."
                        : "";
        var wrongHolidays = "";
        var days = new TreeMap<LocalDate, String>();
        try {
            days.putAll(days(holidays));
        } catch (Wrong e) {
            wrongHolidays = String.valueOf(e.getMessage());
        }
        var good = wrong.isEmpty() && wrongWeek.isEmpty() && wrongHolidays.isEmpty();
        return new Outcome(
                good ? new BusinessHours(hours, days, true) : null,
                wrong,
                wrongWeek,
                wrongHolidays);
    }

    private static Span span(DayOfWeek day, Typed typed) throws Wrong {
        var name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        if (typed.until.isEmpty()) {
            throw new Wrong(
                    "%s has no end. Say until when, or empty both fields for a day without hours."
                            .formatted(name));
        }
        if (typed.from.isEmpty()) {
            throw new Wrong(
                    "%s has no beginning. Say from when, or empty both fields for a day without hours."
                            .formatted(name));
        }
        int opens = minute(typed.from);
        int until = minute(typed.until);
        int closes = until == 0 ? Span.DAY : until;
        if (closes <= opens) {
            throw new Wrong(
                    "%s ends at %s, which is not after its beginning at %s. Past midnight, end the day at 24:00 and begin the next at 00:00."
                            .formatted(name, typed.until, typed.from));
        }
        return new Span(opens, closes);
    }

    private static int minute(String typed) throws Wrong {
        var time = TIME.matcher(typed);
        if (time.matches()) {
            int minute =
                    Integer.parseInt(time.group(1)) * 60
                            + (time.group(2) == null ? 0 : Integer.parseInt(time.group(2)));
            var sixty = time.group(2) == null || Integer.parseInt(time.group(2)) < 60;
            if (minute <= Span.DAY && sixty) {
                return minute;
            }
        }
        throw new Wrong("The time %s cannot be read. Write it like 09:00.".formatted(typed));
    }

    private static Map<LocalDate, String> days(String typed) throws Wrong {
        var days = new TreeMap<LocalDate, String>();
        var lines = typed.lines().map(String::strip).toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isEmpty()) {
                var holiday = HOLIDAY.matcher(lines.get(i));
                var name = holiday.matches() && holiday.group(2) != null ? holiday.group(2) : "";
                if (name.length() > LONGEST_NAME) {
                    throw new Wrong(
                            "Line %d is too long: a holiday's name has up to %d characters."
                                    .formatted(i + 1, LONGEST_NAME));
                }
                try {
                    days.putIfAbsent(
                            LocalDate.parse(holiday.matches() ? holiday.group(1) : ""), name);
                } catch (DateTimeException e) {
                    throw new Wrong(
                            "Line %d, “%s”, does not begin with a day. Write it like 2026-12-25 or 2026-12-25 Christmas."
                                    .formatted(
                                            i + 1,
                                            lines.get(i)
                                                    .substring(
                                                            0,
                                                            Math.min(60, lines.get(i).length()))));
                }
            }
        }
        if (days.size() > MOST_HOLIDAYS) {
            throw new Wrong(
                    "These are %d holidays; at most %d are kept. Take old ones out."
                            .formatted(days.size(), MOST_HOLIDAYS));
        }
        return days;
    }
}
