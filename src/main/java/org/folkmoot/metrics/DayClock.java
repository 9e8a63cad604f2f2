package org.folkmoot.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The hours of one local day. Where no clock changes on it, they follow from its beginning.
///
/// @param start when it begins, in microseconds since 1970
/// @param even whether it has 24 hours of one clock
record DayClock(LocalDate day, long start, boolean even, ZoneId zone) {

    private static final long HOUR = 3_600_000_000L;

    DayClock(LocalDate day, ZoneId zone) {
        this(day, Census.micros(day.atStartOfDay(zone).toInstant()), even(day, zone), zone);
    }

    private static boolean even(LocalDate day, ZoneId zone) {
        var start = day.atStartOfDay(zone);
        var end = day.plusDays(1).atStartOfDay(zone);
        var change = zone.getRules().nextTransition(start.toInstant().minusNanos(1));
        return start.toLocalTime().toNanoOfDay() == 0
                && (change == null || !change.getInstant().isBefore(end.toInstant()));
    }

    /// 0 to 167, from Monday's first hour on.
    int hourOfWeek(long micros) {
        if (even) {
            long hour = Math.floorDiv(micros - start, HOUR);
            if (hour >= 0 && hour < 24) {
                return (day.getDayOfWeek().getValue() - 1) * 24 + (int) hour;
            }
        }
        var local = Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000)).atZone(zone);
        return (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
    }
}
