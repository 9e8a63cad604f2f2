package org.folkmoot.ties;

import java.util.Arrays;

/// What one person cares about, by the numbers of features: noted as it is met, counted once.
final class Cares {

    private int[] met = new int[16];
    private int size;

    void add(int feature, int times) {
        for (int i = 0; i < times; i++) {
            if (size == met.length) {
                met = Arrays.copyOf(met, 2 * size);
            }
            met[size++] = feature;
        }
    }

    /// Each feature once, ascending, and how often it was met.
    static final class Counted {
        private final int[] features;
        private final int[] times;

        private Counted(int[] features, int[] times) {
            this.features = features;
            this.times = times;
        }

        int[] features() {
            return features;
        }

        int[] times() {
            return times;
        }
    }

    Counted counted() {
        Arrays.sort(met, 0, size);
        var features = new int[size];
        var times = new int[size];
        var many = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || met[i] != met[i - 1]) {
                features[many++] = met[i];
            }
            times[many - 1]++;
        }
        return new Counted(Arrays.copyOf(features, many), Arrays.copyOf(times, many));
    }
}
