package org.folkmoot.metrics;

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

    static final Tone NONE = new Tone(0, 0, 0, 0, 0, Double.NaN);

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
