package org.folkmoot.connectors.csv;

import java.util.Locale;
import org.folkmoot.connectors.Found.Field;
import org.jspecify.annotations.Nullable;

/// What a column may feed. Those with a field's name go to the person's profile as that field.
public enum Target {
    PERSON_ID("The person's id"),
    NAME("Name", Field.NAME),
    FIRST_NAME("First name"),
    LAST_NAME("Last name"),
    HANDLE("User name", Field.HANDLE),
    EMAIL("E-mail", Field.EMAIL),
    ORGANISATION("Organisation", Field.ORGANISATION),
    JOB_TITLE("Job title", Field.TITLE),
    LOCATION("Location", Field.LOCATION),
    TIMEZONE("Time zone", Field.TIMEZONE),
    LANGUAGE("Language", Field.LANGUAGE),
    PRONOUNS("Pronouns", Field.PRONOUNS),
    AVATAR("Picture's address", Field.AVATAR),
    PROFILE_URL("Profile's address", Field.URL),
    WEBSITE("Website", Field.WEBSITE),
    BIO("About them", Field.BIO),
    GITHUB("GitHub", Field.GITHUB),
    X("X (Twitter)", Field.X),
    LINKEDIN("LinkedIn", Field.LINKEDIN),
    DISCORD("Discord", Field.DISCORD),
    MASTODON("Mastodon", Field.MASTODON),
    PHONE("Phone", "phone"),
    ROLE("Role (staff, bot or member)"),
    TAGS("Tags"),
    NOTE("Note"),
    JOINED("Joined on"),
    LAST_SEEN("Last seen on", "last_seen"),
    ACTIVITY_ID("The activity's id"),
    KIND("Kind of activity"),
    TIME("When it happened"),
    SUBJECT("Activity's title"),
    TEXT("Activity's text"),
    LINK("Activity's address"),
    PLACE("Channel or place"),
    PARENT("Id of what it answers"),
    PLATFORM("Platform"),
    WEIGHT("Weight"),
    /// Kept under the column's own name.
    FIELD("Another field"),
    IGNORE("Leave out");

    private final String label;
    private final @Nullable String field;

    Target(String label) {
        this(label, null);
    }

    Target(String label, @Nullable String field) {
        this.label = label;
        this.field = field;
    }

    /// For people: "When it happened".
    public String label() {
        return label;
    }

    /// The profile field it feeds as it is, null if none.
    public @Nullable String field() {
        return field;
    }

    /// Whether several columns may feed it.
    public boolean many() {
        return this == TAGS || this == NOTE || this == FIELD || this == IGNORE;
    }

    /// Whether it says something of an activity, not of the person.
    public boolean ofActivity() {
        return compareTo(ACTIVITY_ID) >= 0 && compareTo(WEIGHT) <= 0;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The target with this key.
    ///
    /// @throws IllegalArgumentException for a key that is none of ours
    public static Target of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
