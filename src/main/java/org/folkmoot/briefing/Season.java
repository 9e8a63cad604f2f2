package org.folkmoot.briefing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// What a number is usually on a day like this, by what it was before: its level of the last weeks,
/// the weekday, and the time of the year where a year is known. All by medians, so that one odd day
/// neither hides the next nor makes it look usual. Counts are looked at as 2 sqrt(n + 3/8)
/// (F. J. Anscombe, 1948), where chance scatters a small count as much as a large one.
///
/// @param first the day of the first value
/// @param past a day each; `NaN` for what is not known or not to be learned from
@SuppressWarnings("ArrayRecordComponent") // never compared
record Season(LocalDate first, double[] past) {

    private static final int WEEK = 7;
    private static final int LEVEL = 21;
    private static final int SCATTER = 112;
    private static final int YEAR = 364;
    private static final int FEWEST = 42;
    private static final double MAD = 1.4826;

    /// Nothing scatters less than a count by chance, and the level is known from 21 days only.
    private static final double LEAST = 1.04;

    /// How far off a value lies.
    ///
    /// @param value the mean of a day, where several are looked at
    /// @param low to @param high what nine of ten such days lie between
    /// @param z in robust standard deviations
    /// @param chance how rarely an ordinary day lies so far off
    record Off(double value, double expected, double low, double high, double z, double chance) {}

    /// How far that day, or the days up to it, lie from what was usual before them.
    ///
    /// @param day index of the last day looked at
    /// @param span 1 for the day alone, 7 for the week up to it
    /// @return empty where too little is known
    Optional<Off> at(int day, int span) {
        int before = day - span + 1;
        if (before < FEWEST || known(before) < FEWEST) {
            return Optional.empty();
        }
        var calm = new double[past.length];
        for (int i = 0; i < past.length; i++) {
            calm[i] = 2 * Math.sqrt(past[i] + 0.375);
        }
        var weekday = weekdays(calm, before);
        for (int i = 0; i < calm.length; i++) {
            calm[i] -= weekday[i % WEEK];
        }
        return off(calm, weekday, day, span);
    }

    private Optional<Off> off(double[] calm, double[] weekday, int day, int span) {
        int before = day - span + 1;
        double value = mean(calm, before, day + 1);
        double level = median(calm, before - LEVEL, before);
        var scatter = scatter(calm, before, span);
        if (Double.isNaN(value) || Double.isNaN(level) || scatter.length < 8) {
            return Optional.empty();
        }
        double drift = median(scatter);
        double deviation =
                MAD * median(Arrays.stream(scatter).map(s -> Math.abs(s - drift)).toArray());
        double spread = Math.max(deviation, LEAST / Math.sqrt(span));
        double expected = level + drift + yearly(calm, day, span);
        double z = (value - expected) / spread;
        // whatever happened before by chance may happen again
        long asFar =
                Arrays.stream(scatter)
                        .filter(s -> Math.abs(s - drift) >= Math.abs(z) * spread)
                        .count();
        double chance = Math.max(Tail.beyond(z), (double) asFar / scatter.length);
        double season = span == 1 ? weekday[day % WEEK] : 0;
        double nine = 1.86 * spread;
        return Optional.of(
                new Off(
                        raw(day, span),
                        back(expected + season),
                        back(expected - nine + season),
                        back(expected + nine + season),
                        z,
                        chance));
    }

    private double raw(int day, int span) {
        return mean(past, day - span + 1, day + 1);
    }

    private static double back(double calm) {
        double root = Math.max(0, calm) / 2;
        return Math.max(0, root * root - 0.375);
    }

    /// What each weekday adds, by the index of a day modulo 7: the median of what it was above the
    /// three weeks around it.
    private static double[] weekdays(double[] calm, int before) {
        var effects = new double[WEEK];
        for (int weekday = 0; weekday < WEEK; weekday++) {
            var above = new double[SCATTER / WEEK + 1];
            int n = 0;
            for (int i = before - 1; i >= Math.max(0, before - SCATTER); i--) {
                if (i % WEEK == weekday && !Double.isNaN(calm[i])) {
                    double around = median(calm, i - 10, Math.min(before, i + 11));
                    above[n++] = calm[i] - around;
                }
            }
            effects[weekday] = n == 0 ? 0 : median(Arrays.copyOf(above, n));
        }
        double mean = Arrays.stream(effects).average().orElse(0);
        return Arrays.stream(effects).map(e -> e - mean).toArray();
    }

    /// How far each of the days before, or each of the weeks, lay from the level before it.
    private static double[] scatter(double[] calm, int before, int span) {
        var off = new double[SCATTER];
        int n = 0;
        for (int end = before - 1; end >= Math.max(LEVEL, before - SCATTER); end -= span) {
            double value = mean(calm, end - span + 1, end + 1);
            double level = median(calm, end - span + 1 - LEVEL, end - span + 1);
            if (!Double.isNaN(value) && !Double.isNaN(level)) {
                off[n++] = value - level;
            }
        }
        return Arrays.copyOf(off, n);
    }

    /// Half of what the same days did a year ago against the weeks before them: one year is one
    /// case.
    private static double yearly(double[] calm, int day, int span) {
        int then = day - YEAR;
        if (then - LEVEL - span < 0) {
            return 0;
        }
        double same = median(calm, then - span - 2, then + 4);
        double earlier = median(calm, then - span - 2 - LEVEL, then - span - 2);
        return Double.isNaN(same) || Double.isNaN(earlier) ? 0 : (same - earlier) / 2;
    }

    private int known(int before) {
        int n = 0;
        for (int i = Math.max(0, before - SCATTER); i < before; i++) {
            n += Double.isNaN(past[i]) ? 0 : 1;
        }
        return n;
    }

    /// Of what is known there, if that is at least half.
    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        int n = 0;
        for (int i = Math.max(0, from); i < Math.min(values.length, to); i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                n++;
            }
        }
        return 2 * n < to - from || n == 0 ? Double.NaN : sum / n;
    }

    private static double median(double[] values, int from, int to) {
        return median(
                Arrays.copyOfRange(
                        values,
                        Math.max(0, from),
                        Math.clamp(to, Math.max(0, from), values.length)));
    }

    /// Of what is known; `NaN` when nothing is.
    static double median(double[] values) {
        var known = new double[values.length];
        int n = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                known[n++] = value;
            }
        }
        Arrays.sort(known, 0, n);
        int half = n / 2;
        return n == 0 ? Double.NaN : n % 2 == 1 ? known[half] : (known[half - 1] + known[half]) / 2;
    }
}
