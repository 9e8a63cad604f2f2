package org.folkmoot.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.community.BusinessHours;
import org.jspecify.annotations.Nullable;

/// How much of a time lies within business hours: the moments at which the community's clock shows
/// some. A day on which clocks change has as many of them as that clock shows, an hour that comes
/// twice counts twice. All times are microseconds since 1970.
///
/// The stretches within which it is open stand in order, each with how long it was open before; a
/// moment finds its own by the day of UTC it lies in. So a question costs the same, however long
/// the wait it asks about.
final class OpenTime {

    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;

    private final BusinessHours hours;
    private final ZoneId zone;
    private final Instant from;
    private final Instant to;

    private final long first;
    private long[] opens = new long[64];
    private long[] closes = new long[64];
    private final long[] before;
    private final int[] atDay;
    private int many;

    /// @param from nothing before it is asked about
    /// @param to exclusive; nothing after it is asked about
    OpenTime(BusinessHours hours, ZoneId zone, Instant from, Instant to) {
        this.hours = hours;
        this.zone = zone;
        this.from = from;
        this.to = to;
        this.first = Math.floorDiv(Census.micros(from), DAY) * DAY;
        // between two changes of the clock all days are alike
        for (var since = from; since.isBefore(to); ) {
            var change = zone.getRules().nextTransition(since);
            var until =
                    change == null || change.getInstant().isAfter(to) ? to : change.getInstant();
            steady(Census.micros(since), Census.micros(until), since);
            since = until;
        }
        before = new long[many + 1];
        for (int i = 0; i < many; i++) {
            before[i + 1] = before[i] + closes[i] - opens[i];
        }
        atDay = new int[(int) Math.max(1, (Census.micros(to) - first) / DAY + 1)];
        for (int day = 0, i = 0; day < atDay.length; day++) {
            while (i < many && closes[i] <= first + day * DAY) {
                i++;
            }
            atDay[day] = i;
        }
    }

    /// A time throughout which the clock stays as far from UTC as it is at its beginning.
    private void steady(long since, long until, Instant beginning) {
        long offset = zone.getRules().getOffset(beginning).getTotalSeconds() * SECOND;
        long last = Math.floorDiv(until - 1 + offset, DAY);
        for (long day = Math.floorDiv(since + offset, DAY); day <= last; day++) {
            var span = hours.on(LocalDate.ofEpochDay(day));
            if (span != null) {
                long midnight = day * DAY - offset;
                open(
                        Math.max(since, midnight + span.opens() * 60L * SECOND),
                        Math.min(until, midnight + span.closes() * 60L * SECOND));
            }
        }
    }

    private void open(long opens, long closes) {
        if (opens < closes) {
            if (many == this.opens.length) {
                this.opens = Arrays.copyOf(this.opens, many * 2);
                this.closes = Arrays.copyOf(this.closes, many * 2);
            }
            this.opens[many] = opens;
            this.closes[many++] = closes;
        }
    }

    /// @return microseconds; 0 when the end is not after the beginning
    long between(long beginning, long end) {
        return end <= beginning ? 0 : until(end) - until(beginning);
    }

    /// All of it until that moment.
    private long until(long moment) {
        if (moment <= first) {
            return 0;
        }
        int i = atDay[(int) Math.min(atDay.length - 1L, (moment - first) / DAY)];
        while (i < many && closes[i] <= moment) {
            i++;
        }
        return before[i] + (i < many ? Math.max(0, moment - opens[i]) : 0);
    }

    /// Whether there is none at all.
    boolean none() {
        return many == 0;
    }

    BusinessHours hours() {
        return hours;
    }

    /// The holidays among its days.
    List<LocalDate> holidays() {
        return hours.holidays(
                from.atZone(zone).toLocalDate(), to.minusNanos(1).atZone(zone).toLocalDate());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenTime that
                && hours.equals(that.hours)
                && zone.equals(that.zone)
                && from.equals(that.from)
                && to.equals(that.to);
    }

    @Override
    public int hashCode() {
        return hours.hashCode() * 31 + from.hashCode();
    }
}
