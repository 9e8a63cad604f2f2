package org.folkmoot.metrics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What became of those who joined in the last twelve months, followed through the days on which
/// they were active.
final class Cohorts {

    /// This many silent days, and a member counts as gone quiet.
    static final int SILENT_DAYS = 30;

    static final int MONTHS = 12;

    private Cohorts() {}

    /// @param active distinct members active in the month of joining, the one after, and so on up
    ///     to that of the window's last day
    record Cohort(YearMonth month, long joined, List<Long> active) {

        /// The share of all who joined then that were active that many months later.
        double share(int months) {
            return (double) active.get(months) / joined;
        }
    }

    /// The first day of what both need.
    static LocalDate since(Ask ask) {
        var months = months(ask).atDay(1);
        var year = year(ask);
        return months.isBefore(year) ? months : year;
    }

    private static YearMonth months(Ask ask) {
        return YearMonth.from(ask.window().last()).minusMonths(MONTHS - 1L);
    }

    /// The month of the window's last day while it is not over then; null when that was its end.
    static @Nullable YearMonth unfinished(Ask ask) {
        var month = YearMonth.from(ask.window().last());
        var end = month.plusMonths(1).atDay(1).atStartOfDay(ask.window().zone()).toInstant();
        return ask.window().to().isBefore(end) ? month : null;
    }

    private static LocalDate year(Ask ask) {
        return ask.window().last().minusDays(364);
    }

    /// Newest month last.
    static List<Cohort> table(Ask ask, Scope scope, List<Sheets.Sheet> presence) {
        var first = months(ask);
        var people = scope.people();
        var seen = new int[people.size()];
        for (var sheet : presence) {
            int month = (int) first.until(YearMonth.from(sheet.day()), ChronoUnit.MONTHS);
            if (month >= 0
                    && !sheet.day().isBefore(first.atDay(1))
                    && !sheet.day().isAfter(ask.window().last())) {
                Headcount.each(sheet, scope, (person, _) -> seen[person] |= 1 << month);
            }
        }
        var zone = ask.window().zone();
        long from = Census.micros(first.atDay(1).atStartOfDay(zone).toInstant());
        long to = Census.micros(ask.window().to());
        var joined = new TreeMap<Integer, Long>();
        var active = new long[MONTHS][];
        for (int p = 0; p < people.size(); p++) {
            long at = scope.lives().firstSeen(p);
            if (at < from || at >= to || !scope.person(p)) {
                continue;
            }
            int cohort =
                    (int) first.until(YearMonth.from(Comings.day(at, zone)), ChronoUnit.MONTHS);
            joined.merge(cohort, 1L, Long::sum);
            if (active[cohort] == null) {
                active[cohort] = new long[MONTHS - cohort];
            }
            for (int month = cohort; month < MONTHS; month++) {
                active[cohort][month - cohort] += seen[p] >> month & 1;
            }
        }
        var table = new ArrayList<Cohort>();
        joined.forEach(
                (cohort, n) ->
                        table.add(
                                new Cohort(
                                        first.plusMonths(cohort),
                                        n,
                                        Arrays.stream(active[cohort]).boxed().toList())));
        return table;
    }

    /// How long those who joined in the 365 days to the window's end stayed active: days from first
    /// seen to the last active day. It ended for those then silent for 30 days; who was active
    /// since is only known to have stayed so long.
    static KaplanMeier survival(Ask ask, Scope scope, List<Sheets.Sheet> presence) {
        var people = scope.people();
        var last = new long[people.size()];
        Arrays.fill(last, Long.MIN_VALUE);
        for (var sheet : presence) {
            long day = sheet.day().toEpochDay();
            if (!sheet.day().isBefore(year(ask)) && !sheet.day().isAfter(ask.window().last())) {
                Headcount.each(sheet, scope, (person, _) -> last[person] = day);
            }
        }
        var zone = ask.window().zone();
        long from = Census.micros(year(ask).atStartOfDay(zone).toInstant());
        long to = Census.micros(ask.window().to());
        long silentSince = ask.window().last().toEpochDay() - SILENT_DAYS;
        var gone = new double[people.size()];
        var here = new double[people.size()];
        int left = 0;
        int stayed = 0;
        for (int p = 0; p < people.size(); p++) {
            long at = scope.lives().firstSeen(p);
            if (at < from || at >= to || !scope.person(p)) {
                continue;
            }
            long joined = Comings.day(at, zone).toEpochDay();
            long until = Math.max(joined, last[p]);
            if (until <= silentSince) {
                gone[left++] = until - joined;
            } else {
                here[stayed++] = until - joined;
            }
        }
        return KaplanMeier.of(Arrays.copyOf(gone, left), Arrays.copyOf(here, stayed));
    }
}
