package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts distinct people over days, whatever the number of their accounts.
final class Headcount {

    private static final int DURING = 1;
    private static final int CONTRIBUTED = 2;
    private static final int BEFORE = 4;
    private static final int CONTRIBUTED_BEFORE = 8;
    private static final int EARLIER = 16;

    private static final int FLAGS = 5;
    private static final int DAY = -1 << FLAGS;
    /// So that no day a window can have is 0.
    private static final int LONG_AGO = 1_000_000;

    private Headcount() {}

    /// What somebody is told of each account that was active on a day.
    @FunctionalInterface
    interface Seen {
        void active(int person, boolean contributed);
    }

    /// Goes over the people of a day who are counted; those with two accounts may come twice.
    static void each(Sheets.Sheet sheet, Scope scope, Seen seen) {
        var in = new Packed.Reader(sheet.body());
        long account = 0;
        while (in.more()) {
            long next = in.count();
            account += next >>> 1;
            int person = scope.counted(account);
            if (person >= 0) {
                seen.active(person, (next & 1) != 0);
            }
        }
    }

    /// @param presence at least of all days of the three windows
    static Presences.Counts of(Ask ask, Scope scope, List<Sheets.Sheet> presence) {
        var flags = new int[scope.people().size()];
        var days = new HashMap<LocalDate, Long>();
        var first = ask.window().first();
        var firstBefore = ask.window().before().first();
        var earliest = ask.window().before().before().first();
        for (var sheet : presence) {
            var day = sheet.day();
            if (day.isBefore(earliest) || day.isAfter(ask.window().last())) {
                continue;
            }
            var which =
                    !day.isBefore(first)
                            ? new int[] {DURING, CONTRIBUTED}
                            : !day.isBefore(firstBefore)
                                    ? new int[] {BEFORE, CONTRIBUTED_BEFORE}
                                    : new int[] {EARLIER, EARLIER};
            var people = day(sheet, scope, flags, which[0], which[0] | which[1]);
            if (people > 0 && !day.isBefore(firstBefore)) {
                days.put(day, people);
            }
        }
        return sum(flags, days);
    }

    /// @param flags of each person, above them the number of the last day on which they were met
    /// @return the day's distinct people
    private static long day(Sheets.Sheet sheet, Scope scope, int[] flags, int active, int both) {
        int today = ((int) sheet.day().toEpochDay() + LONG_AGO) << FLAGS;
        long people = 0;
        var in = new Packed.Reader(sheet.body());
        long account = 0;
        while (in.more()) {
            long next = in.count();
            account += next >>> 1;
            int person = scope.counted(account);
            if (person >= 0) {
                int before = flags[person];
                people += (before & DAY) == today ? 0 : 1;
                flags[person] = (before & ~DAY) | today | ((next & 1) != 0 ? both : active);
            }
        }
        return people;
    }

    private static Presences.Counts sum(int[] flags, Map<LocalDate, Long> days) {
        return new Presences.Counts(
                new Presences.Span(many(flags, DURING), many(flags, DURING | CONTRIBUTED)),
                new Presences.Span(many(flags, BEFORE), many(flags, BEFORE | CONTRIBUTED_BEFORE)),
                many(flags, EARLIER),
                many(flags, DURING | BEFORE),
                many(flags, BEFORE | EARLIER),
                days);
    }

    private static long many(int[] flags, int all) {
        long many = 0;
        for (int f : flags) {
            many += (f & all) == all ? 1 : 0;
        }
        return many;
    }
}
