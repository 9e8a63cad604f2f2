package org.folkmoot.metrics;

import org.jspecify.annotations.Nullable;

/// Where the true value lies with 95 % confidence. `high` null: beyond what was seen.
public record Interval(double low, @Nullable Double high) {

    static final double Z = 1.959963984540054;

    /// Wilson's score interval of a share.
    ///
    /// @return null when there is nothing to take a share of
    static @Nullable Interval wilson(long some, long all) {
        if (all == 0) {
            return null;
        }
        double p = (double) some / all;
        double z2 = Z * Z / all;
        double middle = (p + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(p * (1 - p) / all + z2 / (4 * all)) / (1 + z2);
        return new Interval(
                some == 0 ? 0 : Math.max(0, middle - half),
                some == all ? 1 : Math.min(1, middle + half));
    }

    /// Of a mean of counts that are never negative: mean ± 1.96 standard errors.
    ///
    /// @return null for fewer than two
    static @Nullable Interval ofMean(double sum, double squares, long n) {
        if (n < 2) {
            return null;
        }
        double mean = sum / n;
        double variance = Math.max(0, (squares - n * mean * mean) / (n - 1));
        double half = Z * Math.sqrt(variance / n);
        return new Interval(Math.max(0, mean - half), mean + half);
    }
}
