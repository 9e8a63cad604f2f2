package org.folkmoot.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.metrics.Beat.Of;
import org.jspecify.annotations.Nullable;

/// Something that stood out, as it was found.
///
/// @param day the day as of which it was found
/// @param recent the values before it, a day each (a week each for waits), its own at the end;
///     `NaN` where not known
/// @param answer what the team said to it; null: nothing yet
record Alert(
        long id,
        LocalDate day,
        Finding finding,
        List<Double> recent,
        Instant at,
        @Nullable Answer answer) {

    static final int WEEK = 7;

    /// @param how `seen` or `expected`
    /// @param annotation the days it marked; null when none
    record Answer(String how, String by, Instant at, @Nullable Long annotation) {}

    /// The last day it is about: what was left unanswered is known a day later.
    LocalDate last() {
        return finding.of() == Of.UNANSWERED ? day.minusDays(1) : day;
    }

    LocalDate first() {
        return last().minusDays(finding.span() - 1L);
    }

    /// Days between two of the recent values.
    int step() {
        return finding.of() == Of.RESPONSE ? WEEK : 1;
    }
}
