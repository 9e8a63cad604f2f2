package org.folkmoot.sources.googleanalytics;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How far a property was read.
///
/// @param from the first day that matters in this round; null before it began
/// @param window where the present span of days begins
/// @param offset the row that comes next in it
/// @param zone the property's time zone, empty before it is known
/// @param done the day up to which all was read in the rounds before
record At(
        Report report,
        @Nullable LocalDate from,
        @Nullable LocalDate window,
        long offset,
        String zone,
        @Nullable LocalDate done) {

    static At first() {
        return new At(Report.DAYS, null, null, 0, "", null);
    }

    At begin(LocalDate from) {
        return new At(Report.DAYS, from, from, 0, zone, done);
    }

    /// There was nothing before this day.
    At begun(LocalDate first) {
        return new At(report, first, window, offset, zone, done);
    }

    At zone(String zone) {
        return new At(report, from, window, offset, zone, done);
    }

    At offset(long offset) {
        return new At(report, from, window, offset, zone, done);
    }

    At window(LocalDate window) {
        return new At(report, from, window, 0, zone, done);
    }

    At report(Report report, LocalDate from) {
        return new At(report, from, from, 0, zone, done);
    }

    At over(LocalDate day) {
        return new At(Report.DAYS, null, null, 0, zone, day);
    }
}
