package org.folkmoot.briefing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which letters somebody gets, and at what time of her own clock. None unless she asked for them.
///
/// @param account 0 for the channel of the team
/// @param weekday of the weekly letter; null for none
/// @param silent whether nothing is sent when there is nothing to say
record Letters(long account, boolean daily, @Nullable DayOfWeek weekday, int hour, boolean silent) {

    static final long CHANNEL = 0;

    /// After so many hours a letter of the morning is none any more.
    private static final int LATE = 6;

    enum Kind {
        DAILY,
        WEEKLY;

        String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// A letter of a day.
    record Due(Kind kind, LocalDate day) {}

    static Letters none(long account) {
        return new Letters(account, false, null, 8, false);
    }

    boolean any() {
        return daily || weekday != null;
    }

    /// What is to go at that time by the reader's clock; on the day of the weekly letter it alone.
    Optional<Due> due(LocalDateTime now) {
        int late = now.getHour() - hour;
        if (late < 0 || late >= LATE) {
            return Optional.empty();
        }
        var day = now.toLocalDate();
        return day.getDayOfWeek() == weekday
                ? Optional.of(new Due(Kind.WEEKLY, day))
                : daily ? Optional.of(new Due(Kind.DAILY, day)) : Optional.empty();
    }
}
