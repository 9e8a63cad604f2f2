package org.folkmoot.sources;

import java.util.Locale;

/// What a platform can do for us. Pages, permissions and other modules offer only what its
/// connector declares.
public enum Ability {
    PEOPLE("reads people"),
    ACTIVITY("reads what people do"),
    LISTEN("hears of it at once"),
    POST("posts"),
    REPLY("replies"),
    REACT("reacts"),
    MODERATE("moderates"),
    EVENTS("reads events"),
    HOST("creates events"),
    CONTACTS("writes contacts"),
    TASKS("creates tasks"),
    STATISTICS("reads statistics of pages");

    private final String words;

    Ability(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /// As programs read it: `reply`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
