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
import org.folkmoot.ties.Interests.Feature;
import org.folkmoot.ties.Interests.Likeness;

/// Compares each person with whoever comes after them, along the lists of who shares what: the work
/// grows with what is shared and not with all pairs, and only of the likest is said what they
// share.
final class Likest {

    private static final Comparator<Pair> BEST =
            Comparator.comparingDouble(Pair::score)
                    .reversed()
                    .thenComparingInt(Pair::one)
                    .thenComparingInt(Pair::other);

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

    Likest(Map<Long, Map<Feature, Integer>> all) {
        members = all.keySet().stream().mapToLong(m -> m).sorted().toArray();
        var by = new HashMap<Feature, List<Integer>>();
        for (int m = 0; m < members.length; m++) {
            for (var feature : all.getOrDefault(members[m], Map.of()).keySet()) {
                by.computeIfAbsent(feature, _ -> new ArrayList<>()).add(m);
            }
        }
        // a word of one person brings nobody together; one of nearly all says nothing
        var common = Math.max(2, members.length / 10);
        by.values().removeIf(m -> m.size() < 2 || m.size() > common);
        features =
                by.keySet().stream()
                        .sorted(Comparator.comparing(Feature::name).thenComparing(Feature::kind))
                        .toArray(Feature[]::new);
        whose = new int[features.length][];
        shares = new double[features.length][];
        var place = new HashMap<Feature, Integer>();
        for (int f = 0; f < features.length; f++) {
            place.put(features[f], f);
            whose[f] = by.getOrDefault(features[f], List.of()).stream().mapToInt(m -> m).toArray();
            shares[f] = new double[whose[f].length];
        }
        own = new int[members.length][];
        weights = new double[members.length][];
        for (int m = 0; m < members.length; m++) {
            var cares = all.getOrDefault(members[m], Map.of());
            own[m] =
                    cares.keySet().stream()
                            .filter(place::containsKey)
                            .mapToInt(f -> place.getOrDefault(f, -1))
                            .sorted()
                            .toArray();
            weigh(m, cares);
        }
    }

    private void weigh(int member, Map<Feature, Integer> cares) {
        var weighed =
                Arrays.stream(own[member])
                        .mapToDouble(
                                f ->
                                        (1 + Math.log(cares.getOrDefault(features[f], 1)))
                                                * Math.log(1.0 * members.length / whose[f].length))
                        .toArray();
        var norm = Math.sqrt(Math.max(Arrays.stream(weighed).map(w -> w * w).sum(), 1e-9));
        for (int i = 0; i < weighed.length; i++) {
            weighed[i] /= norm;
            var f = own[member][i];
            shares[f][Arrays.binarySearch(whose[f], member)] = weighed[i];
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
