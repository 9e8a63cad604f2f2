package org.folkmoot.consent;

import java.util.Arrays;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;

/// How an ask reaches somebody.
public enum Channel {
    /// A mail that we send.
    MAIL("by mail"),
    /// A message that a teammate writes herself, on whichever platform, and tells us of.
    HAND("by hand");

    private final String words;

    Channel(String words) {
        this.words = words;
    }

    /// "by mail".
    public String words() {
        return words;
    }

    /// `mail`, as it is stored and in the API.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws Refusal.Unusable when there is no such channel
    public static Channel of(String key) {
        return Arrays.stream(values())
                .filter(c -> c.key().equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refusal.Unusable("Choose mail or hand as the channel."));
    }
}
