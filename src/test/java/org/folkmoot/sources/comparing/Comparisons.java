package org.folkmoot.sources.comparing;

import java.time.Clock;
import org.folkmoot.activity.Activities;
import org.folkmoot.connectors.Ingest;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Switchboard;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/// Compares by what a test lets be asked, at the time it says.
@Component
public final class Comparisons {

    private final Sources sources;
    private final Platforms platforms;
    private final Totals totals;
    private final Ingest ingest;
    private final Activities activities;
    private final PlatformTransactionManager transactions;

    Comparisons(
            Sources sources,
            Platforms platforms,
            Totals totals,
            Ingest ingest,
            Activities activities,
            PlatformTransactionManager transactions) {
        this.sources = sources;
        this.platforms = platforms;
        this.totals = totals;
        this.ingest = ingest;
        this.activities = activities;
        this.transactions = transactions;
    }

    public Comparing comparing(Switchboard switchboard, Clock clock) {
        return new Comparing(
                sources, platforms, switchboard, totals, ingest, activities, clock, transactions);
    }

    public Advancing advancing(Switchboard switchboard, Clock clock) {
        return new Advancing(sources, platforms, switchboard, totals, clock);
    }
}
