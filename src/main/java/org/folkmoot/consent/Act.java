package org.folkmoot.consent;

import java.util.Arrays;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;

/// What was said of a purpose.
public enum Act {
    /// She chose it on the public page; we asked whether the address is hers.
    ASKED("asked to confirm"),
    GRANTED("agreed"),
    /// Agreed, by a link in a mail to that very address.
    CONFIRMED("agreed and confirmed"),
    WITHDRAWN("withdrew");

    private final String words;

    Act(String words) {
        this.words = words;
    }

    /// Past tense: "agreed".
    public String words() {
        return words;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws Refusal.Unusable when there is none of that name
    static Act of(String key) {
        return Arrays.stream(values())
                .filter(a -> a.key().equals(key))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal.Unusable(
                                        "%s is neither granted nor withdrawn.".formatted(key)));
    }
}
