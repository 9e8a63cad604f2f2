package org.folkmoot.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.folkmoot.lifecycle.Newcomer.Step;
import org.folkmoot.metrics.KaplanMeier;
import org.jspecify.annotations.Nullable;

/// How far newcomers found their way in.
///
/// @param people the latest first
/// @param end until when they were followed
public record Funnel(List<Newcomer> people, Instant end) {

    private static final Duration DAY = Duration.ofHours(24);

    int reached(Step step) {
        return (int) people.stream().filter(p -> p.at(step) != null).count();
    }

    /// 0 to 1; `NaN` when nobody came.
    double share(Step step) {
        return people.isEmpty() ? Double.NaN : (double) reached(step) / people.size();
    }

    /// Seconds from coming to that step, the median of those who reached it; null when nobody did.
    @Nullable Double median(Step step) {
        var times =
                people.stream()
                        .filter(p -> p.at(step) != null)
                        .mapToDouble(p -> seconds(p.came(), Objects.requireNonNull(p.at(step))))
                        .sorted()
                        .toArray();
        return times.length == 0
                ? null
                : Double.valueOf((times[(times.length - 1) / 2] + times[times.length / 2]) / 2);
    }

    /// What came before a first sign of somebody is no negative time.
    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
    }

    /// Of first posts that are a day old or older: how many there are, and how many were answered
    /// within a day.
    public record Rate(int posts, int answered) {
        double share() {
            return posts == 0 ? Double.NaN : (double) answered / posts;
        }
    }

    public Rate withinADay() {
        int posts = 0;
        int answered = 0;
        for (var one : people) {
            var posted = one.posted();
            if (posted != null && !posted.plus(DAY).isAfter(end)) {
                posts++;
                var at = one.answered();
                answered += at != null && !at.isAfter(posted.plus(DAY)) ? 1 : 0;
            }
        }
        return new Rate(posts, answered);
    }

    /// How long first posts wait for an answer; those that still wait make it longer.
    KaplanMeier waits() {
        return KaplanMeier.of(waited(false), waited(true));
    }

    private double[] waited(boolean still) {
        return people.stream()
                .filter(p -> p.posted() != null && p.waits() == still)
                .mapToDouble(
                        p ->
                                seconds(
                                        Objects.requireNonNull(p.posted()),
                                        Objects.requireNonNullElse(p.answered(), end)))
                .toArray();
    }

    /// Those whose first post has no answer yet, who wait longest first.
    List<Newcomer> waiting() {
        return people.stream()
                .filter(Newcomer::waits)
                .sorted(java.util.Comparator.comparing(p -> Objects.requireNonNull(p.posted())))
                .toList();
    }

    /// The steps in their order.
    static List<Step> steps() {
        return Arrays.asList(Step.values());
    }
}
