package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts distinct people over days, whatever the number of their accounts.
final class Headcount {

    private static final byte DURING = 1;
    private static final byte CONTRIBUTED = 2;
    private static final byte BEFORE = 4;
    private static final byte CONTRIBUTED_BEFORE = 8;
    private static final byte EARLIER = 16;

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
        var flags = new byte[scope.people().size()];
        var seen = new int[flags.length];
        Arrays.fill(seen, Integer.MIN_VALUE);
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
                            ? new byte[] {DURING, CONTRIBUTED}
                            : !day.isBefore(firstBefore)
                                    ? new byte[] {BEFORE, CONTRIBUTED_BEFORE}
                                    : new byte[] {EARLIER, EARLIER};
            var people = day(sheet, scope, flags, seen, which[0], (byte) (which[0] | which[1]));
            if (people > 0 && !day.isBefore(firstBefore)) {
                days.put(day, people);
            }
        }
        return sum(flags, days);
    }

    /// @param seen for each person the number of the last day on which they were met
    /// @return the day's distinct people
    private static long day(
            Sheets.Sheet sheet, Scope scope, byte[] flags, int[] seen, byte active, byte both) {
        int today = (int) sheet.day().toEpochDay();
        long people = 0;
        var in = new Packed.Reader(sheet.body());
        long account = 0;
        while (in.more()) {
            long next = in.count();
            account += next >>> 1;
            int person = scope.counted(account);
            if (person >= 0) {
                if (seen[person] != today) {
                    seen[person] = today;
                    people++;
                }
                flags[person] |= (next & 1) != 0 ? both : active;
            }
        }
        return people;
    }

    private static Presences.Counts sum(byte[] flags, Map<LocalDate, Long> days) {
        return new Presences.Counts(
                new Presences.Span(many(flags, DURING), many(flags, (byte) (DURING | CONTRIBUTED))),
                new Presences.Span(
                        many(flags, BEFORE), many(flags, (byte) (BEFORE | CONTRIBUTED_BEFORE))),
                many(flags, EARLIER),
                many(flags, (byte) (DURING | BEFORE)),
                many(flags, (byte) (BEFORE | EARLIER)),
                days);
    }

    private static long many(byte[] flags, byte all) {
        long many = 0;
        for (byte f : flags) {
            many += (f & all) == all ? 1 : 0;
        }
        return many;
    }
}
