package org.folkmoot.access;

import static org.folkmoot.access.Permission.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The permission table: what each role may do. The Team page shows it, the tests walk it.
public enum Role {
    LEAD("Lead", "runs the community and may do everything", EnumSet.allOf(Permission.class)),
    DIRECTOR(
            "Director",
            "reads everything and reports",
            EnumSet.of(
                    SEE_NUMBERS,
                    SEE_PEOPLE,
                    SEE_CONTACT_DATA,
                    SEE_ACTIVITY,
                    EXPORT,
                    SEE_TEAM,
                    SEE_TRAIL)),
    MANAGER(
            "Manager",
            "works with people, data and settings every day",
            EnumSet.of(
                    SEE_NUMBERS,
                    SEE_PEOPLE,
                    SEE_CONTACT_DATA,
                    SEE_ACTIVITY,
                    EDIT_PEOPLE,
                    IMPORT,
                    EXPORT,
                    SPEAK,
                    MODERATE,
                    SEE_TEAM,
                    HANDLE_PRIVACY,
                    PLAN,
                    SEE_TRAIL,
                    EDIT_SETTINGS)),
    COORDINATOR(
            "Coordinator",
            "looks after people and brings data in",
            EnumSet.of(
                    SEE_NUMBERS,
                    SEE_PEOPLE,
                    SEE_CONTACT_DATA,
                    SEE_ACTIVITY,
                    EDIT_PEOPLE,
                    IMPORT,
                    SPEAK,
                    SEE_TEAM,
                    PLAN)),
    MODERATOR(
            "Moderator",
            "reads what people write, answers, moderates and keeps notes on them",
            EnumSet.of(
                    SEE_NUMBERS, SEE_PEOPLE, SEE_ACTIVITY, EDIT_PEOPLE, SPEAK, MODERATE, SEE_TEAM)),
    ANALYST(
            "Analyst",
            "reads the numbers and who is behind them, without texts or addresses",
            EnumSet.of(SEE_NUMBERS, SEE_PEOPLE));

    private final String label;
    private final String blurb;

    @SuppressWarnings("ImmutableEnumChecker") // it is unmodifiable
    private final Set<Permission> may;

    Role(String label, String blurb, EnumSet<Permission> may) {
        this.label = label;
        this.blurb = blurb;
        this.may = Collections.unmodifiableSet(may);
    }

    public String label() {
        return label;
    }

    public String blurb() {
        return blurb;
    }

    public Set<Permission> permissions() {
        return may;
    }

    public boolean may(Permission permission) {
        return may.contains(permission);
    }

    /// As stored and typed: `lead`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String key) {
        return Arrays.stream(values()).filter(r -> r.key().equalsIgnoreCase(key.strip())).findAny();
    }
}
