package org.folkmoot.bench;

import java.util.HashMap;
import java.util.Map;

/// Things said to be one, and how right that is over all pairs of those whose truth is known.
final class Clusters {

    private final Map<String, String> above = new HashMap<>();

    /// @param right share of the pairs said to be one that are
    /// @param found share of the pairs that are one that were said to be
    record Score(long pairs, double right, double found) {}

    void join(String one, String other) {
        var a = top(one);
        var b = top(other);
        if (!a.equals(b)) {
            above.put(a, b);
        }
    }

    private String top(String of) {
        var at = of;
        for (var up = above.get(at); up != null; up = above.get(at)) {
            var further = above.get(up);
            if (further != null) {
                above.put(at, further);
            }
            at = up;
        }
        return at;
    }

    /// @param truth whose each of the things is
    Score against(Map<String, String> truth) {
        var said = new HashMap<String, Long>();
        var are = new HashMap<String, Long>();
        var both = new HashMap<String, Long>();
        truth.forEach(
                (thing, person) -> {
                    var cluster = top(thing);
                    said.merge(cluster, 1L, Long::sum);
                    are.merge(person, 1L, Long::sum);
                    both.merge(cluster + "\n" + person, 1L, Long::sum);
                });
        var right = pairs(both);
        return new Score(pairs(are), right / (double) pairs(said), right / (double) pairs(are));
    }

    private static long pairs(Map<String, Long> sizes) {
        return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    }
}
