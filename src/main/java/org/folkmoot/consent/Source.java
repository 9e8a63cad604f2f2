package org.folkmoot.consent;

import java.util.Locale;

/// How we know what somebody agreed to.
public enum Source {
    /// A form she filled in.
    FORM("by a form"),
    IMPORT("by an import"),
    /// A teammate wrote down what she said.
    HAND("noted by hand"),
    /// A signed link in a mail to her address.
    LINK("by a link in a mail");

    private final String words;

    Source(String words) {
        this.words = words;
    }

    /// "by a form".
    public String words() {
        return words;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Source of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
