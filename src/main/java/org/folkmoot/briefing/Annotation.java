package org.folkmoot.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A day or a span that explains what charts show.
///
/// @param last in it, too; the same as `first` for a single day
/// @param quiet whether these days are unlike others: alerts keep silent about them and do not
///     learn from them
record Annotation(
        long id,
        LocalDate first,
        LocalDate last,
        String words,
        Kind kind,
        @Nullable String link,
        boolean quiet,
        String by,
        Instant at) {

    static final int LONGEST = 120;

    /// What sort of thing happened.
    enum Kind {
        RELEASE("Release"),
        EVENT("Event"),
        CAMPAIGN("Campaign"),
        CRISIS("Crisis"),
        OUTAGE("Outage"),
        EXPECTED("Expected"),
        OTHER("Something else");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /// As stored and in the API.
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String key) {
            return Arrays.stream(values()).filter(k -> k.key().equals(key)).findFirst();
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
