package org.folkmoot.orbit;

import java.time.LocalDate;
import java.time.temporal.IsoFields;

/// The 365 days that end with an as-of day, and what a person reached in them, in one number: the
/// highest weight, and how many weeks had 2 active days, months 7 and quarters 30. Weeks are ISO
/// weeks; weeks, months and quarters that the 365 days cut off count as they are.
final class Year {

    static final int DAYS = 365;

    private static final int LAST = 4;
    private static final int WEEK = 13;
    private static final int WEEKS = 16;
    private static final int MONTH = 22;
    private static final int MONTHS = 27;
    private static final int QUARTER = 31;
    private static final int QUARTERS = 38;

    /// How many active days make one.
    static final int A_WEEK = 2;

    static final int A_MONTH = 7;
    static final int A_QUARTER = 30;

    private final LocalDate first;
    private final int[] week = new int[DAYS + 1];
    private final int[] month = new int[DAYS + 1];
    private final int[] quarter = new int[DAYS + 1];

    Year(LocalDate asOf) {
        first = asOf.minusDays(DAYS - 1L);
        week[0] = month[0] = quarter[0] = -1;
        for (int i = 1; i <= DAYS; i++) {
            var day = first.plusDays(i - 1L);
            week[i] =
                    day.get(IsoFields.WEEK_BASED_YEAR) * 100
                            + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            month[i] = day.getYear() * 12 + day.getMonthValue();
            quarter[i] = day.getYear() * 4 + day.get(IsoFields.QUARTER_OF_YEAR);
        }
    }

    LocalDate first() {
        return first;
    }

    /// 1 to 365; less or more outside.
    int place(LocalDate day) {
        return (int) (day.toEpochDay() - first.toEpochDay()) + 1;
    }

    /// With something of that weight, 0 to 12.
    static long with(long reached, int weight) {
        return weight > (reached & 15) ? (reached & ~15L) | weight : reached;
    }

    /// With one more active day; days come in their order, the same one any number of times.
    long active(long reached, int day) {
        int last = part(reached, LAST, 9);
        if (last == day) {
            return reached;
        }
        long next = (reached & ~(0x1ffL << LAST)) | ((long) day << LAST);
        next = one(next, week[last] != week[day], WEEK, 3, A_WEEK, WEEKS);
        next = one(next, month[last] != month[day], MONTH, 5, A_MONTH, MONTHS);
        return one(next, quarter[last] != quarter[day], QUARTER, 7, A_QUARTER, QUARTERS);
    }

    private static long one(long reached, boolean begins, int at, int bits, int enough, int whole) {
        long next = begins ? reached & ~(((1L << bits) - 1) << at) : reached;
        next += 1L << at;
        return part(next, at, bits) == enough ? next + (1L << whole) : next;
    }

    private static int part(long reached, int at, int bits) {
        return (int) (reached >>> at) & ((1 << bits) - 1);
    }

    static Reached of(long reached) {
        return new Reached(
                (int) reached & 15,
                part(reached, WEEKS, 6),
                part(reached, MONTHS, 4),
                part(reached, QUARTERS, 3));
    }

    /// 0 to 12, as [Reached#step] says it.
    static int step(long reached) {
        int step = (int) reached & 15;
        int weeks = part(reached, WEEKS, 6);
        int months = part(reached, MONTHS, 4);
        int quarters = part(reached, QUARTERS, 3);
        return Math.max(
                Math.max(step, weeks == 0 ? 0 : 3 + Math.min(weeks, 3)),
                Math.max(
                        months == 0 ? 0 : 6 + Math.min(months, 3),
                        quarters == 0 ? 0 : 9 + Math.min(quarters, 3)));
    }
}
