package org.folkmoot.sources.comparing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Setting;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Switchboard;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Estimates when a connection will have read what was before it: from how much the platform says
/// there is and how fast it came lately. Where the platform says nothing, nothing is made up.
@Component
public class Advancing {

    private final Sources sources;
    private final Platforms platforms;
    private final Switchboard switchboard;
    private final Totals totals;
    private final Clock clock;

    Advancing(
            Sources sources,
            Platforms platforms,
            Switchboard switchboard,
            Totals totals,
            Clock clock) {
        this.sources = sources;
        this.platforms = platforms;
        this.switchboard = switchboard;
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
                switchboard.left(source).entrySet().stream()
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
}
