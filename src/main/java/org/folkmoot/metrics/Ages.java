package org.folkmoot.metrics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;

/// The numbers of active members over all of a community's time, ten years at most: no team, no
/// bots.
@Service
class Ages {

    private static final int YEARS = 10;

    private final Almanac almanac;
    private final Sheets sheets;

    Ages(Almanac almanac, Sheets sheets) {
        this.almanac = almanac;
        this.sheets = sheets;
    }

    /// A number for each day or week, from the first one of which anything is known.
    record Series(LocalDate first, List<Long> values) {

        static Series of(LocalDate first, long[] values, int many) {
            return new Series(first, Arrays.stream(values, 0, many).boxed().toList());
        }
    }

    /// What of those who came in a month was active in that month and each one after.
    ///
    /// @param values the months in a row; one row for each month of coming, of the cells from that
    ///     month on
    record Table(YearMonth first, List<Long> joined, List<List<Long>> values) {}

    /// Distinct active members of the days up to each day.
    ///
    /// @param length how many days, the day itself among them
    Series rolling(Ask ask, int length) {
        return over(
                ask,
                (scope, first, presence) -> {
                    var change = new long[presence.size() + 1];
                    var until = new int[scope.people().size()];
                    for (int day = 0; day < presence.size(); day++) {
                        int today = day;
                        Headcount.each(
                                presence.get(day),
                                scope,
                                (person, _) -> {
                                    int from = Math.max(today, until[person]);
                                    int to = Math.min(today + length, presence.size());
                                    if (from < to) {
                                        change[from]++;
                                        change[to]--;
                                    }
                                    until[person] = Math.max(until[person], to);
                                });
                    }
                    Arrays.parallelPrefix(change, Long::sum);
                    return Series.of(first, change, presence.size());
                });
    }

    /// Distinct active members of each week, which begins on a Monday.
    Series weeks(Ask ask) {
        return over(
                ask,
                (scope, first, presence) -> {
                    var monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    var seen = new int[scope.people().size()];
                    var weeks = new long[presence.size() / 7 + 2];
                    for (var sheet : presence) {
                        int week = (int) (ChronoUnit.DAYS.between(monday, sheet.day()) / 7);
                        Headcount.each(
                                sheet,
                                scope,
                                (person, _) -> {
                                    if (seen[person] <= week) {
                                        seen[person] = week + 1;
                                        weeks[week]++;
                                    }
                                });
                    }
                    int last = (int) (ChronoUnit.DAYS.between(monday, ask.window().last()) / 7) + 1;
                    return Series.of(monday, weeks, presence.isEmpty() ? 0 : last);
                });
    }

    /// The last months, the running one among them; 64 at most.
    Table cohorts(Ask ask, int months) {
        var first = YearMonth.from(ask.window().last()).minusMonths(months - 1L);
        return sheets.atOnce(
                notes -> {
                    var scope = almanac.scope(ask.filters(), notes);
                    var presence = almanac.presence(first.atDay(1), ask.window().last(), notes);
                    return new MonthsTable(first, months, ask, scope).of(presence);
                });
    }

    private interface Counting {
        Series of(Scope scope, LocalDate first, List<Sheets.Sheet> presence);
    }

    private Series over(Ask ask, Counting counting) {
        return sheets.atOnce(
                notes -> {
                    var last = ask.window().last();
                    var first = sheets.firstDay(last.minusYears(YEARS));
                    return first == null || first.isAfter(last)
                            ? new Series(last, List.of())
                            : counting.of(
                                    almanac.scope(ask.filters(), notes),
                                    first,
                                    almanac.presence(first, last, notes));
                });
    }
}
