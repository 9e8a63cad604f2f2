package org.folkmoot.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where else something like it was asked, and answered. The ledger knows no meanings: whoever does
/// gives a bean.
public interface AnsweredBefore {

    /// An earlier conversation that was answered.
    ///
    /// @param words what it begins with
    /// @param replies how often others said something in it
    /// @param accepted whether an answer was accepted
    /// @param score how alike both are, at most 1; no probability
    /// @param same whether they may be said to ask the same; else it is a guess
    record Earlier(
            long thread,
            String words,
            @Nullable String place,
            Instant at,
            long replies,
            boolean accepted,
            double score,
            boolean same) {}

    /// The nearest of each of these, nearest first; those that have none, or whose meaning is not
    /// known yet, are missing. Costs a few milliseconds each.
    Map<Long, List<Earlier>> of(Collection<Long> threads, int most);
}
