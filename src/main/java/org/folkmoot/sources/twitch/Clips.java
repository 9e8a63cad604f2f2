package org.folkmoot.sources.twitch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.folkmoot.sources.twitch.At.Stage;

/// Clips that people cut. Twitch lists those of a span of time by how often they were seen, and not
/// all of many, so they are read a year at a time; later those of the last week.
record Clips(TwitchApi api, TwitchAnswers answers) {

    private static final Duration SPAN = Duration.ofDays(365);
    /// There were none before.
    private static final Instant FIRST = Instant.parse("2016-05-01T00:00:00Z");

    private static final Duration AGAIN = Duration.ofDays(7);

    At page(At at) {
        var now = api.line().now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        var from = from(at);
        var to = from.plus(SPAN).isAfter(now) ? now : from.plus(SPAN);
        var page =
                api.line()
                        .ask(
                                api.get("/clips")
                                        .query("broadcaster_id", at.channel().id())
                                        .query("started_at", from.toString())
                                        .query("ended_at", to.toString())
                                        .query("first", "100")
                                        .query("after", at.page()))
                        .json();
        page.path("data").forEach(answers::clip);
        var next = TwitchApi.next(page, at.page());
        if (!next.isEmpty()) {
            return at.clips(from).with(Stage.CLIPS, next);
        }
        return to.isBefore(now)
                ? at.clips(to).with(Stage.CLIPS, "")
                : at.clips(now.minus(AGAIN)).done();
    }

    /// From when the channel was made, or the day that was chosen.
    private Instant from(At at) {
        var told = at.clips();
        if (told != null) {
            return told;
        }
        var since = api.line().connection().since();
        return Stream.of(since, FIRST, at.channel().made()).max(Instant::compareTo).orElse(FIRST);
    }
}
