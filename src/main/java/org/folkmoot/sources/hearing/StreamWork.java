package org.folkmoot.sources.hearing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Sockets;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Stop;
import org.folkmoot.sources.Streaming;
import org.folkmoot.sources.Switchboard;
import org.folkmoot.sources.Wiring;
import org.folkmoot.sources.pulls.Progress;
import org.folkmoot.sources.turns.Turns;
import org.folkmoot.sources.vault.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Listens to one source as long as it is this process's turn.
@Component
class StreamWork {

    private static final Logger log = LoggerFactory.getLogger(StreamWork.class);
    private static final Duration LOOKS = Duration.ofSeconds(5);

    private final Sources sources;
    private final Platforms platforms;
    private final Wiring wiring;
    private final Switchboard switchboard;
    private final Sockets sockets;
    private final Callee callee;
    private final CallStore store;
    private final Calls calls;
    private final Secrets secrets;
    private final Progress progress;
    private final Turns turns;
    private final Clock clock;

    StreamWork(
            Sources sources,
            Platforms platforms,
            Wiring wiring,
            Switchboard switchboard,
            Sockets sockets,
            Callee callee,
            CallStore store,
            Calls calls,
            Secrets secrets,
            Progress progress,
            Turns turns,
            Clock clock) {
        this.sources = sources;
        this.platforms = platforms;
        this.wiring = wiring;
        this.switchboard = switchboard;
        this.sockets = sockets;
        this.callee = callee;
        this.store = store;
        this.calls = calls;
        this.secrets = secrets;
        this.progress = progress;
        this.turns = turns;
        this.clock = clock;
    }

    /// Which can be listened to at all.
    List<String> platforms() {
        return platforms.all().stream()
                .filter(connector -> connector.streaming().isPresent())
                .map(Connector::platform)
                .toList();
    }

    /// Those of the community we are in.
    List<Long> wanted() {
        return sources.all().stream()
                .filter(source -> source.state() == Source.State.ON)
                .filter(this::wanted)
                .map(Source::id)
                .toList();
    }

    private boolean wanted(Source source) {
        var connector = platforms.of(source);
        return connector
                .streaming()
                .filter(streaming -> streaming.wanted(wiring.of(connector, source)))
                .isPresent();
    }

    /// Until it ends, or `stopping`.
    Streaming.Ended listen(long id, BooleanSupplier stopping) {
        var lock = "stream " + id;
        if (!turns.take(lock)) {
            return new Streaming.Ended.Again(LOOKS);
        }
        try {
            var ended = listen(sources.get(id), lock, stopping);
            switch (ended) {
                case Streaming.Ended.Never(var why) ->
                        progress.broke(sources.get(id), why, clock.instant());
                case Streaming.Ended.Failed(var why) ->
                        log.warn("Source {} could not be listened to: {}", id, why);
                case Streaming.Ended.Again _ ->
                        log.debug("Source {} is listened to again soon", id);
            }
            return ended;
        } finally {
            turns.leave(lock);
        }
    }

    private Streaming.Ended listen(Source source, String lock, BooleanSupplier stopping) {
        var to = callee.find(source.id());
        var streaming = platforms.of(source).streaming();
        if (to.isEmpty() || streaming.isEmpty()) {
            return new Streaming.Ended.Failed("Nothing understands what it would tell.");
        }
        var talk = switchboard.open(source);
        try {
            var over = new Over(source.id(), lock, stopping);
            return streaming
                    .get()
                    .listen(new Ear(to.get(), talk.line(), sockets, store, calls, secrets, over));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Streaming.Ended.Again(LOOKS);
        } catch (Stop stop) {
            return stopped(stop.came());
        } catch (JacksonException e) {
            return new Streaming.Ended.Failed("It told something that cannot be read.");
        } catch (RuntimeException e) {
            log.error("Source {} could not be listened to", source.id(), e);
            return new Streaming.Ended.Failed("Something went wrong on our side.");
        } finally {
            switchboard.close(talk);
        }
    }

    private Streaming.Ended stopped(Pull came) {
        return switch (came) {
            case Pull.SlowDown(var until, _) ->
                    new Streaming.Ended.Again(Duration.between(clock.instant(), until));
            case Pull.SignInAgain(var why) -> new Streaming.Ended.Never(why);
            default -> new Streaming.Ended.Failed(came.words());
        };
    }

    /// Looked at now and then, as it asks the database.
    private final class Over implements BooleanSupplier {
        private final long source;
        private final String lock;
        private final BooleanSupplier stopping;
        private Instant looked = clock.instant();

        Over(long source, String lock, BooleanSupplier stopping) {
            this.source = source;
            this.lock = lock;
            this.stopping = stopping;
        }

        @Override
        public boolean getAsBoolean() {
            if (stopping.getAsBoolean()) {
                return true;
            }
            var now = clock.instant();
            if (now.isBefore(looked.plus(LOOKS))) {
                return false;
            }
            looked = now;
            return !turns.holds(lock)
                    || sources.find(source)
                            .filter(s -> s.state() == Source.State.ON && wanted(s))
                            .isEmpty();
        }
    }
}
