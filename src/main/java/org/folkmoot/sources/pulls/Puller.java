package org.folkmoot.sources.pulls;

import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import org.folkmoot.connectors.Hindrance;
import org.folkmoot.connectors.Ingest;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Stop;
import org.folkmoot.sources.Switchboard;
import org.folkmoot.sources.prints.Witness;
import org.folkmoot.sources.refusals.Refusals;
import org.folkmoot.sources.turns.Turns;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;

/// Asks platforms and decides by what they answer: keep the page and go on, wait, or ask a person.
/// A page and the place where to go on are one transaction, so that whoever is killed anywhere goes
/// on with the next page and finds no gap and no double.
@Component
public class Puller {

    private static final Logger log = LoggerFactory.getLogger(Puller.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /// How a turn ended.
    public enum Ended {
        /// There is more at once.
        MORE,
        /// All is here that there is by now.
        DONE,
        /// It is asked again later, see the source.
        WAITS,
        /// Only a person can go on.
        STOPPED,
        /// Another works on it, or uses up the same patience.
        BUSY
    }

    private final Sources sources;
    private final Switchboard switchboard;
    private final Turns turns;
    private final Progress progress;
    private final Refusals refusals;
    private final Traces traces;
    private final Witness witness;
    private final Ingest ingest;
    private final Arrivals arrivals;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Hindrance> hindrances;

    Puller(
            Sources sources,
            Switchboard switchboard,
            Turns turns,
            Progress progress,
            Refusals refusals,
            Traces traces,
            Witness witness,
            Ingest ingest,
            Arrivals arrivals,
            Clock clock,
            PlatformTransactionManager transactions,
            ObjectProvider<Hindrance> hindrances) {
        this.sources = sources;
        this.switchboard = switchboard;
        this.turns = turns;
        this.progress = progress;
        this.refusals = refusals;
        this.traces = traces;
        this.witness = witness;
        this.ingest = ingest;
        this.arrivals = arrivals;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.hindrances = hindrances;
    }

    /// One page of a source of the community we are in.
    public Ended step(long id) {
        var lock = "source " + id;
        if (!turns.take(lock)) {
            return Ended.BUSY;
        }
        try {
            var source = sources.get(id);
            if (source.state() != Source.State.ON) {
                return Ended.STOPPED;
            }
            var patience = Here.community() + " " + switchboard.bucket(source);
            if (!turns.take(patience)) {
                return Ended.BUSY;
            }
            try {
                var ended = work(source, switchboard.open(source));
                Metrics.counter(
                                "folkmoot.source.turns",
                                "platform",
                                source.platform(),
                                "ended",
                                ended.name().toLowerCase(Locale.ROOT))
                        .increment();
                return ended;
            } finally {
                turns.leave(patience);
            }
        } finally {
            turns.leave(lock);
        }
    }

    private Ended work(Source source, Switchboard.Talk talk) {
        var hindered =
                source.steps() > 0
                        ? null
                        : hindrances.stream()
                                .flatMap(h -> h.why().stream())
                                .findFirst()
                                .orElse(null);
        var asked = clock.instant();
        var came =
                hindered == null
                        ? ask(talk.connector(), talk.line(), source.cursor())
                        : new Pull.Unreachable(hindered, false);
        switchboard.close(talk);
        var now = clock.instant();
        return switch (came) {
            case Pull.Caught caught -> keep(source, talk.connector(), caught, asked, now);
            case Pull.SlowDown(var until, var why) -> {
                progress.wait(source, until, why, null, now);
                yield Ended.WAITS;
            }
            case Pull.SignInAgain(var why) -> {
                progress.broke(source, why, now);
                yield Ended.STOPPED;
            }
            case Pull.Unreachable(var why, _) -> {
                progress.wait(source, now.plus(pause(source.failures())), null, why, now);
                yield Ended.WAITS;
            }
        };
    }

    static Pull ask(Connector connector, Line line, String cursor) {
        try {
            return connector.pull(line, cursor);
        } catch (Stop stop) {
            return stop.came();
        } catch (JacksonException e) {
            return new Pull.Unreachable(
                    connector.title() + " answered with something that cannot be read.");
        } catch (RuntimeException e) {
            log.error("{} could not be asked", line.connection(), e);
            return new Pull.Unreachable("Something went wrong on our side. It is tried again.");
        }
    }

    private Ended keep(
            Source source, Connector connector, Pull.Caught caught, Instant asked, Instant now) {
        var next = caught.more() ? now : now.plus(connector.pause());
        var counts =
                transaction.execute(
                        tx -> {
                            var page =
                                    witness.pulled(
                                            source.id(), caught.page(), caught.more(), asked);
                            var taken = ingest.take(page, new HashMap<>());
                            refusals.keep(source.id(), taken.refused(), now);
                            traces.note(source.id(), caught.page(), now);
                            if (!progress.move(source, caught, taken.counts(), next, now)) {
                                tx.setRollbackOnly();
                                return null;
                            }
                            return taken.counts();
                        });
        if (counts == null) {
            return Ended.BUSY;
        }
        arrivals.came(source.id(), counts, !caught.more());
        return caught.more() ? Ended.MORE : Ended.DONE;
    }

    /// Twice as long with each failure in a row.
    public static Duration pause(int failures) {
        var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 20));
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}
