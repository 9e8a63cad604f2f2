package org.folkmoot.listening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.folkmoot.language.Direction;
import org.jspecify.annotations.Nullable;

/// To which middle a post belongs, and how near it is.
///
/// @param middle by its number
record Near(int middle, double cosine) {

    private static final double BELONGS = .3;

    /// For each post the nearest middle it belongs to; by the terms, as most share none.
    static List<@Nullable Near> of(List<Direction> directions, List<Middle> middles) {
        record Use(int middle, float weight) {}
        var uses = new HashMap<Integer, List<Use>>();
        for (int c = 0; c < middles.size(); c++) {
            var middle = middles.get(c).direction();
            for (int t = 0; t < middle.size(); t++) {
                uses.computeIfAbsent(middle.term(t), _ -> new ArrayList<>())
                        .add(new Use(c, middle.weight(t)));
            }
        }
        var nearest = new ArrayList<@Nullable Near>();
        var sums = new double[middles.size()];
        for (var direction : directions) {
            Arrays.fill(sums, 0);
            for (int t = 0; t < direction.size(); t++) {
                for (var use : uses.getOrDefault(direction.term(t), List.of())) {
                    sums[use.middle] += direction.weight(t) * use.weight;
                }
            }
            Near near = null;
            for (int c = 0; c < sums.length; c++) {
                if (sums[c] >= BELONGS && (near == null || sums[c] > near.cosine)) {
                    near = new Near(c, sums[c]);
                }
            }
            nearest.add(near);
        }
        return nearest;
    }
}
