package org.folkmoot.metrics;

import java.math.BigInteger;

/// What the voices of people add up to. All of it are whole numbers, right as long as nobody wrote
/// three million posts.
final class Voices {

    private long people;
    private long posts;
    private long positive;
    private long negative;
    private long sum;
    private long sumSums;
    private long postsSums;
    private long postsPosts;

    /// @param voice of somebody not among them yet; one without posts is nobody's
    /// @param by 1, or -1 to take it away again
    void add(Voice voice, int by) {
        people += voice.posts() == 0 ? 0 : by;
        posts += by * voice.posts();
        positive += by * voice.positive();
        negative += by * voice.negative();
        sum += by * voice.sum();
        sumSums += by * voice.sum() * voice.sum();
        postsSums += by * voice.posts() * voice.sum();
        postsPosts += by * voice.posts() * voice.posts();
    }

    void add(Voices others) {
        people += others.people;
        posts += others.posts;
        positive += others.positive;
        negative += others.negative;
        sum += others.sum;
        sumSums += others.sumSums;
        postsSums += others.postsSums;
        postsPosts += others.postsPosts;
    }

    boolean silent() {
        return posts == 0;
    }

    /// The error goes by people: of n posts that add up to s, with n_g and s_g of each, it is
    /// that of the sum of all (s_g - n_g s / n)^2, here times n^2, as only so it stays a whole
    /// number.
    Tone tone() {
        var n = BigInteger.valueOf(posts);
        var s = BigInteger.valueOf(sum);
        double squares =
                n.multiply(n)
                        .multiply(BigInteger.valueOf(sumSums))
                        .subtract(n.multiply(s).multiply(BigInteger.valueOf(2 * postsSums)))
                        .add(s.multiply(s).multiply(BigInteger.valueOf(postsPosts)))
                        .doubleValue();
        double error =
                people < 2
                        ? Double.NaN
                        : Math.sqrt(squares * people / (people - 1.0)) / posts / posts / 1000;
        return new Tone(posts, (int) people, positive, negative, sum, error);
    }
}
