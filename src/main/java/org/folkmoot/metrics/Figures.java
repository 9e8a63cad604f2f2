package org.folkmoot.metrics;

import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers as the reader writes them.
record Figures(Locale locale) {

    static final String UNKNOWN = "not known";

    String count(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    /// "1 person", "3 people".
    String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /// "4.2 %".
    String percent(@Nullable Double share) {
        return share == null ? UNKNOWN : decimal(share * 100) + "\u00a0%";
    }

    /// At most one digit after the point, two under 1.
    String decimal(@Nullable Double number) {
        if (number == null) {
            return UNKNOWN;
        }
        var format = NumberFormat.getNumberInstance(locale);
        double size = Math.abs(number);
        format.setMaximumFractionDigits(size < 1 ? 2 : size < 100 ? 1 : 0);
        return format.format(number);
    }

    /// "45 s", "12 min", "3 h 20 min", "2 days 4 h", "34 days".
    String duration(@Nullable Double seconds) {
        if (seconds == null) {
            return UNKNOWN;
        }
        long s = Math.round(seconds);
        if (s < 60) {
            return s + " s";
        }
        long minutes = Math.round(s / 60.0);
        if (minutes < 60) {
            return minutes + " min";
        }
        if (minutes < 24 * 60) {
            return two(minutes / 60, " h", minutes % 60, " min");
        }
        long hours = Math.round(s / 3600.0);
        long days = hours / 24;
        return two(days, days == 1 ? " day" : " days", days < 10 ? hours % 24 : 0, " h");
    }

    private String two(long big, String bigUnit, long small, String smallUnit) {
        return count(big) + bigUnit + (small == 0 ? "" : " " + small + smallUnit);
    }

    /// "3 min to 2 h", or "more than 3 min" where the upper end is not reached.
    String durations(@Nullable Interval interval) {
        if (interval == null) {
            return "";
        }
        return interval.high() == null
                ? "95 % sure: more than " + duration(interval.low())
                : "95 % sure: " + duration(interval.low()) + " to " + duration(interval.high());
    }

    String percents(@Nullable Interval interval) {
        return interval == null
                ? ""
                : "95 % sure: " + percent(interval.low()) + " to " + percent(interval.high());
    }

    String decimals(@Nullable Interval interval) {
        return interval == null
                ? ""
                : "95 % sure: " + decimal(interval.low()) + " to " + decimal(interval.high());
    }
}
