package org.folkmoot.access;

import static org.folkmoot.access.Permission.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What an API token may do.
public enum Scope {
    READ(EnumSet.of(SEE_NUMBERS, SEE_PEOPLE, SEE_CONTACT_DATA, SEE_ACTIVITY, EXPORT)),
    WRITE(
            EnumSet.of(
                    SEE_NUMBERS,
                    SEE_PEOPLE,
                    SEE_CONTACT_DATA,
                    SEE_ACTIVITY,
                    EXPORT,
                    EDIT_PEOPLE,
                    IMPORT,
                    SPEAK,
                    MODERATE,
                    PLAN));

    @SuppressWarnings("ImmutableEnumChecker") // it is unmodifiable
    private final Set<Permission> may;

    Scope(EnumSet<Permission> may) {
        this.may = Collections.unmodifiableSet(may);
    }

    public Set<Permission> permissions() {
        return may;
    }

    /// As stored and typed: `read`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Scope> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key().equalsIgnoreCase(key.strip())).findAny();
    }
}
