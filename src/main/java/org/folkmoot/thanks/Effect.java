package org.folkmoot.thanks;

import java.util.List;

/// Whether people who were thanked are here again more often than people who did the same and
/// were not: directly standardised over kinds of moment and weeks, so that like is compared
/// with like.
///
/// With the strata s that have both: N the people thanked, w_s = n_s / N, the share of those
/// thanked p = Σ w_s · back_s / n_s, of the others q = Σ w_s · back'_s / n'_s. The difference
/// p − q has the interval ± 1.96 · √(Σ w_s² · (a(1−a)/n_s + b(1−b)/n'_s)), where a = (back_s +
/// 1) / (n_s + 2) and b likewise, so that small strata are not taken for certain (Laplace's
/// rule of succession).
///
/// @param thanked N, people in strata that have others to compare with
/// @param others people who were not thanked in these strata
/// @param alone people thanked where nobody did the like without being thanked
/// @param share of those thanked who were here again, 0 to 1
/// @param otherShare the same of the others
record Effect(
        int thanked,
        int others,
        int alone,
        double share,
        double otherShare,
        double low,
        double high) {

    /// So many days after the thank-you we look whether they are here again.
    static final int DAYS = 30;

    /// Fewer say nothing.
    static final int FEW = 30;

    private static final double Z = 1.959963984540054;

    /// Those with one kind of moment in one week.
    ///
    /// @param back of those thanked, here again
    /// @param othersBack the same of the others
    record Stratum(int thanked, int back, int others, int othersBack) {}

    static Effect of(List<Stratum> strata) {
        var both = strata.stream().filter(s -> s.thanked() > 0 && s.others() > 0).toList();
        var all = both.stream().mapToInt(Stratum::thanked).sum();
        var alone = strata.stream().filter(s -> s.others() == 0).mapToInt(Stratum::thanked).sum();
        double share = 0;
        double other = 0;
        double variance = 0;
        for (var s : both) {
            double weight = (double) s.thanked() / all;
            share += weight * s.back() / s.thanked();
            other += weight * s.othersBack() / s.others();
            variance +=
                    weight
                            * weight
                            * (spread(s.back(), s.thanked()) + spread(s.othersBack(), s.others()));
        }
        double half = Z * Math.sqrt(variance);
        return new Effect(
                all,
                both.stream().mapToInt(Stratum::others).sum(),
                alone,
                share,
                other,
                Math.max(-1, share - other - half),
                Math.min(1, share - other + half));
    }

    private static double spread(int some, int all) {
        double p = (some + 1.0) / (all + 2.0);
        return p * (1 - p) / all;
    }

    double difference() {
        return share - otherShare;
    }

    boolean nothing() {
        return thanked == 0;
    }

    boolean few() {
        return thanked < FEW || others < FEW;
    }

    /// What it comes to, in a sentence.
    String words() {
        if (nothing()) {
            return "Not known yet, because nobody who was thanked %d days ago or more can be compared with somebody who was not."
                    .formatted(DAYS);
        }
        var points = Math.round(Math.abs(difference()) * 100);
        var seen =
                "Of %d people thanked, %d %% were here again within %d days; of %d others with the like moment in the same week, %d %%."
                        .formatted(
                                thanked,
                                Math.round(share * 100),
                                DAYS,
                                others,
                                Math.round(otherShare * 100));
        var range =
                "The difference lies between %+d and %+d points with 95 %% confidence."
                        .formatted(Math.round(low * 100), Math.round(high * 100));
        var verdict =
                few()
                        ? "These are too few people to conclude anything."
                        : low > 0
                                ? "They came back more often, by about %d points.".formatted(points)
                                : high < 0
                                        ? "They came back less often, by about %d points."
                                                .formatted(points)
                                        : "That cannot be told from chance.";
        return seen + " " + range + " " + verdict;
    }
}
