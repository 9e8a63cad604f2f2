package org.folkmoot.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a post sounds.
public enum Mood {
    NEUTRAL,
    POSITIVE,
    NEGATIVE;

    /// In lower case, as it is stored and told.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// By its key, or the first letters of it (`pos`, `neg`, `neu`).
    public static Optional<Mood> of(String key) {
        var lower = key.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(m -> lower.length() >= 3 && m.key().startsWith(lower))
                .findFirst();
    }
}
