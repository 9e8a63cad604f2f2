package org.folkmoot.briefing;

import org.folkmoot.metrics.Beat;

/// How rarely chance alone takes a number so far from what is usual.
final class Tail {

    /// Of Student's t: between few degrees, which never alarm, and the normal curve, which believes
    /// that communities have no odd days.
    private static final int DEGREES = 8;

    private Tail() {}

    /// The share of ordinary days that lie at least so far off, on either side: Student's t with
    /// eight degrees of freedom, for which the sum is finite (Abramowitz and Stegun 26.7.4).
    ///
    /// @param z distance in robust standard deviations
    static double beyond(double z) {
        double angle = Math.atan(Math.abs(z) / Math.sqrt(DEGREES));
        double cos = Math.cos(angle) * Math.cos(angle);
        double term = 1;
        double sum = 1;
        for (int k = 1; k <= (DEGREES - 2) / 2; k++) {
            term *= cos * (2 * k - 1) / (2 * k);
            sum += term;
        }
        return Math.max(0, 1 - Math.sin(angle) * sum);
    }

    /// "very sure": of a thousand ordinary days not one looks like this.
    static String words(double chance, int span, Beat.Of of) {
        var what = span > 1 || of == Beat.Of.RESPONSE ? "weeks" : "days";
        long one = chance <= 0.00001 ? 100_000 : Math.round(1 / chance);
        long round = one > 100 ? one / 100 * 100 : one;
        return "%s: by chance alone about one of %,d %s looks like this"
                .formatted(
                        chance < 0.0005 ? "very sure" : chance < 0.002 ? "sure" : "fairly sure",
                        round,
                        what);
    }
}
