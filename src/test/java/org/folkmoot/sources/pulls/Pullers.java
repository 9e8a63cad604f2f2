package org.folkmoot.sources.pulls;

import java.time.Clock;
import org.folkmoot.connectors.Hindrance;
import org.folkmoot.connectors.Ingest;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Switchboard;
import org.folkmoot.sources.prints.Witness;
import org.folkmoot.sources.refusals.Refusals;
import org.folkmoot.sources.turns.Turns;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/// Pulls what a test lets be asked, at the time it says.
@Component
public final class Pullers {

    private final Sources sources;
    private final Turns turns;
    private final Progress progress;
    private final Refusals refusals;
    private final Traces traces;
    private final Witness witness;
    private final Ingest ingest;
    private final Arrivals arrivals;
    private final PlatformTransactionManager transactions;
    private final ObjectProvider<Hindrance> hindrances;

    Pullers(
            Sources sources,
            Turns turns,
            Progress progress,
            Refusals refusals,
            Traces traces,
            Witness witness,
            Ingest ingest,
            Arrivals arrivals,
            PlatformTransactionManager transactions,
            ObjectProvider<Hindrance> hindrances) {
        this.sources = sources;
        this.turns = turns;
        this.progress = progress;
        this.refusals = refusals;
        this.traces = traces;
        this.witness = witness;
        this.ingest = ingest;
        this.arrivals = arrivals;
        this.transactions = transactions;
        this.hindrances = hindrances;
    }

    public Puller of(Switchboard switchboard, Clock clock) {
        return new Puller(
                sources,
                switchboard,
                turns,
                progress,
                refusals,
                traces,
                witness,
                ingest,
                arrivals,
                clock,
                transactions,
                hindrances);
    }
}
