package org.folkmoot.demo;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/// Luck that repeats itself: the same seed and purpose always fall alike.
final class Chance {

    private final SplittableRandom random;

    Chance(long seed, String purpose) {
        random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + purpose.hashCode());
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /// 0 (included) to 1 (excluded).
    double unit() {
        return random.nextDouble();
    }

    /// `low` to `high`, both included.
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /// Standard normal (Marsaglia's polar method).
    double normal() {
        while (true) {
            double u = 2 * random.nextDouble() - 1;
            double v = 2 * random.nextDouble() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * Math.sqrt(-2 * Math.log(s) / s);
            }
        }
    }

    /// A count with this mean (Poisson, by Knuth's product).
    int about(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble();
                product > limit;
                product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /// A waiting time of which half are shorter than the median (log-normal), at least 20 seconds.
    Duration pause(double medianMinutes, double spread) {
        double minutes = medianMinutes * Math.exp(spread * normal());
        return Duration.ofSeconds(Math.max(20, Math.round(minutes * 60)));
    }

    /// An exponential waiting time in days.
    double days(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /// `length` letters and digits as Slack's ids have them.
    String code(int length) {
        var code = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            code.append("0123456789ABCDEFGHJKLMNPQRSTVWXYZ".charAt(random.nextInt(33)));
        }
        return code.toString();
    }

    /// A commit's name: 40 hexadecimal digits.
    String hash() {
        return "%016x%016x%08x".formatted(random.nextLong(), random.nextLong(), random.nextInt());
    }
}
