package org.folkmoot.sources.comparing;

import java.time.Instant;
import java.util.List;
import org.folkmoot.sources.Budget;
import org.jspecify.annotations.Nullable;

/// How far a connection is with what was before it, and what its platform still allows.
///
/// @param since from when on all is wanted; null for all there is
/// @param oldest of what came so far
/// @param newest of what came so far
/// @param perMinute rows that were read lately; null when that is not known yet
/// @param doneAt when everything from before was here or, else, will probably be; null when nobody
///     knows
/// @param words of when it will be done, or why nobody knows
public record Advance(
        @Nullable Instant since,
        @Nullable Instant oldest,
        @Nullable Instant newest,
        @Nullable Double perMinute,
        @Nullable Instant doneAt,
        String words,
        List<Left> budgets) {

    public Advance {
        budgets = List.copyOf(budgets);
    }

    /// What is left of one of its limits, as its last answer said.
    ///
    /// @param lane which, in the platform's terms; empty where it has one for all
    /// @param remaining null when it does not say
    /// @param resetsAt when all of it is there again
    /// @param closedUntil nothing is asked before then; null when something may be asked
    public record Left(
            String lane,
            @Nullable Long remaining,
            @Nullable Long most,
            @Nullable Instant resetsAt,
            @Nullable Instant closedUntil) {

        static Left of(String lane, Budget budget, Instant now) {
            var resets = budget.resetsAt();
            var stale = resets != null && !resets.isAfter(now);
            return new Left(
                    lane,
                    stale && budget.most() != null ? budget.most() : budget.remaining(),
                    budget.most(),
                    stale ? null : resets,
                    budget.shutAt(now));
        }
    }
}
