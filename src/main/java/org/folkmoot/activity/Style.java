package org.folkmoot.activity;

import java.util.Locale;

/// How people talk in a place. In forum-like places every thread's first post waits for an answer;
/// in chat only a question does.
public enum Style {
    CHAT,
    FORUM,
    /// Commits, reviews: nobody waits for an answer to a commit.
    CODE,
    CALENDAR,
    /// A blog or a feed.
    PUBLICATION,
    OTHER;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Style of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
