package org.folkmoot.orbit;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.folkmoot.web.Chart;

/// Numbers, days and lines as the reader writes them.
final class Words {

    private Words() {}

    static String number(double value, Locale locale) {
        if (Double.isNaN(value)) {
            return "not known";
        }
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.abs(value) < 100 ? 1 : 0);
        return format.format(value);
    }

    /// "+2.1", "−0.4", "0".
    static String change(double value, Locale locale) {
        return value > 0.05 ? "+" + number(value, locale) : number(value, locale);
    }

    static String count(long n, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    /// "1 person", "3 people".
    static String count(long n, String one, String many, Locale locale) {
        return count(n, locale) + " " + (n == 1 ? one : many);
    }

    static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    static Chart line(
            String id,
            String finding,
            String unit,
            List<String> labels,
            List<Double> values,
            Chart.Shape shape,
            Locale locale) {
        return new Chart(
                id,
                shape,
                finding,
                unit,
                "Month",
                labels,
                List.of(new Chart.Series(finding.split(",", 2)[0], values, 1, false)),
                List.of(),
                null,
                locale);
    }
}
