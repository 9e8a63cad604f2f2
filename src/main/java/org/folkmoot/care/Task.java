package org.folkmoot.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// What somebody of the team means to do.
///
/// @param due null: some time
/// @param owner null: nobody yet
/// @param ended null while it is open
/// @param about in the order of their names
/// @param sequence how often it was changed
public record Task(
        long id,
        String text,
        @Nullable Due due,
        @Nullable Owner owner,
        @Nullable Long thread,
        String by,
        Instant at,
        Instant changedAt,
        int sequence,
        @Nullable End ended,
        List<Who> about) {

    static final int LONGEST = 500;

    /// By the clock of the community.
    ///
    /// @param time null: any time of that day
    public record Due(LocalDate day, @Nullable LocalTime time) {

        /// As two fields of a form or of a program have it; null for no day.
        ///
        /// @throws Refusal.Unusable for what is no day or time, or a time without a day
        static @Nullable Due of(String day, String time) {
            try {
                if (day.isBlank()) {
                    if (!time.isBlank()) {
                        throw new Refusal.Unusable("Choose a day as well as a time.");
                    }
                    return null;
                }
                var on = LocalDate.parse(day.strip());
                if (on.getYear() < 2000 || on.getYear() > 2200) {
                    throw new Refusal.Unusable("Choose a day between 2000 and 2200.");
                }
                return new Due(on, time.isBlank() ? null : LocalTime.parse(time.strip()));
            } catch (DateTimeParseException e) {
                throw new Refusal.Unusable(
                        "Write the day as 2026-03-31, and the time as 14:30 if there is one.");
            }
        }

        /// The same time of another day.
        Due on(LocalDate other) {
            return new Due(other, time);
        }

        boolean late(Instant now, ZoneId zone) {
            var end =
                    time == null
                            ? day.plusDays(1).atStartOfDay(zone)
                            : day.atTime(time).atZone(zone);
            return !now.isBefore(end.toInstant());
        }

        boolean today(Instant now, ZoneId zone) {
            return day.equals(LocalDate.ofInstant(now, zone));
        }

        /// "today", "tomorrow", "3 days ago", "6 Mar 2026", with the time if there is one.
        String words(Instant now, ZoneId zone, Locale locale) {
            var away = day.toEpochDay() - LocalDate.ofInstant(now, zone).toEpochDay();
            var when =
                    away == 0
                            ? "today"
                            : away == 1
                                    ? "tomorrow"
                                    : away == -1
                                            ? "yesterday"
                                            : away < 0 && away > -15
                                                    ? -away + " days ago"
                                                    : DateTimeFormatter.ofLocalizedDate(
                                                                    FormatStyle.MEDIUM)
                                                            .withLocale(locale)
                                                            .format(day);
            return time == null
                    ? when
                    : when
                            + ", "
                            + DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                                    .withLocale(locale)
                                    .format(time);
        }
    }

    /// @param left whether they are of the team no more
    public record Owner(long account, String name, boolean left) {}

    /// @param done else dropped
    public record End(boolean done, String by, Instant at) {}

    boolean isOpen() {
        return ended == null;
    }

    boolean late(Instant now, ZoneId zone) {
        return isOpen() && due != null && due.late(now, zone);
    }

    boolean ownerLeft() {
        return owner != null && owner.left();
    }

    String ownerName() {
        return owner == null ? "" : Objects.requireNonNull(owner).name();
    }

    /// @throws Refusal.Unusable for nothing to do, or too much in one
    static String usable(String text) {
        var clean = text.replace("\0", "").strip().replaceAll("\\s+", " ");
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw new Refusal.Unusable("Say what is to be done, in up to 500 characters.");
        }
        return clean;
    }
}
