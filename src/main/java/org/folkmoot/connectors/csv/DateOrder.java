package org.folkmoot.connectors.csv;

import java.util.List;
import java.util.regex.Pattern;

/// How `03/04/2024` is meant.
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    private static final Pattern NUMBERS =
            Pattern.compile("^\\s*(\\d{1,2})([./-])(\\d{1,2})[./-]\\d{2,4}(?!\\d)");

    /// What a column's dates themselves tell.
    ///
    /// @param order the order to read by
    /// @param sure whether some date can be read in this order only
    /// @param mixed whether others can be read in the other order only
    /// @param any whether there is a date whose order matters
    public record Told(DateOrder order, boolean sure, boolean mixed, boolean any) {}

    /// With dots the day is first; with slashes or dashes, without a day over 12, the month is
    /// guessed and nothing is sure.
    public static Told tell(List<String> samples) {
        var dayFirst = 0;
        var monthFirst = 0;
        var dots = 0;
        var any = 0;
        for (var sample : samples) {
            var m = NUMBERS.matcher(sample);
            if (m.find()) {
                any++;
                dots += m.group(2).equals(".") ? 1 : 0;
                dayFirst += Integer.parseInt(m.group(1)) > 12 ? 1 : 0;
                monthFirst += Integer.parseInt(m.group(3)) > 12 ? 1 : 0;
            }
        }
        var order =
                dayFirst > monthFirst || (monthFirst == 0 && dots > any / 2)
                        ? DAY_FIRST
                        : MONTH_FIRST;
        return new Told(
                order,
                any == 0 || dayFirst + monthFirst > 0 || dots > any / 2,
                dayFirst > 0 && monthFirst > 0,
                any > 0);
    }
}
