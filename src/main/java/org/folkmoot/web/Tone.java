package org.folkmoot.web;

import java.util.Locale;

/// How news is to be taken. Shown by colour and always by words or an icon as well.
public enum Tone {
    CALM("info-circle"),
    GOOD("circle-check"),
    WARN("alert-triangle"),
    BAD("alert-triangle");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    /// The class name in the style sheets: `good`.
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A name [Icon] knows.
    public String icon() {
        return icon;
    }
}
