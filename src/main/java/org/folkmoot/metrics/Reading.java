package org.folkmoot.metrics;

import org.jspecify.annotations.Nullable;

/// One value of one metric: known with how many it rests on, or not known with the reason.
///
/// @param value null when not known
/// @param n how many members, questions or items it rests on
/// @param interval 95 %, where the value is an estimate
/// @param reason why it is not known, a sentence; null when it is
public record Reading(
        @Nullable Double value, long n, @Nullable Interval interval, @Nullable String reason) {

    static Reading of(double value, long n) {
        return new Reading(value, n, null, null);
    }

    static Reading share(long some, long all, String otherwise) {
        return all == 0
                ? unknown(0, otherwise)
                : new Reading((double) some / all, all, Interval.wilson(some, all), null);
    }

    static Reading unknown(long n, String reason) {
        return new Reading(null, n, null, reason);
    }
}
