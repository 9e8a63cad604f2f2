package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// All numbers of one question, each beside that of the window before. The page, the API and the
/// command line show this.
///
/// @param moves who came and left on each day of both windows; days without are absent
/// @param activeByDay distinct active members of each day of both windows; days without are absent
/// @param content what members made, broken down
/// @param contentBefore the same of the window before
/// @param places the names of the places that `response` and `content` speak of
public record Report(
        Ask ask,
        LeftOut leftOut,
        Both<Growth> growth,
        Both<ActiveRatio> activeRatio,
        Both<Waits> response,
        Both<Retention> retention,
        Both<Tones> sentiment,
        Contents.Breakdown content,
        Contents.Breakdown contentBefore,
        Map<LocalDate, Moves> moves,
        Map<LocalDate, Long> activeByDay,
        Map<Long, String> places) {

    static final String NO_SCORE =
            "Nobody has been asked yet: the score comes with surveys, when members answer how likely they are to recommend this community.";

    /// The same number of a window and of the one before it.
    public record Both<T>(T now, T before) {}

    /// A place has no members of its own to grow by.
    Reading growthReading(Growth growth) {
        return ask.filters().place() == null
                ? growth.reading()
                : Reading.unknown(
                        growth.atStart(),
                        "People join a community or a platform, not a place: take the place's filter away.");
    }

    Both<Engagement> engagement() {
        return new Both<>(content.whole(), contentBefore.whole());
    }

    /// The months' table and the survival curve, made only where they are shown.
    public record Lasting(List<Cohorts.Cohort> cohorts, KaplanMeier survival) {}

    public record Whole(Report report, Lasting lasting) {}
}
