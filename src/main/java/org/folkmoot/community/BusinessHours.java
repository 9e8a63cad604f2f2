package org.folkmoot.community;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// When a community's team is at work, by the community's own clock.
///
/// @param week the hours of each weekday that has some, Monday first
/// @param holidays the days on which nobody works, each with its name, which may be empty
/// @param chosen false while nobody has chosen any: then these are the usual ones
public record BusinessHours(
        Map<DayOfWeek, Span> week, SortedMap<LocalDate, String> holidays, boolean chosen) {

    /// Monday to Friday from nine to five, without holidays.
    public static final BusinessHours USUAL = usual();

    public BusinessHours {
        var days = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        days.putAll(week);
        week = Collections.unmodifiableMap(days);
        holidays = Collections.unmodifiableSortedMap(new TreeMap<>(holidays));
    }

    /// The hours of one day.
    ///
    /// @param opens minutes since midnight
    /// @param closes minutes since midnight, exclusive, after `opens`, at most 1440
    public record Span(int opens, int closes) {

        public static final int DAY = 24 * 60;

        public Span {
            if (opens < 0 || closes <= opens || closes > DAY) {
                throw new IllegalArgumentException(
                        "No hours last from minute %d to minute %d".formatted(opens, closes));
            }
        }

        /// "09:00".
        public String from() {
            return clock(opens);
        }

        /// "17:00"; midnight at the day's end is "24:00".
        public String until() {
            return clock(closes);
        }

        private static String clock(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }
    }

    private static BusinessHours usual() {
        var week = new EnumMap<DayOfWeek, Span>(DayOfWeek.class);
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)
                .forEach(day -> week.put(day, new Span(9 * 60, 17 * 60)));
        return new BusinessHours(week, new TreeMap<>(), false);
    }

    /// The hours of that day, null when it has none.
    public @Nullable Span on(LocalDate day) {
        return holidays.containsKey(day) ? null : week.get(day.getDayOfWeek());
    }

    /// "Mon to Fri 09:00 to 17:00, Sat 10:00 to 14:00"; without the holidays.
    public String inWords(Locale locale) {
        var words = new ArrayList<String>();
        for (int first = 1; first <= 7; ) {
            var span = week.get(DayOfWeek.of(first));
            int last = first;
            while (last < 7 && span != null && span.equals(week.get(DayOfWeek.of(last + 1)))) {
                last++;
            }
            if (span != null) {
                words.add(
                        "%s%s %s to %s"
                                .formatted(
                                        name(first, locale),
                                        last == first ? "" : " to " + name(last, locale),
                                        span.from(),
                                        span.until()));
            }
            first = last + 1;
        }
        return String.join(", ", words);
    }

    /// For programs: `{"week": {"monday": {"from": "09:00", "until": "17:00"}}, "holidays":
    /// {"2026-12-25": "Christmas"}}`. A weekday without hours is absent.
    public Map<String, Object> told() {
        var days = new LinkedHashMap<String, Object>();
        week.forEach(
                (day, span) ->
                        days.put(
                                day.name().toLowerCase(Locale.ROOT),
                                Map.of("from", span.from(), "until", span.until())));
        var named = new LinkedHashMap<String, Object>();
        holidays.forEach((day, name) -> named.put(day.toString(), name));
        var told = new LinkedHashMap<String, Object>();
        told.put("week", days);
        told.put("holidays", named);
        return told;
    }

    private static String name(int weekday, Locale locale) {
        return DayOfWeek.of(weekday).getDisplayName(TextStyle.SHORT, locale);
    }

    /// The holidays from one day to another, both included.
    public List<LocalDate> holidays(LocalDate first, LocalDate last) {
        return List.copyOf(holidays.subMap(first, last.plusDays(1)).keySet());
    }
}
