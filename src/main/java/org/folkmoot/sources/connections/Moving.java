package org.folkmoot.sources.connections;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.comparing.Advance;
import org.folkmoot.sources.comparing.Compared;
import org.folkmoot.sources.standing.Standing;
import org.jspecify.annotations.Nullable;

/// What comes from a connection, or goes with it, while somebody looks on.
record Moving(Standing standing, Advance advance, List<Compared> totals) {

    /// An estimate never says that all is here.
    private static final double MOST = 0.99;

    /// Whether something comes or goes right now.
    boolean now() {
        return goes()
                || (standing.reading()
                        && standing.source().problem() == null
                        && standing.source().waiting() == null);
    }

    private boolean goes() {
        return standing.source().state() == Source.State.ERASING;
    }

    /// How much of it did, 0 to 1; null when nobody knows.
    @Nullable Double share() {
        if (!goes()) {
            return share(totals, advance.perMinute(), standing.when().now());
        }
        var erased = standing.source().erased();
        return erased.all() == 0 ? null : Math.min(1, (double) erased.gone() / erased.all());
    }

    /// @param told how much there was, there and here, when that was asked
    /// @param pace rows a minute since then
    static @Nullable Double share(List<Compared> told, @Nullable Double pace, Instant now) {
        var theirs = told.stream().mapToLong(Compared::theirs).sum();
        if (theirs == 0) {
            return null;
        }
        var ours = told.stream().mapToLong(t -> Math.min(t.ours(), t.theirs())).sum();
        var minutes = Duration.between(told.getFirst().at(), now).toSeconds() / 60.0;
        var here = ours + (pace == null ? 0 : pace * Math.max(0, minutes));
        return Math.min(MOST, here / theirs);
    }

    /// How fast, and when it will be done.
    String words() {
        var pace = advance.perMinute();
        return goes()
                ? standing.words()
                : (pace == null || pace < 1
                                ? ""
                                : standing.number(Math.round(pace)) + " rows a minute lately. ")
                        + advance.words();
    }
}
