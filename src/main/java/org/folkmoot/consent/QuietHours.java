package org.folkmoot.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;

/// When people are left in peace, by their own clock.
///
/// @param from minutes since midnight
/// @param until minutes since midnight; before `from`: of the next day; the same: no quiet hours
/// @param off whether a day is quiet as a whole
record QuietHours(int from, int until, Predicate<LocalDate> off) {

    private static final int LOOKED_AHEAD = 400;

    /// When she may be asked again; empty when she may be asked now. Where the clock skips the end
    /// of the quiet hours, it is the first moment after the gap.
    Optional<Instant> over(Instant now, ZoneId zone) {
        var at = now;
        for (int i = 0; i < LOOKED_AHEAD; i++) {
            var next = step(at, zone);
            if (!next.isAfter(at)) {
                return at.equals(now) ? Optional.empty() : Optional.of(at);
            }
            at = next;
        }
        return Optional.of(at);
    }

    /// The end of the quiet that `at` lies in, as far as it is known from that day alone; `at`
    /// itself when it is not quiet.
    private Instant step(Instant at, ZoneId zone) {
        var there = at.atZone(zone);
        var day = there.toLocalDate();
        if (off.test(day)) {
            return day.plusDays(1).atStartOfDay(zone).toInstant();
        }
        var minute = there.toLocalTime().toSecondOfDay() / 60;
        if (from < until) {
            return minute >= from && minute < until ? end(day, zone) : at;
        }
        if (from == until) {
            return at;
        }
        return minute < until ? end(day, zone) : minute >= from ? end(day.plusDays(1), zone) : at;
    }

    private Instant end(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.ofSecondOfDay(until * 60L)).atZone(zone).toInstant();
    }
}
