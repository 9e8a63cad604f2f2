package org.folkmoot.sources.hearing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.folkmoot.connectors.Import;
import org.folkmoot.connectors.Ingest;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Switchboard;
import org.folkmoot.sources.prints.Witness;
import org.folkmoot.sources.pulls.Arrivals;
import org.folkmoot.sources.pulls.Progress;
import org.folkmoot.sources.pulls.Puller;
import org.folkmoot.sources.pulls.Traces;
import org.folkmoot.sources.refusals.Refusals;
import org.folkmoot.sources.turns.Turns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Works on the calls of a source: what they tell comes into the ledger in the transaction in which
/// they are done. One that cannot be worked on is tried again later and in the end given up, and
/// holds up no other.
@Component
class CallWork {

    private static final Logger log = LoggerFactory.getLogger(CallWork.class);
    private static final int AT_ONCE = 1_000;
    private static final long BYTES_AT_ONCE = 16L << 20;
    private static final int TRIES = 8;

    private final Calls calls;
    private final Sources sources;
    private final Switchboard switchboard;
    private final Ingest ingest;
    private final Progress progress;
    private final Refusals refusals;
    private final Traces traces;
    private final Witness witness;
    private final Arrivals arrivals;
    private final Turns turns;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CallWork(
            Calls calls,
            Sources sources,
            Switchboard switchboard,
            Ingest ingest,
            Progress progress,
            Refusals refusals,
            Traces traces,
            Witness witness,
            Arrivals arrivals,
            Turns turns,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.calls = calls;
        this.sources = sources;
        this.switchboard = switchboard;
        this.ingest = ingest;
        this.progress = progress;
        this.refusals = refusals;
        this.traces = traces;
        this.witness = witness;
        this.arrivals = arrivals;
        this.turns = turns;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @return whether there may be more at once
    boolean some(long id) {
        var lock = "calls " + id;
        if (!turns.take(lock)) {
            return false;
        }
        try {
            var source = sources.get(id);
            var waiting = calls.next(id, clock.instant(), AT_ONCE, BYTES_AT_ONCE);
            var told = waiting.isEmpty() ? List.<Told>of() : tell(source, waiting);
            var more = told.stream().anyMatch(Told::good);
            arrivals.came(id, keep(source, told), !more);
            return more;
        } finally {
            turns.leave(lock);
        }
    }

    private List<Told> tell(Source source, List<Calls.Kept> waiting) {
        var told = new ArrayList<Told>();
        var talk = switchboard.open(source);
        try {
            talk.connector()
                    .listening()
                    .ifPresent(
                            listening ->
                                    waiting.forEach(
                                            call ->
                                                    told.add(
                                                            Told.of(
                                                                    listening,
                                                                    call,
                                                                    talk.line()))));
        } finally {
            switchboard.close(talk);
        }
        return told;
    }

    private Import.Counts keep(Source source, List<Told> told) {
        told.stream().filter(one -> !one.good()).forEach(this::failed);
        var good = told.stream().filter(Told::good).toList();
        try {
            return take(source, good);
        } catch (RuntimeException e) {
            log.error("Calls of source {} could not be kept at once", source.id(), e);
            return good.stream()
                    .map(one -> alone(source, one))
                    .reduce(Import.Counts.NONE, Import.Counts::plus);
        }
    }

    private Import.Counts alone(Source source, Told one) {
        try {
            return take(source, List.of(one));
        } catch (RuntimeException e) {
            log.error("Call {} could not be kept", one.call().id(), e);
            failed(one.spoilt());
            return Import.Counts.NONE;
        }
    }

    private Import.Counts take(Source source, List<Told> good) {
        if (good.isEmpty()) {
            return Import.Counts.NONE;
        }
        return Objects.requireNonNull(
                transaction.execute(
                        _ -> {
                            var page = witness.called(source.id(), said(good));
                            var taken = ingest.take(page, new HashMap<>());
                            refusals.keep(source.id(), taken.refused(), clock.instant());
                            progress.heard(source.id(), taken.counts());
                            traces.note(source.id(), page, clock.instant());
                            calls.done(good.stream().map(one -> one.call().id()).toList());
                            return taken.counts();
                        }));
    }

    private static List<Witness.Said> said(List<Told> told) {
        return told.stream()
                .map(one -> new Witness.Said(one.found(), one.call().cameAt()))
                .toList();
    }

    /// Waiting for a limit is no failure of the call's own.
    private void failed(Told one) {
        var tries = one.call().tries();
        var later = one.until() == null ? clock.instant().plus(Puller.pause(tries)) : one.until();
        var over = one.until() == null && tries + 1 >= TRIES;
        calls.failed(one.call().id(), String.valueOf(one.problem()), over ? null : later);
    }
}
