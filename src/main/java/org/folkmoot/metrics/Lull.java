package org.folkmoot.metrics;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// That nothing is known of a whole window and the one before, as after the import of an old
/// export, and where there is something to see.
///
/// @param words "Nothing is known of these 30 days and the 30 before."
/// @param link "See the numbers as of 5 March 2024, the last day of which something is known."
/// @param query of the same numbers as of that day
record Lull(String words, String link, String query) {

    /// @param last day of which something is known, no later than the window's; null when there is
    ///     none
    static Optional<Lull> of(Ask ask, @Nullable LocalDate last, Locale locale) {
        if (last == null || !last.isBefore(ask.window().before().first())) {
            return Optional.empty();
        }
        var day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(last);
        return Optional.of(
                new Lull(
                        "Nothing is known of these %1$d days and the %1$d before."
                                .formatted(ask.window().days()),
                        "See the numbers as of %s, the last day of which something is known."
                                .formatted(day),
                        ask.query(Map.of("asOf", last.toString()))));
    }
}
