package org.folkmoot.metrics;

/// What one person's posts add up to.
final class Voice {

    private long posts;
    private long positive;
    private long negative;
    private long sum;

    /// @param way above zero for good, below for bad
    /// @param polarity in thousandths
    void add(int way, int polarity) {
        posts++;
        positive += way > 0 ? 1 : 0;
        negative += way < 0 ? 1 : 0;
        sum += polarity;
    }

    void add(Voice other) {
        posts += other.posts;
        positive += other.positive;
        negative += other.negative;
        sum += other.sum;
    }

    long posts() {
        return posts;
    }

    long positive() {
        return positive;
    }

    long negative() {
        return negative;
    }

    long sum() {
        return sum;
    }
}
