package org.folkmoot.fields;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.ProfileField;

/// A field of the community's own.
///
/// @param key how files and programs name it
/// @param guarded only for those who may see contact data
/// @param people how many have a value in it
/// @param changed whether its last change can be taken back
record CustomField(
        long id,
        String key,
        String name,
        FieldKind kind,
        List<String> choices,
        boolean guarded,
        boolean archived,
        int people,
        boolean changed) {

    private static final int MOST_CHOICES = 50;

    CustomField {
        choices = List.copyOf(choices);
    }

    /// What a teammate wants of a field; made by [#wish].
    record Wish(String name, FieldKind kind, List<String> choices, boolean guarded) {
        Wish {
            choices = List.copyOf(choices);
        }
    }

    /// @param choices a line each
    /// @throws Refusal.Unusable in words for whoever typed it
    static Wish wish(String name, String kind, String choices, boolean guarded) {
        var clean = name.replace("\0", "").strip().replaceAll("\\s+", " ");
        if (clean.isEmpty() || clean.codePointCount(0, clean.length()) > 100) {
            throw new Refusal.Unusable("Give the field a name of up to 100 characters.");
        }
        var known =
                FieldKind.of(kind)
                        .orElseThrow(
                                () ->
                                        new Refusal.Unusable(
                                                "Choose text, number, date, choice, or yes or no."));
        var list =
                known != FieldKind.CHOICE
                        ? List.<String>of()
                        : Arrays.stream(choices.replace("\0", "").split("\\R"))
                                .map(String::strip)
                                .filter(c -> !c.isEmpty())
                                .distinct()
                                .toList();
        if (known == FieldKind.CHOICE && (list.size() < 2 || list.size() > MOST_CHOICES)) {
            throw new Refusal.Unusable(
                    "Write from 2 to %d choices, a line each.".formatted(MOST_CHOICES));
        }
        if (list.stream().anyMatch(c -> c.length() > 100)) {
            throw new Refusal.Unusable("A choice has room for 100 characters.");
        }
        return new Wish(clean, known, list, guarded);
    }

    /// `T-shirt size` is `t_shirt_size`; a name in other letters is `field`. Never one of a profile's
    /// own.
    static String key(String name) {
        var plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_|_$", "");
        var key =
                plain.isEmpty() ? "field" : plain.length() > 50 ? plain.substring(0, 50) : plain;
        return ProfileField.of(key).isPresent() ? key + "_own" : key;
    }

    String usable(String typed) {
        return kind.usable(typed, choices);
    }

    /// What may be written, under its input.
    String help() {
        return kind == FieldKind.CHOICE ? "One of: " + String.join(", ", choices) : kind.help();
    }
}
