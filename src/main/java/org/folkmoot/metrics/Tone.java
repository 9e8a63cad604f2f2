package org.folkmoot.metrics;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// How some posts sound taken together. Posts of one person sound alike, so the error of the mean
/// is worked out from what each person's posts add up to, not as if all were independent.
///
/// @param posts that were read, in a language whose tones are known
/// @param people who wrote them
/// @param sum of their polarities, in thousandths
/// @param error the standard error of the mean; NaN for fewer than two people
public record Tone(long posts, int people, long positive, long negative, long sum, double error) {

    /// Of fewer people no tone is told: it would be that of single persons.
    public static final int PEOPLE = 5;

    /// Of these people, each with at least one post.
    static Tone of(Collection<Voice> voices) {
        var all = new Voice();
        voices.forEach(all::add);
        int people = voices.size();
        double mean = (double) all.sum() / all.posts();
        double squares = 0;
        for (var voice : voices) {
            double off = voice.sum() - voice.posts() * mean;
            squares += off * off;
        }
        double error =
                people < 2
                        ? Double.NaN
                        : Math.sqrt(squares * people / (people - 1.0)) / all.posts() / 1000;
        return new Tone(all.posts(), people, all.positive(), all.negative(), all.sum(), error);
    }

    public long neutral() {
        return posts - positive - negative;
    }

    /// Whether enough people wrote for it to be told.
    public boolean told() {
        return people >= PEOPLE;
    }

    /// The mean polarity, -1 to 1; null when it is not told.
    public @Nullable Double mean() {
        return told() ? Double.valueOf(sum / 1000.0 / posts) : null;
    }

    @Nullable Interval interval() {
        var mean = mean();
        return mean == null
                ? null
                : new Interval(
                        Math.max(-1, mean - Interval.Z * error),
                        Math.min(1, mean + Interval.Z * error));
    }

    /// The share of so many of its posts; null when it is not told.
    @Nullable Double share(long some) {
        return told() ? Double.valueOf((double) some / posts) : null;
    }
}
