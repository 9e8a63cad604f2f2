package org.folkmoot.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/// Puts like with like: two groups are joined while the mean cosine between their members is at
/// least so much, nearest first. By chains of nearest neighbours (F. Murtagh, 1983), which needs
/// the square of their number in memory and time: 25 MB for 2,500.
public final class AverageLink {

    private final float[][] near;
    private final int[] sizes;
    private final boolean[] gone;
    private final int[] group;

    private AverageLink(List<Direction> all) {
        int n = all.size();
        this.near = new float[n][];
        this.sizes = new int[n];
        this.gone = new boolean[n];
        this.group = new int[n];
        Arrays.fill(sizes, 1);
        for (int i = 0; i < n; i++) {
            group[i] = i;
            near[i] = new float[i];
        }
        fill(all);
    }

    /// Adds up term by term, as most pairs have none in common.
    private void fill(List<Direction> all) {
        record Use(int text, float weight) {}
        var uses = new HashMap<Integer, List<Use>>();
        for (int i = 0; i < all.size(); i++) {
            var one = all.get(i);
            for (int t = 0; t < one.size(); t++) {
                var before = uses.computeIfAbsent(one.term(t), _ -> new ArrayList<>());
                for (var use : before) {
                    near[i][use.text] += use.weight * one.weight(t);
                }
                before.add(new Use(i, one.weight(t)));
            }
        }
    }

    /// The groups, each by the numbers of its members, in the order of their first.
    ///
    /// @param least mean cosine, above 0
    public static List<List<Integer>> groups(List<Direction> all, double least) {
        var link = new AverageLink(all);
        link.join(least);
        var groups = new LinkedHashMap<Integer, List<Integer>>();
        for (int i = 0; i < all.size(); i++) {
            groups.computeIfAbsent(link.root(i), _ -> new ArrayList<>()).add(i);
        }
        return List.copyOf(groups.values());
    }

    private int root(int i) {
        int root = i;
        while (group[root] != root) {
            root = group[root];
        }
        return root;
    }

    private void join(double least) {
        var chain = new int[near.length];
        int length = 0;
        int start = 0;
        while (true) {
            if (length == 0) {
                while (start < gone.length && gone[start]) {
                    start++;
                }
                if (start == gone.length) {
                    return;
                }
                chain[length++] = start;
            }
            int last = chain[length - 1];
            int before = length > 1 ? chain[length - 2] : -1;
            int nearest = nearest(last, before);
            if (nearest < 0 || near(last, nearest) < least) {
                // nobody is near enough, nor ever will be: means only fall
                gone[last] = true;
                length--;
            } else if (nearest == before) {
                length -= 2;
                merge(last, before);
            } else {
                chain[length++] = nearest;
            }
        }
    }

    /// The one before in the chain where others are as near, so that chains end.
    private int nearest(int of, int before) {
        int nearest = before;
        float most = before < 0 ? 0 : near(of, before);
        for (int i = 0; i < gone.length; i++) {
            if (i != of && !gone[i] && near(of, i) > most) {
                most = near(of, i);
                nearest = i;
            }
        }
        return nearest;
    }

    private float near(int one, int other) {
        return one > other ? near[one][other] : near[other][one];
    }

    private void merge(int one, int other) {
        int into = Math.min(one, other);
        int from = Math.max(one, other);
        float all = sizes[one] + sizes[other];
        for (int i = 0; i < gone.length; i++) {
            if (i != one && i != other && !gone[i]) {
                float mean = (sizes[one] * near(i, one) + sizes[other] * near(i, other)) / all;
                if (i > into) {
                    near[i][into] = mean;
                } else {
                    near[into][i] = mean;
                }
            }
        }
        sizes[into] += sizes[from];
        gone[from] = true;
        group[from] = into;
    }
}
