package org.folkmoot.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers, days and spans as the reader writes them.
///
/// @param zone by whose days
public record Wording(Locale locale, ZoneId zone) {

    public String count(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    /// "1 person", "3 people".
    public String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /// "1.4"; a dash when it is not known.
    public String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.abs(value) < 10 ? 1 : 0);
        return format.format(value);
    }

    /// "64 %"; a dash when it is not known.
    public String percent(double share) {
        return Double.isNaN(share) ? "–" : count(Math.round(share * 100)) + "\u00a0%";
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    public String day(@Nullable Instant at) {
        return at == null ? "–" : day(at.atZone(zone).toLocalDate());
    }

    /// "45 s", "12 min", "3 h", "2 days"; a dash when it is not known.
    public String duration(@Nullable Double seconds) {
        if (seconds == null) {
            return "–";
        }
        long s = Math.round(seconds);
        if (s < 90) {
            return count(s) + " s";
        }
        if (s < 90 * 60) {
            return count(Math.round(s / 60.0)) + " min";
        }
        return s < 48 * 3600
                ? count(Math.round(s / 3600.0)) + " h"
                : count(Math.round(s / 86_400.0)) + " days";
    }
}
