package org.folkmoot.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.folkmoot.kernel.Refusal;

/// Whole local days, half-open: from midnight of the first to midnight after the last, but never
/// later than now.
///
/// @param to exclusive; what happened from here on is not known yet
public record Window(LocalDate first, LocalDate last, Instant from, Instant to, ZoneId zone) {

    /// The lengths one can choose, in days.
    public static final List<Integer> LENGTHS = List.of(7, 30, 90, 365);

    static final int USUAL = 30;

    /// The window of that many days whose last is `asOf`.
    ///
    /// @throws Refusal.Unusable for another length or a day that has not come yet
    public static Window of(LocalDate asOf, int days, ZoneId zone, Instant now) {
        if (!LENGTHS.contains(days)) {
            throw new Refusal.Unusable(
                    "A window is 7, 30, 90 or 365 days long, not %d.".formatted(days));
        }
        if (asOf.isAfter(now.atZone(zone).toLocalDate())) {
            throw new Refusal.Unusable(
                    "%s has not come yet. Choose today or a day before.".formatted(asOf));
        }
        if (asOf.getYear() < 1900) {
            throw new Refusal.Unusable("Choose a day from 1900 on, not %s.".formatted(asOf));
        }
        return between(asOf.minusDays(days - 1L), asOf, zone, now);
    }

    private static Window between(LocalDate first, LocalDate last, ZoneId zone, Instant now) {
        var end = last.plusDays(1).atStartOfDay(zone).toInstant();
        return new Window(
                first,
                last,
                first.atStartOfDay(zone).toInstant(),
                end.isBefore(now) ? end : now,
                zone);
    }

    /// As many whole days, ending where this one starts.
    public Window before() {
        return between(first.minusDays(days()), first.minusDays(1), zone, from);
    }

    public int days() {
        return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
    }

    OffsetDateTime fromAt() {
        return from.atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime toAt() {
        return to.atOffset(ZoneOffset.UTC);
    }

    List<LocalDate> eachDay() {
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
