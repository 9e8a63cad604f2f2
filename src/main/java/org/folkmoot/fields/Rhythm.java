package org.folkmoot.fields;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// At which hours somebody is active, and which offset from UTC that looks like.
///
/// For each offset it is asked how likely these hours would be if the person lived by the curve
/// of many others (a multinomial likelihood). Hours of one person hang together, so the
/// evidence is weighed as if there were at most [#MOST] of them, at a third of its weight; an
/// answer is given when nine in twelve of what is left over to believe lie within two hours of
/// the best offset. What the curve is from, and how often the answer is right, stands in
/// docs/people.md.
///
/// @param hours on how many days they did anything in each hour of UTC, 24 of them
record Rhythm(List<Integer> hours) {

    static final int FEWEST = 20;
    private static final int MOST = 60;
    private static final double WEIGHT = 0.3;
    private static final double ENOUGH = 0.75;

    /// How a thousand active hours spread over the local day: the mean of 99 people of a public
    /// code history whose commits carry their zone, smoothed (1, 2, 1).
    private static final int[] CURVE = {
        46, 36, 25, 17, 11, 9, 11, 16, 24, 35, 47, 54, 55, 55, 56, 57, 58, 58, 56, 54, 54, 56, 56,
        52
    };

    Rhythm {
        hours = List.copyOf(hours);
        if (hours.size() != CURVE.length) {
            throw new IllegalArgumentException("A day has 24 hours, not " + hours.size());
        }
    }

    /// All of a person's accounts together.
    static Rhythm sum(List<Rhythm> all) {
        return new Rhythm(
                IntStream.range(0, CURVE.length)
                        .mapToObj(h -> all.stream().mapToInt(r -> r.hours.get(h)).sum())
                        .toList());
    }

    /// Empty when there are too few hours, or they tell too little.
    Optional<ZoneGuess> guess() {
        var n = hours.stream().mapToInt(Integer::intValue).sum();
        if (n < FEWEST) {
            return Optional.empty();
        }
        var belief = belief(n);
        var best = 0;
        for (int offset = 1; offset < belief.length; offset++) {
            if (belief[offset] > belief[best]) {
                best = offset;
            }
        }
        var near = 0.0;
        for (int by = -ZoneGuess.REACH; by <= ZoneGuess.REACH; by++) {
            near += belief[Math.floorMod(best + by, belief.length)];
        }
        return near < ENOUGH
                ? Optional.empty()
                : Optional.of(new ZoneGuess(best > 12 ? best - 24 : best, n));
    }

    /// How much each offset from 0 to 23 is to be believed; the sum is 1.
    private double[] belief(int n) {
        var weight = WEIGHT * Math.min(1, (double) MOST / n);
        var likely = new double[CURVE.length];
        var highest = Double.NEGATIVE_INFINITY;
        for (int offset = 0; offset < likely.length; offset++) {
            for (int utc = 0; utc < likely.length; utc++) {
                likely[offset] +=
                        hours.get(utc)
                                * weight
                                * Math.log(CURVE[(utc + offset) % CURVE.length] / 1000.0);
            }
            highest = Math.max(highest, likely[offset]);
        }
        var sum = 0.0;
        for (int offset = 0; offset < likely.length; offset++) {
            likely[offset] = Math.exp(likely[offset] - highest);
            sum += likely[offset];
        }
        for (int offset = 0; offset < likely.length; offset++) {
            likely[offset] /= sum;
        }
        return likely;
    }
}
