package org.folkmoot.connectors.stackexchange;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The dump's files, in the order in which they are read: people before what they did.
enum Table {
    USERS,
    POSTS,
    COMMENTS,
    VOTES,
    BADGES,
    POSTHISTORY,
    POSTLINKS,
    TAGS;

    /// By the file's outermost element, `<posts>`, or by its name, `Posts.xml`.
    static Optional<Table> of(String name) {
        var key = name.toUpperCase(Locale.ROOT).replaceFirst("\\.XML$", "");
        return Arrays.stream(values()).filter(t -> t.name().equals(key)).findFirst();
    }
}
