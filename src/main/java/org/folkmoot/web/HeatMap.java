package org.folkmoot.web;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A year of days, one square each, darker the more happened; a column is a week as the reader's
/// locale begins it.
///
/// @param last the last day shown; the first is 52 weeks earlier
/// @param counts days without an entry count as zero
/// @param words what it shows, for those who do not see it: "214 activities on 96 days in the last
/// year"
public record HeatMap(LocalDate last, Map<LocalDate, Integer> counts, String words, Locale locale) {

    private static final int WEEKS = 53;
    private static final int STEP = 13;

    public HeatMap {
        counts = Map.copyOf(counts);
    }

    /// One square: column and row times 13, and how dark, 0 (nothing) to 4 (the busiest quarter of
    /// active days).
    record Square(int x, int y, int level, String words) {}

    record Label(int x, String words) {}

    List<Square> squares() {
        var quarters = quarters();
        var numbers = NumberFormat.getIntegerInstance(locale);
        var dates = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        var squares = new ArrayList<Square>();
        for (var day = first(); !day.isAfter(last); day = day.plusDays(1)) {
            int count = counts.getOrDefault(day, 0);
            int place = Math.toIntExact(ChronoUnit.DAYS.between(first(), day));
            squares.add(
                    new Square(
                            place / 7 * STEP,
                            place % 7 * STEP,
                            level(count, quarters),
                            dates.format(day) + ": " + numbers.format(count)));
        }
        return squares;
    }

    List<Label> months() {
        var labels = new ArrayList<Label>();
        for (int week = 1; week < WEEKS; week++) {
            var day = first().plusWeeks(week);
            if (day.getMonth() != day.minusWeeks(1).getMonth() && week < WEEKS - 2) {
                labels.add(
                        new Label(
                                week * STEP,
                                day.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, locale)));
            }
        }
        return labels;
    }

    private LocalDate first() {
        var weekStart = WeekFields.of(locale).getFirstDayOfWeek();
        return last.with(TemporalAdjusters.previousOrSame(weekStart)).minusWeeks(WEEKS - 1);
    }

    /// Upper bounds of the three quieter quarters of the days on which something happened.
    private int[] quarters() {
        var active =
                counts.values().stream()
                        .filter(count -> count > 0)
                        .sorted()
                        .mapToInt(c -> c)
                        .toArray();
        return active.length == 0
                ? new int[3]
                : new int[] {
                    active[(active.length - 1) / 4],
                    active[(active.length - 1) / 2],
                    active[(active.length - 1) * 3 / 4]
                };
    }

    private static int level(int count, int[] quarters) {
        return count == 0
                ? 0
                : count <= quarters[0]
                        ? 1
                        : count <= quarters[1] ? 2 : count <= quarters[2] ? 3 : 4;
    }
}
