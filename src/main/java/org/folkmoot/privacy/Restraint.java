package org.folkmoot.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// That somebody's data is kept and not used: because she objected, or had its use restricted.
///
/// @param reason in the team's words; empty once she was forgotten
/// @param since the day on which she said so
/// @param request that asked for it; null when it was said otherwise
/// @param lifted null while it holds
record Restraint(
        long id,
        Kind kind,
        String reason,
        LocalDate since,
        @Nullable Long request,
        String by,
        Instant at,
        @Nullable Instant lifted,
        @Nullable String liftedBy) {

    enum Kind {
        OBJECTION("Objected", "article 21", "objected to the use of their data on %s"),
        RESTRICTION(
                "Use restricted",
                "article 18",
                "has had the use of their data restricted since %s");

        private final String label;
        private final String article;
        private final String words;

        Kind(String label, String article, String words) {
            this.label = label;
            this.article = article;
            this.words = words;
        }

        String label() {
            return label;
        }

        /// Of the GDPR.
        String article() {
            return article;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Goes on from her name.
        String words(LocalDate since) {
            return words.formatted(
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withLocale(Locale.UK)
                            .format(since));
        }

        /// @throws Refusal.Unusable when there is none of that name
        static Kind of(String key) {
            return Arrays.stream(values())
                    .filter(k -> k.key().equals(key))
                    .findAny()
                    .orElseThrow(
                            () -> new Refusal.Unusable("Choose an objection or a restriction."));
        }
    }

    boolean holds() {
        return lifted == null;
    }
}
