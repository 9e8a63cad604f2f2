package org.folkmoot.sources;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Estimates when a connection will have read what was before it: from how much the platform says
/// there is and how fast it came lately. Where the platform says nothing, nothing is made up.
@Component
public class Advancing {

    private final Sources sources;
    private final Platforms platforms;
    private final Switchboard switchboard;
    private final Budgets budgets;
    private final Totals totals;
    private final Clock clock;

    Advancing(
            Sources sources,
            Platforms platforms,
            Switchboard switchboard,
            Budgets budgets,
            Totals totals,
            Clock clock) {
        this.sources = sources;
        this.platforms = platforms;
        this.switchboard = switchboard;
        this.budgets = budgets;
        this.totals = totals;
        this.clock = clock;
    }

    public Advance of(long id) {
        var source = sources.get(id);
        var now = clock.instant();
        var since = source.settings().getOrDefault(Setting.SINCE.name(), "");
        var done = done(source);
        var reached = source.reached();
        return new Advance(
                since.isBlank() ? null : Instant.parse(since.strip() + "T00:00:00Z"),
                reached.oldest(),
                reached.newest(),
                reached.perMinute(),
                done,
                words(source, done, now),
                budgets.of(switchboard.bucket(source)).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> Advance.Left.of(e.getKey(), e.getValue(), now))
                        .toList());
    }

    private @Nullable Instant done(Source source) {
        var pace = source.reached().perMinute();
        var told = totals.of(source.id());
        if (source.completeAt() != null || told.isEmpty() || pace == null || pace <= 0) {
            return source.completeAt();
        }
        return estimate(told, pace);
    }

    /// @param pace rows a minute
    static Instant estimate(List<Compared> told, double pace) {
        var left = told.stream().mapToLong(t -> Math.max(0, t.theirs() - t.ours())).sum();
        return told.getFirst().at().plus(Duration.ofSeconds(Math.round(left * 60 / pace)));
    }

    private String words(Source source, @Nullable Instant done, Instant now) {
        if (source.completeAt() != null) {
            return "Everything from before is here.";
        }
        if (source.state() != Source.State.ON) {
            return "It is not being read.";
        }
        if (done != null) {
            return done.isAfter(now)
                    ? "Done in about %s, if it goes on like this."
                            .formatted(span(Duration.between(now, done)))
                    : "It should be done soon.";
        }
        var connector = platforms.of(source);
        return connector.counting().isEmpty()
                ? "When it will be done is unknown: %s does not say how much there is."
                        .formatted(connector.title())
                : totals.of(source.id()).isEmpty()
                        ? "When it will be done is unknown until its totals are compared."
                        : "When it will be done is unknown until some minutes were read.";
    }

    private static String span(Duration left) {
        return left.toHours() >= 48
                ? left.toDays() + " days"
                : left.toMinutes() >= 120
                        ? left.toHours() + " hours"
                        : Math.max(1, left.toMinutes()) == 1
                                ? "a minute"
                                : left.toMinutes() + " minutes";
    }

    static @Nullable OffsetDateTime oldest(List<Found> page) {
        return times(page)
                .min(Instant::compareTo)
                .map(at -> at.atOffset(ZoneOffset.UTC))
                .orElse(null);
    }

    /// Of what has happened by now.
    static @Nullable OffsetDateTime newest(List<Found> page, Instant now) {
        return times(page)
                .filter(at -> !at.isAfter(now))
                .max(Instant::compareTo)
                .map(at -> at.atOffset(ZoneOffset.UTC))
                .orElse(null);
    }

    private static Stream<Instant> times(List<Found> page) {
        return page.stream()
                .filter(Deed.class::isInstance)
                .map(found -> ((Deed) found).at())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(at -> at.isAfter(Instant.EPOCH) && at.getEpochSecond() < 4_102_444_800L);
    }
}
