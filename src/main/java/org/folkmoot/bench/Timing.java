package org.folkmoot.bench;

import java.util.Arrays;
import java.util.List;

/// How long something took, in milliseconds: the first time it was asked, and of more times the
/// median and the 99th percentile.
///
/// @param times how often it was asked after the first time
public record Timing(String what, double first, double p50, double p99, int times) {

    /// @param nanos in the order in which they were measured, the first one apart
    static Timing of(String what, List<Long> nanos) {
        var rest = nanos.stream().skip(1).mapToLong(n -> n).sorted().toArray();
        return new Timing(
                what,
                nanos.getFirst() / 1e6,
                percentile(rest, 0.5),
                percentile(rest, 0.99),
                rest.length);
    }

    /// Nearest rank; NaN of none.
    private static double percentile(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    /// All of one sort, none of them apart.
    static Timing all(String what, List<Long> nanos) {
        var sorted = nanos.stream().mapToLong(n -> n).sorted().toArray();
        return new Timing(
                what,
                Arrays.stream(sorted).max().orElse(0) / 1e6,
                percentile(sorted, 0.5),
                percentile(sorted, 0.99),
                sorted.length);
    }
}
