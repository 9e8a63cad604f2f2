package org.folkmoot.listening;

import java.util.List;
import java.util.Optional;
import org.folkmoot.community.Communities;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Themes as they were found last; has them looked for when that is a day ago.
@Service
class Reading {

    private final Themes themes;
    private final ThemeRuns runs;
    private final ThemeWork work;
    private final Communities communities;
    private final TransactionTemplate transaction;

    Reading(
            Themes themes,
            ThemeRuns runs,
            ThemeWork work,
            Communities communities,
            PlatformTransactionManager transactions) {
        this.themes = themes;
        this.runs = runs;
        this.work = work;
        this.communities = communities;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param alone how many posts of the window are in no theme
    record Read(ThemeRuns.@Nullable Run run, List<Theme> themes, long alone) {}

    Read of(Shelf shelf, int days) {
        var run = run(shelf, days).orElse(null);
        var last = run == null ? null : run.last();
        if (run == null || run.running() || last == null || last.isBefore(work.today())) {
            work.begin(shelf, days);
        }
        if (run == null || last == null) {
            return new Read(run(shelf, days).orElse(null), List.of(), 0);
        }
        var from = last.minusDays(days - 1L).atStartOfDay(communities.here().zone()).toInstant();
        var found = themes.list(shelf, days, from);
        var together = found.stream().mapToLong(Theme::posts).sum();
        return new Read(run, found, Math.max(0, run.posts() - together));
    }

    private Optional<ThemeRuns.Run> run(Shelf shelf, int days) {
        Optional<ThemeRuns.Run> run = transaction.execute(_ -> runs.run(shelf, days));
        return run == null ? Optional.empty() : run;
    }
}
