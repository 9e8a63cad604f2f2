package org.folkmoot.members;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.access.Zones;
import org.folkmoot.kernel.Refusal;

/// What a profile may tell of somebody, by its accounts or by hand, in the order it is shown.
public enum ProfileField {
    NAME("Name", 200),
    ORGANISATION("Organisation", 200),
    TITLE("Title", 200),
    LOCATION("Location", 200),
    TIMEZONE("Time zone", 60),
    LANGUAGE("Language", 60),
    PRONOUNS("Pronouns", 60),
    WEBSITE("Website", 500),
    GITHUB("GitHub", 200),
    X("X", 200),
    LINKEDIN("LinkedIn", 200),
    MASTODON("Mastodon", 200),
    DISCORD("Discord", 200),
    BIO("About", 2000);

    private final String label;
    private final int longest;

    ProfileField(String label, int longest) {
        this.label = label;
        this.longest = longest;
    }

    /// As accounts, addresses and the API name it: `timezone`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As people read it: "Time zone".
    public String label() {
        return label;
    }

    /// In characters.
    public int longest() {
        return longest;
    }

    public static Optional<ProfileField> of(String key) {
        return Arrays.stream(values()).filter(f -> f.key().equals(key)).findAny();
    }

    /// What was typed, as it is kept: a zone by its IANA name, a language by its tag.
    ///
    /// @throws Refusal.Unusable when it is nothing, too long, or none of what this field holds
    public String usable(String typed) {
        var value = typed.replace("\0", "").strip();
        if (value.isEmpty()) {
            throw new Refusal.Unusable(
                    "Write something, or take back what was said to show what the accounts tell.");
        }
        if (value.codePointCount(0, value.length()) > longest) {
            throw new Refusal.Unusable("%s has room for %,d characters.".formatted(label, longest));
        }
        return switch (this) {
            case TIMEZONE -> zone(value);
            case LANGUAGE -> language(value);
            case WEBSITE -> web(value);
            case BIO -> value;
            default -> value.replaceAll("\\s+", " ");
        };
    }

    private static String zone(String typed) {
        var words = typed.replace(' ', '_');
        var cities =
                Zones.all().stream()
                        .filter(
                                id ->
                                        id.equalsIgnoreCase(words)
                                                || id.toLowerCase(Locale.ROOT)
                                                        .endsWith(
                                                                "/"
                                                                        + words.toLowerCase(
                                                                                Locale.ROOT)))
                        .sorted((a, b) -> Integer.compare(a.length(), b.length()))
                        .toList();
        if (!cities.isEmpty()) {
            return cities.getFirst();
        }
        try {
            return ZoneId.of(typed.replace(" ", "")).getId();
        } catch (DateTimeException e) {
            throw new Refusal.Unusable(
                    "No time zone is called %s: write one like Europe/Berlin, Tokyo or UTC+2."
                            .formatted(typed));
        }
    }

    private static String language(String typed) {
        var tag = Locale.forLanguageTag(typed.replace('_', '-'));
        if (List.of(Locale.getISOLanguages()).contains(tag.getLanguage())) {
            return tag.toLanguageTag();
        }
        return Arrays.stream(Locale.getISOLanguages())
                .map(Locale::of)
                .filter(
                        l ->
                                l.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(typed)
                                        || l.getDisplayLanguage(l).equalsIgnoreCase(typed))
                .map(Locale::toLanguageTag)
                .findFirst()
                .orElseThrow(
                        () ->
                                new Refusal.Unusable(
                                        "We know no language %s: write one like German, or its code like pt-BR."
                                                .formatted(typed)));
    }

    private static String web(String typed) {
        var address = typed.contains("://") ? typed : "https://" + typed;
        try {
            var uri = URI.create(address);
            if (List.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw notAPage(typed);
        }
        throw notAPage(typed);
    }

    private static Refusal notAPage(String typed) {
        return new Refusal.Unusable(
                "%s is no address of a web page: write one like https://ada.example."
                        .formatted(typed));
    }
}
