package org.folkmoot.metrics;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/// Counts who of those who came in a month was active in later ones: a bit for each person and
/// month.
final class MonthsTable {

    private final YearMonth first;
    private final int months;
    private final Ask ask;
    private final Scope scope;

    /// @param months from the first one on, 64 at most
    MonthsTable(YearMonth first, int months, Ask ask, Scope scope) {
        this.first = first;
        this.months = months;
        this.ask = ask;
        this.scope = scope;
    }

    Ages.Table of(List<Sheets.Sheet> presence) {
        var seen = new long[scope.people().size()];
        for (var sheet : presence) {
            long bit = 1L << first.until(YearMonth.from(sheet.day()), ChronoUnit.MONTHS);
            Headcount.each(sheet, scope, (person, _) -> seen[person] |= bit);
        }
        var starts = starts();
        var joined = new long[months];
        var active = new long[months][];
        for (int m = 0; m < months; m++) {
            active[m] = new long[months - m];
        }
        for (int p = 0; p < seen.length; p++) {
            long at = scope.lives().firstSeen(p);
            if (at < starts[0] || at >= starts[months] || !scope.person(p)) {
                continue;
            }
            int found = Arrays.binarySearch(starts, at);
            int cohort = found >= 0 ? found : -found - 2;
            joined[cohort]++;
            for (long rest = seen[p] >>> cohort; rest != 0; rest &= rest - 1) {
                active[cohort][Long.numberOfTrailingZeros(rest)]++;
            }
        }
        return new Ages.Table(
                first,
                Arrays.stream(joined).boxed().toList(),
                Arrays.stream(active).map(row -> Arrays.stream(row).boxed().toList()).toList());
    }

    /// When each month begins and the last one ends, or now.
    private long[] starts() {
        var starts = new long[months + 1];
        for (int m = 0; m < months; m++) {
            var day = first.plusMonths(m).atDay(1).atStartOfDay(ask.window().zone());
            starts[m] = Census.micros(day.toInstant());
        }
        starts[months] = Census.micros(ask.window().to());
        return starts;
    }
}
