package org.folkmoot.organisations;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A question about organisations that somebody has to answer.
sealed interface Suggestion {

    int people();

    /// Several people write from a domain that belongs to no organisation yet.
    ///
    /// @param key of the domain
    /// @param name what it may be called
    /// @param told whether that is what most of their profiles say; else it is made of the domain
    record Domain(String key, String domain, int people, String name, boolean told)
            implements Suggestion {}

    /// Two names that may be one organisation's.
    ///
    /// @param one the one with more people, of which the other would be
    record Names(Known one, Known other, String core) implements Suggestion {

        @Override
        public int people() {
            return one.people() + other.people();
        }

        /// Why they may be one.
        String reason() {
            if (one.key().equals(other.key())) {
                return "They differ only in capitals, accents or signs.";
            }
            var said =
                    Arrays.stream((one.key() + " " + other.key()).split(" ", -1))
                            .filter(Likeness.FORMS::contains)
                            .distinct()
                            .toList();
            return said.isEmpty()
                    ? "They differ only in blanks."
                    : "They differ only in “%s”, which says how it is founded."
                            .formatted(String.join("” and “", said));
        }
    }

    /// A name with its people.
    ///
    /// @param key by which it is looked up
    /// @param id of the organisation that is known by it; null for none
    record Known(String name, String key, @Nullable Long id, int people) {}

    /// What a domain may be called: `acme-labs.co.uk` is "Acme Labs".
    static String named(String domain) {
        var label = domain.substring(0, domain.indexOf('.'));
        return Arrays.stream(label.split("-", -1))
                .filter(w -> !w.isEmpty())
                .map(w -> w.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + w.substring(1))
                .collect(Collectors.joining(" "));
    }
}
