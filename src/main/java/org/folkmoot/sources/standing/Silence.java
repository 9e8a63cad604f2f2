package org.folkmoot.sources.standing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// How long nothing came from a source, when that is unusual for it: longer than twice its longest
/// silence of the last months, and three days at least.
///
/// @param days since the last of which something came
/// @param longest of its silences before
record Silence(long days, long longest) {

    private static final int LEAST = 3;
    private static final int ENOUGH = 5;

    /// @param busy the days of which something came, in order
    static Optional<Silence> of(List<LocalDate> busy, LocalDate today) {
        if (busy.size() < ENOUGH) {
            return Optional.empty();
        }
        long longest = 1;
        for (int i = 1; i < busy.size(); i++) {
            longest = Math.max(longest, ChronoUnit.DAYS.between(busy.get(i - 1), busy.get(i)));
        }
        long days = ChronoUnit.DAYS.between(busy.getLast(), today);
        return days >= LEAST && days > 2 * longest
                ? Optional.of(new Silence(days, longest))
                : Optional.empty();
    }

    String words() {
        return "Nothing came for %d days; before, it was never silent for more than %s."
                .formatted(days, longest == 1 ? "a day" : longest + " days");
    }
}
