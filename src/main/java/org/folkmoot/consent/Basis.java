package org.folkmoot.consent;

import java.util.Arrays;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;

/// Why somebody may be asked at all.
public enum Basis {
    /// Only who agreed (GDPR art. 6 (1) a).
    CONSENT("only who agreed"),
    /// Everybody who did not object (legitimate interest, art. 6 (1) f).
    INTEREST("everybody who did not object"),
    /// An answer to what she did herself, such as a confirmation: needs no consent, waits for no
    /// quiet hours and does not count as an ask (art. 6 (1) b).
    SERVICE("whoever it concerns, as part of what she asked for");

    private final String words;

    Basis(String words) {
        this.words = words;
    }

    /// Whom it reaches: "only who agreed".
    public String words() {
        return words;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws Refusal.Unusable when there is no such basis
    public static Basis of(String key) {
        return Arrays.stream(values())
                .filter(b -> b.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal.Unusable("Choose consent, interest or service."));
    }
}
