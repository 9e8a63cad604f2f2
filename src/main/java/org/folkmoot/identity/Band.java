package org.folkmoot.identity;

/// What is done with a pair.
public enum Band {
    /// As good as certain: merged by itself, listed, reversible.
    CERTAIN,
    /// A person is asked.
    SUGGEST,
    /// Nothing.
    IGNORE;

    /// From here on a pair is as good as certain: odds of 32 to 1 by the weights, which on the
    /// histories measured (docs/benchmarks.md) were right in more than 995 of 1,000 cases.
    static final double CERTAIN_FROM = 5;

    /// From here on a person is asked: one in three or better.
    static final double SUGGEST_FROM = -1;

    static Band of(double score) {
        return score >= CERTAIN_FROM ? CERTAIN : score >= SUGGEST_FROM ? SUGGEST : IGNORE;
    }

    /// As it is stored.
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
