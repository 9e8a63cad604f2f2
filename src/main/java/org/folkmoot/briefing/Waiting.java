package org.folkmoot.briefing;

import java.util.Arrays;
import java.util.Optional;

/// What a waiting time usually is: the median of earlier weeks, as factors, since waits double and
/// halve rather than grow by hours.
final class Waiting {

    private static final int WEEK = 7;
    private static final int FEWEST = 8;

    /// The median of a week's waits is itself uncertain by about a sixth.
    private static final double LEAST = 0.15;

    private Waiting() {}

    /// @param medians in seconds, known for every seventh day back from the last
    static Optional<Season.Off> at(double[] medians, int day) {
        var logs = new double[medians.length];
        int n = 0;
        for (int i = day - WEEK; i >= 0; i -= WEEK) {
            if (!Double.isNaN(medians[i])) {
                logs[n++] = Math.log(medians[i]);
            }
        }
        if (Double.isNaN(medians[day]) || n < FEWEST) {
            return Optional.empty();
        }
        var past = Arrays.copyOf(logs, n);
        double usual = Season.median(past);
        double spread =
                Math.max(
                        1.4826
                                * Season.median(
                                        Arrays.stream(past)
                                                .map(p -> Math.abs(p - usual))
                                                .toArray()),
                        LEAST);
        double now = Math.log(medians[day]);
        double z = (now - usual) / spread;
        long asFar =
                Arrays.stream(past)
                        .filter(p -> Math.abs(p - usual) >= Math.abs(now - usual))
                        .count();
        return Optional.of(
                new Season.Off(
                        medians[day],
                        Math.exp(usual),
                        Math.exp(usual - 1.86 * spread),
                        Math.exp(usual + 1.86 * spread),
                        z,
                        Math.max(Tail.beyond(z), (double) asFar / n)));
    }
}
