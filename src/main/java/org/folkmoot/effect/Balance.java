package org.folkmoot.effect;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// How alike both sides are in one respect, before and after those without anybody like them were
/// left out and the others weighed.
///
/// @param did the mean of those who did it, all of them
/// @param others the mean of all others who were looked at
/// @param matched the mean of those who did it and have somebody like them
/// @param alike the mean of those like them, by their weights
/// @param apart the standardised difference of the first two: in standard deviations of both sides
/// @param near that of the last two, in the same standard deviations
record Balance(
        String label,
        double did,
        double others,
        double matched,
        double alike,
        double apart,
        double near) {

    /// Up to a tenth of a standard deviation, both sides are taken for alike (P. Austin: Balance
    /// diagnostics for comparing the distribution of baseline covariates, Statistics in
    /// Medicine 28, 2009).
    static final double CLOSE = 0.1;

    private record Respect(String label, ToDoubleFunction<Look> value) {}

    private static final List<Respect> RESPECTS =
            List.of(
                    new Respect("Days since they were first seen", Look::known),
                    new Respect("Active days, 1 to 28 days before", Look::recent),
                    new Respect("Active days, 29 to 56 days before", Look::earlier),
                    new Respect("Active on the day itself", l -> l.there() ? 1 : 0));

    boolean close() {
        return Math.abs(near) <= CLOSE;
    }

    static List<Balance> of(Collection<Look> looks, Alike alike) {
        return RESPECTS.stream().map(r -> of(r, looks, alike)).toList();
    }

    private static Balance of(Respect respect, Collection<Look> looks, Alike alike) {
        var value = respect.value;
        var did = side(looks, true, value);
        var others = side(looks, false, value);
        double spread = Math.sqrt((did[1] + others[1]) / 2);
        var difference = Difference.plain(alike, value);
        return new Balance(
                respect.label,
                did[0],
                others[0],
                difference.did(),
                difference.others(),
                standard(did[0] - others[0], spread),
                standard(difference.value(), spread));
    }

    private static double standard(double difference, double spread) {
        return Math.abs(difference) < 1e-9 ? 0 : difference / spread;
    }

    /// Mean and variance.
    private static double[] side(
            Collection<Look> looks, boolean did, ToDoubleFunction<Look> value) {
        int many = 0;
        double sum = 0;
        double squares = 0;
        for (var look : looks) {
            if (look.did() == did) {
                double v = value.applyAsDouble(look);
                many++;
                sum += v;
                squares += v * v;
            }
        }
        double mean = sum / many;
        return new double[] {mean, Math.max(0, squares / many - mean * mean)};
    }
}
