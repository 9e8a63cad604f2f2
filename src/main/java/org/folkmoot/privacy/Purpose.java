package org.folkmoot.privacy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// Why something of a source is kept, and for how long: a line of the register.
///
/// @param source as the ledger names it, or [#TEAM]
/// @param label as people call it
/// @param basis null as long as nobody has said: then it stands out
record Purpose(
        String source,
        String label,
        String platform,
        @Nullable Basis basis,
        String purpose,
        String origin,
        String keeps) {

    /// What no platform tells but the team writes itself.
    static final String TEAM = "folkmoot:team";

    private static final int LONGEST = 1000;

    /// The six of GDPR, article 6(1).
    enum Basis {
        CONSENT("Consent", "a"),
        CONTRACT("Contract", "b"),
        OBLIGATION("Legal obligation", "c"),
        VITAL("Vital interests", "d"),
        PUBLIC("Public task", "e"),
        INTEREST("Legitimate interest", "f");

        private final String words;
        private final String letter;

        Basis(String words, String letter) {
            this.words = words;
            this.letter = letter;
        }

        String words() {
            return "%s (GDPR 6(1)(%s))".formatted(words, letter);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Basis> of(@Nullable String key) {
            return Arrays.stream(values()).filter(b -> b.key().equals(key)).findAny();
        }
    }

    /// Says why, in words that can be stored.
    ///
    /// @throws Refusal.Unusable when the basis or the purpose is missing
    Purpose because(String basis, String purpose, String origin, String keeps) {
        var chosen =
                Basis.of(basis)
                        .orElseThrow(
                                () ->
                                        new Refusal.Unusable(
                                                "Choose what allows you to keep it: one of the six."));
        if (purpose.isBlank()) {
            throw new Refusal.Unusable("Say in a sentence what it is kept for.");
        }
        return new Purpose(
                source, label, platform, chosen, clean(purpose), clean(origin), clean(keeps));
    }

    private static String clean(String text) {
        var clean = text.replace("\0", "").strip();
        if (clean.length() > LONGEST) {
            throw new Refusal.Unusable("Keep each answer below 1,000 characters.");
        }
        return clean;
    }
}
