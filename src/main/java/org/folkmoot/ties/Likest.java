package org.folkmoot.ties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.ties.Interests.Feature;
import org.folkmoot.ties.Interests.Likeness;

/// Compares each person with whoever comes after them, along the lists of who shares what: the work
/// grows with what is shared and not with all pairs, and only of the likest it is said what it is.
final class Likest {

    private static final Comparator<Pair> BEST =
            Comparator.comparingDouble(Pair::score)
                    .reversed()
                    .thenComparingInt(Pair::one)
                    .thenComparingInt(Pair::other);

    private static final Comparator<Feature> BY_NAME =
            Comparator.comparing(Feature::name).thenComparing(Feature::kind);

    private final long[] members;
    private final Feature[] features;

    /// Of each person what they care about, by its place in `features`, and how much.
    private final int[][] own;

    private final double[][] weights;

    /// Of each feature whose it is, by their places, and how much they care.
    private final int[][] whose;

    private final double[][] shares;

    /// @param one the place of the smaller id
    private record Pair(int one, int other, double score) {}

    /// @param features by the numbers that people's cares have
    Likest(Map<Long, Cares> all, List<Feature> features) {
        members = all.keySet().stream().mapToLong(m -> m).sorted().toArray();
        var counted = new Cares.Counted[members.length];
        var many = new int[features.size()];
        for (int m = 0; m < members.length; m++) {
            counted[m] = all.getOrDefault(members[m], new Cares()).counted();
            for (var feature : counted[m].features()) {
                many[feature]++;
            }
        }
        // a word of one person brings nobody together; one of nearly all says nothing
        var common = Math.max(2, members.length / 10);
        var kept =
                IntStream.range(0, many.length)
                        .filter(f -> many[f] > 1 && many[f] <= common)
                        .boxed()
                        .sorted(Comparator.comparing(features::get, BY_NAME))
                        .mapToInt(f -> f)
                        .toArray();
        this.features = new Feature[kept.length];
        whose = new int[kept.length][];
        shares = new double[kept.length][];
        var place = new int[many.length];
        Arrays.fill(place, -1);
        for (int f = 0; f < kept.length; f++) {
            place[kept[f]] = f;
            this.features[f] = features.get(kept[f]);
            whose[f] = new int[many[kept[f]]];
            shares[f] = new double[many[kept[f]]];
        }
        own = new int[members.length][];
        weights = new double[members.length][];
        var filled = new int[kept.length];
        for (int m = 0; m < members.length; m++) {
            weigh(m, counted[m], place, filled);
        }
    }

    /// @param filled how many of whom each feature is have been written, who come in their order
    private void weigh(int member, Cares.Counted cares, int[] place, int[] filled) {
        var mine =
                IntStream.range(0, cares.features().length)
                        .filter(i -> place[cares.features()[i]] >= 0)
                        .mapToLong(i -> (long) place[cares.features()[i]] << 32 | cares.times()[i])
                        .sorted()
                        .toArray();
        var weighed = new double[mine.length];
        var sum = 0.0;
        for (int i = 0; i < mine.length; i++) {
            var rare = Math.log(1.0 * members.length / whose[(int) (mine[i] >>> 32)].length);
            weighed[i] = (1 + Math.log((int) mine[i])) * rare;
            sum += weighed[i] * weighed[i];
        }
        var norm = Math.sqrt(Math.max(sum, 1e-9));
        own[member] = new int[mine.length];
        for (int i = 0; i < mine.length; i++) {
            weighed[i] /= norm;
            var f = (int) (mine[i] >>> 32);
            own[member][i] = f;
            whose[f][filled[f]] = member;
            shares[f][filled[f]++] = weighed[i];
        }
        weights[member] = weighed;
    }

    /// Pairs that share two rare things or more, the likest first.
    List<Likeness> pairs(Set<String> apart, int most) {
        var best = new PriorityQueue<>(BEST.reversed());
        var score = new double[members.length];
        var rare = new int[members.length];
        for (int one = 0; one < members.length; one++) {
            add(one, score, rare);
            for (int other = one + 1; other < members.length; other++) {
                if (rare[other] > 1 && score[other] >= Interests.ENOUGH) {
                    offer(new Pair(one, other, score[other]), best, apart, most);
                }
            }
            Arrays.fill(score, 0);
            Arrays.fill(rare, 0);
        }
        var found = new ArrayList<>(best);
        Collections.sort(found, BEST);
        return found.stream().map(this::told).toList();
    }

    private void add(int one, double[] score, int[] rare) {
        for (int i = 0; i < own[one].length; i++) {
            var f = own[one][i];
            var who = whose[f];
            var few = who.length <= Interests.RARE ? 1 : 0;
            for (int k = Arrays.binarySearch(who, one) + 1; k < who.length; k++) {
                score[who[k]] += weights[one][i] * shares[f][k];
                rare[who[k]] += few;
            }
        }
    }

    private void offer(Pair pair, PriorityQueue<Pair> best, Set<String> apart, int most) {
        var worst = best.size() < most ? null : best.peek();
        if ((worst == null || BEST.compare(pair, worst) < 0)
                && !apart.contains(Interests.key(members[pair.one()], members[pair.other()]))) {
            best.add(pair);
            if (best.size() > most) {
                best.poll();
            }
        }
    }

    private Likeness told(Pair pair) {
        var products = new HashMap<Integer, Double>();
        var common =
                Arrays.stream(own[pair.one()])
                        .filter(f -> Arrays.binarySearch(own[pair.other()], f) >= 0)
                        .boxed()
                        .collect(Collectors.toList());
        common.forEach(f -> products.put(f, weight(pair.one(), f) * weight(pair.other(), f)));
        common.sort(
                Comparator.<Integer>comparingDouble(f -> products.getOrDefault(f, 0.0))
                        .reversed()
                        .thenComparingInt(f -> whose[f].length)
                        .thenComparingInt(f -> f));
        return new Likeness(
                members[pair.one()],
                members[pair.other()],
                pair.score(),
                common.stream().limit(4).map(f -> features[f]).toList());
    }

    private double weight(int member, int feature) {
        return weights[member][Arrays.binarySearch(own[member], feature)];
    }
}
