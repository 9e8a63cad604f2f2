package org.folkmoot.sources;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.comparing.Advancing;
import org.folkmoot.sources.comparing.Comparing;
import org.folkmoot.sources.comparing.Comparisons;
import org.folkmoot.sources.hearing.Ears;
import org.folkmoot.sources.pulls.Puller;
import org.folkmoot.sources.pulls.Pullers;
import org.folkmoot.sources.pulls.Traces;
import org.folkmoot.sources.vault.Secrets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/// Sources that are asked when a test says so, at the time it says, with this machine in reach.
/// Its time lies in the future, so that the house itself never asks them.
@Component
public final class Harness {

    private final Platforms platforms;
    private final Sources sources;
    private final Wiring wiring;
    private final Secrets secrets;
    private final Budgets budgets;
    private final Granted granted;
    private final HookPath hooks;
    private final Pullers pullers;
    private final Traces traces;
    private final Comparisons comparisons;
    private final PlatformTransactionManager transactions;
    private final Ears ears;
    private final Reach reach = new Reach(AllowedHosts.of("127.0.0.1"), Duration.ofSeconds(20));

    Harness(
            Platforms platforms,
            Sources sources,
            Wiring wiring,
            Secrets secrets,
            Budgets budgets,
            Granted granted,
            HookPath hooks,
            Pullers pullers,
            Traces traces,
            Comparisons comparisons,
            PlatformTransactionManager transactions,
            Ears ears) {
        this.platforms = platforms;
        this.sources = sources;
        this.wiring = wiring;
        this.secrets = secrets;
        this.budgets = budgets;
        this.granted = granted;
        this.hooks = hooks;
        this.pullers = pullers;
        this.traces = traces;
        this.comparisons = comparisons;
        this.transactions = transactions;
        this.ears = ears;
    }

    /// A clock that stands where it was set.
    public static final class Hands extends Clock {
        private Instant now = Instant.parse("2031-03-03T10:00:00Z");

        public void set(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.fixed(now).withZone(zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    public Wire reach() {
        return reach;
    }

    /// Does it with nothing in reach but what lies outside.
    public void fenced(Consumer<Wire> work) throws IOException {
        try (var fenced = new Reach(AllowedHosts.of(""), Duration.ofSeconds(5))) {
            work.accept(fenced);
        }
    }

    public Joining joining(Clock clock) {
        return new Joining(
                platforms,
                sources,
                secrets,
                wiring,
                switchboard(clock),
                hooks,
                clock,
                transactions);
    }

    public Comparing comparing(Clock clock) {
        return comparisons.comparing(switchboard(clock), clock);
    }

    public Advancing advancing(Clock clock) {
        return comparisons.advancing(switchboard(clock), clock);
    }

    public Switchboard switchboard(Clock clock) {
        return new Switchboard(platforms, wiring, budgets, granted, reach, clock);
    }

    /// Listens to a source until that ends, or `stopping`.
    public Streaming.Ended listen(Clock clock, long source, BooleanSupplier stopping) {
        return ears.listen(switchboard(clock), clock, source, stopping);
    }

    /// As if a source had brought this page.
    public void note(long source, List<Found> page, Instant now) {
        traces.note(source, page, now);
    }

    /// Works on what was told of a source.
    public void understand(Clock clock, long source) {
        ears.understand(switchboard(clock), clock, source);
    }

    public Puller puller(Clock clock) {
        return pullers.of(switchboard(clock), clock);
    }
}
