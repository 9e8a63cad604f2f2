package org.folkmoot.connectors.ical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import org.jspecify.annotations.Nullable;

/// When an event is, and when else if it comes again.
final class IcalDates {

    private static final int MOST_DATES = 1000;

    private IcalDates() {}

    /// All dates of a series. Where the rule cannot be followed, the first alone.
    static List<Temporal> dates(VEvent event, Temporal start) {
        var end = start.plus(2 * 366L, ChronoUnit.DAYS);
        var dates = new ArrayList<Temporal>();
        try {
            event.<Temporal>calculateRecurrenceSet(new Period<>(start, end))
                    .forEach(period -> dates.add(period.getStart()));
        } catch (DateTimeException | IllegalArgumentException | ClassCastException e) {
            dates.clear(); // such as days that last for seconds
        }
        if (dates.isEmpty()) {
            dates.add(start);
        }
        return dates.stream()
                .sorted(Comparator.comparing(IcalDates::instant))
                .limit(MOST_DATES)
                .toList();
    }

    /// A date of the series that has an event of its own is told there.
    static boolean moved(Set<String> moved, String uid, Temporal date) {
        var local =
                date instanceof LocalDate day
                        ? day.toString().replace("-", "")
                        : date.toString().substring(0, Math.min(16, date.toString().length()));
        var stamp = local.replace("-", "").replace(":", "");
        var seconds = stamp.length() == 13 ? stamp + "00" : stamp;
        var utc =
                instant(date)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                        .replace("-", "")
                        .replace(":", "");
        return moved.contains(uid + " " + seconds)
                || moved.contains(uid + " " + utc)
                || moved.contains(uid + " " + stamp.substring(0, Math.min(8, stamp.length())));
    }

    static @Nullable Temporal date(VEvent event, String name) {
        var property = event.getProperty(name);
        return property.isPresent() && property.get() instanceof DateProperty<?> dated
                ? dated.getDate()
                : null;
    }

    /// A time without a zone and a whole day are taken as UTC.
    static Instant instant(Temporal temporal) {
        return switch (temporal) {
            case LocalDate day -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
            case LocalDateTime floating -> floating.toInstant(ZoneOffset.UTC);
            case ZonedDateTime zoned -> zoned.toInstant();
            default -> Instant.from(temporal);
        };
    }
}
