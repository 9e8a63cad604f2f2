package org.folkmoot.effect;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Numbers and days as the reader writes them.
record Wording(Locale locale) {

    String count(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    /// "1 person", "3 people".
    String count(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }

    /// "1.4", "0.07"; a dash when it is not known.
    String number(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.abs(value) < 1 ? 2 : Math.abs(value) < 100 ? 1 : 0);
        // a minus as typesetters know it
        return format.format(value).replace('-', '−');
    }

    /// "64 %".
    String percent(double share) {
        return Double.isNaN(share) ? "–" : count(Math.round(share * 100)) + "\u00a0%";
    }

    /// The mean of an outcome.
    String mean(Outcome outcome, double value) {
        return outcome.share() ? percent(value) : number(value);
    }

    /// "+12 points", "−0.4".
    String change(Outcome outcome, double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        var size = outcome.share() ? Math.round(value * 100) : value;
        var written = number(size);
        return (size > 0 && !written.equals("0") ? "+" + written : written)
                + (outcome.share() ? " points" : "");
    }

    /// "+4 to +20 points".
    String interval(Outcome outcome, Difference difference) {
        if (Double.isNaN(difference.low())) {
            return "–";
        }
        return "%s to %s"
                .formatted(
                        change(outcome, difference.low()).replace(" points", ""),
                        change(outcome, difference.high()));
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }
}
