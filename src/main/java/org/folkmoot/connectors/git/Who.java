package org.folkmoot.connectors.git;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A name and address as git writes them; either may be empty.
record Who(String name, String email) {

    private static final Pattern NOREPLY =
            Pattern.compile(
                    "(?i)(?:\\d+\\+)?([a-z0-9-]+(?:\\[bot])?)@users\\.noreply\\.github\\.com");

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+");

    Who {
        name = name.replace("\0", "").strip();
        email = email.replace("\0", "").strip();
    }

    /// `Ada <ada@example.org>`, an address alone or a name alone; null for a link or nothing.
    static @Nullable Who of(String text) {
        var open = text.indexOf('<');
        var close = open < 0 ? -1 : text.indexOf('>', open);
        if (close > open + 1) {
            var name = text.substring(0, open).strip().replaceAll("^\"|\"$", "");
            return new Who(name, text.substring(open + 1, close));
        }
        var bare = text.strip().replaceAll("[<>]", "");
        if (bare.isEmpty() || bare.contains("://")) {
            return null;
        }
        return ADDRESS.matcher(bare).matches() ? new Who("", bare) : new Who(bare, "");
    }

    /// The address in lower case, else the name; null when there is neither.
    @Nullable String id() {
        if (!email.isEmpty()) {
            return email.toLowerCase(Locale.ROOT);
        }
        return name.isEmpty() ? null : "name:" + name.toLowerCase(Locale.ROOT);
    }

    /// The account that GitHub's own no-reply addresses name.
    @Nullable String github() {
        var found = NOREPLY.matcher(email);
        return found.matches() ? found.group(1) : null;
    }

    boolean hasAddress() {
        return ADDRESS.matcher(email).matches();
    }

    boolean isBot() {
        return name.endsWith("[bot]") || email.contains("[bot]@");
    }

    @Override
    public String toString() {
        return "%s <%s>".formatted(name, email);
    }
}
