package org.folkmoot.metrics;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.folkmoot.metrics.KaplanMeier.Step;

/// The steps of a curve in columns: a year of a large community has some hundred thousand of them.
final class Steps extends AbstractList<Step> implements RandomAccess {

    private final double[] times;
    private final double[] left;
    private final double[] greenwood;
    private int many;

    Steps(int most) {
        times = new double[most];
        left = new double[most];
        greenwood = new double[most];
    }

    private Steps(Steps other) {
        many = other.many;
        times = Arrays.copyOf(other.times, many);
        left = Arrays.copyOf(other.left, many);
        greenwood = Arrays.copyOf(other.greenwood, many);
    }

    void step(double time, double stillLeft, double sum) {
        times[many] = time;
        left[many] = stillLeft;
        greenwood[many++] = sum;
    }

    /// A copy that nobody writes into, and no larger than it is.
    Steps done() {
        return new Steps(this);
    }

    @Override
    public Step get(int index) {
        return new Step(times[index], left[index], greenwood[index]);
    }

    @Override
    public int size() {
        return many;
    }
}
