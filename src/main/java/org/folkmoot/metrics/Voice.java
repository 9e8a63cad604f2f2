package org.folkmoot.metrics;

/// What one person's posts add up to.
final class Voice {

    private long posts;
    private long positive;
    private long negative;
    private long sum;

    /// @param code how a post sounds, as in [ToneSheet]
    /// @param by 1, or -1 to take it away again
    void add(int code, int by) {
        int way = ToneSheet.way(code);
        posts += by;
        positive += way > 0 ? by : 0;
        negative += way < 0 ? by : 0;
        sum += (long) by * ToneSheet.polarity(code);
    }

    void clear() {
        posts = 0;
        positive = 0;
        negative = 0;
        sum = 0;
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
