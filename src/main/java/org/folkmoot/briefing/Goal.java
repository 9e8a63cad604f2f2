package org.folkmoot.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.folkmoot.metrics.Gauge;
import org.jspecify.annotations.Nullable;

/// What a number is to become by a day, and what it was since. Values are as their gauge keeps
/// them: shares as fractions, times in seconds.
///
/// @param upward whether it is to be at least the target; else at most
/// @param readings a value a week and one of the last day; days on which it was not known are
///     absent
record Goal(
        long id,
        Gauge gauge,
        double start,
        LocalDate startDay,
        double target,
        LocalDate due,
        boolean upward,
        String why,
        String by,
        Instant at,
        SortedMap<LocalDate, Double> readings) {

    static final int WEEK = 7;

    /// So many weeks before the start are shown, too.
    static final int BEFORE = 8;

    Goal {
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
    }

    boolean met(double value) {
        return upward ? value >= target : value <= target;
    }

    /// Where the number would be on that day if it went straight from start to target.
    double expected(LocalDate day) {
        double all = (double) startDay.until(due, ChronoUnit.DAYS);
        double gone = Math.clamp((double) startDay.until(day, ChronoUnit.DAYS), 0, all);
        return start + (target - start) * gone / all;
    }

    boolean over(LocalDate today) {
        return due.isBefore(today);
    }

    /// What was known on that day or in the week before it.
    Optional<Double> known(LocalDate day) {
        var until = readings.headMap(day.plusDays(1));
        return until.isEmpty() || until.lastKey().isBefore(day.minusDays(WEEK - 1L))
                ? Optional.empty()
                : Optional.ofNullable(until.get(until.lastKey()));
    }

    /// How it stands.
    ///
    /// @param value the number now, or on the last day when that is over
    /// @param weekly what has to be added each week from now on; 0 when nothing has
    record Standing(GoalState state, @Nullable Double value, double weekly) {}

    /// On track is whoever is at least where the straight way would be, give or take a twentieth
    /// of all of it.
    ///
    /// @param now the number of today, null when it is not known
    Standing on(LocalDate today, @Nullable Double now) {
        if (over(today)) {
            var last = known(due).orElse(null);
            return last == null
                    ? new Standing(GoalState.UNKNOWN, null, 0)
                    : new Standing(met(last) ? GoalState.KEPT : GoalState.MISSED, last, 0);
        }
        if (now == null) {
            return new Standing(GoalState.UNKNOWN, null, 0);
        }
        if (met(now)) {
            return new Standing(GoalState.REACHED, now, 0);
        }
        double weeks = Math.max(1, today.until(due, ChronoUnit.DAYS)) / (double) WEEK;
        double missing = upward ? expected(today) - now : now - expected(today);
        var near = missing <= Math.abs(target - start) / 20;
        return new Standing(
                near ? GoalState.ON_TRACK : GoalState.BEHIND,
                now,
                (target - now) / Math.max(1, weeks));
    }
}
