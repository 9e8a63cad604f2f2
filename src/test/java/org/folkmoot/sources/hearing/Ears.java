package org.folkmoot.sources.hearing;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import org.folkmoot.connectors.Ingest;
import org.folkmoot.sources.Lone;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Streaming;
import org.folkmoot.sources.Switchboard;
import org.folkmoot.sources.Wiring;
import org.folkmoot.sources.prints.Witness;
import org.folkmoot.sources.pulls.Arrivals;
import org.folkmoot.sources.pulls.Progress;
import org.folkmoot.sources.pulls.Traces;
import org.folkmoot.sources.refusals.Refusals;
import org.folkmoot.sources.turns.Turns;
import org.folkmoot.sources.vault.Secrets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/// Hears when a test says so, at the time it says.
@Component
public final class Ears {

    private final Platforms platforms;
    private final Sources sources;
    private final Wiring wiring;
    private final Secrets secrets;
    private final Turns turns;
    private final Progress progress;
    private final Refusals refusals;
    private final Traces traces;
    private final Witness witness;
    private final Ingest ingest;
    private final Arrivals arrivals;
    private final PlatformTransactionManager transactions;
    private final Callee callee;
    private final CallStore store;
    private final Calls calls;

    Ears(
            Platforms platforms,
            Sources sources,
            Wiring wiring,
            Secrets secrets,
            Turns turns,
            Progress progress,
            Refusals refusals,
            Traces traces,
            Witness witness,
            Ingest ingest,
            Arrivals arrivals,
            PlatformTransactionManager transactions,
            Callee callee,
            CallStore store,
            Calls calls) {
        this.platforms = platforms;
        this.sources = sources;
        this.wiring = wiring;
        this.secrets = secrets;
        this.turns = turns;
        this.progress = progress;
        this.refusals = refusals;
        this.traces = traces;
        this.witness = witness;
        this.ingest = ingest;
        this.arrivals = arrivals;
        this.transactions = transactions;
        this.callee = callee;
        this.store = store;
        this.calls = calls;
    }

    /// Listens to a source until that ends, or `stopping`.
    public Streaming.Ended listen(
            Switchboard switchboard, Clock clock, long source, BooleanSupplier stopping) {
        return new StreamWork(
                        sources,
                        platforms,
                        wiring,
                        switchboard,
                        Lone.sockets("127.0.0.1"),
                        callee,
                        store,
                        calls,
                        secrets,
                        progress,
                        turns,
                        clock)
                .listen(source, stopping);
    }

    /// Works on what was told of a source.
    public void understand(Switchboard switchboard, Clock clock, long source) {
        new CallWork(
                        calls,
                        sources,
                        switchboard,
                        ingest,
                        progress,
                        refusals,
                        traces,
                        witness,
                        arrivals,
                        turns,
                        clock,
                        transactions)
                .some(source);
    }
}
