package org.folkmoot.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A direction in the space of the terms of a vocabulary, of length 1; or nowhere. Immutable.
public final class Direction {

    /// By rising number.
    private final int[] terms;

    private final float[] weights;

    private Direction(int[] terms, float[] weights) {
        this.terms = terms;
        this.weights = weights;
    }

    /// How many terms it has weights of.
    public int size() {
        return terms.length;
    }

    /// The number of one of its terms.
    public int term(int place) {
        return terms[place];
    }

    public float weight(int place) {
        return weights[place];
    }

    static Direction of(Map<Integer, Double> weights) {
        double length = Math.sqrt(weights.values().stream().mapToDouble(w -> w * w).sum());
        var terms = weights.keySet().stream().mapToInt(i -> i).sorted().toArray();
        var sizes = new float[terms.length];
        for (int i = 0; i < terms.length; i++) {
            sizes[i] = (float) (weights.getOrDefault(terms[i], 0.0) / length);
        }
        return new Direction(terms, sizes);
    }

    /// Where these point together.
    public static Direction middle(List<Direction> all) {
        var sums = new HashMap<Integer, Double>();
        for (var one : all) {
            for (int i = 0; i < one.terms.length; i++) {
                sums.merge(one.terms[i], (double) one.weights[i], Double::sum);
            }
        }
        return of(sums);
    }

    /// The cosine of the angle between two.
    public double cosine(Direction other) {
        double sum = 0;
        for (int i = 0, j = 0; i < terms.length && j < other.terms.length; ) {
            if (terms[i] == other.terms[j]) {
                sum += (double) weights[i++] * other.weights[j++];
            } else if (terms[i] < other.terms[j]) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }

    public boolean nowhere() {
        return terms.length == 0;
    }

    Map<Integer, Double> heaviest(int most) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < terms.length; i++) {
            order.add(i);
        }
        order.sort((a, b) -> Float.compare(weights[b], weights[a]));
        var heaviest = new HashMap<Integer, Double>();
        order.stream().limit(most).forEach(i -> heaviest.put(terms[i], (double) weights[i]));
        return heaviest;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Direction d
                && Arrays.equals(terms, d.terms)
                && Arrays.equals(weights, d.weights);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(terms);
    }

    @Override
    public String toString() {
        return Arrays.toString(terms);
    }
}
