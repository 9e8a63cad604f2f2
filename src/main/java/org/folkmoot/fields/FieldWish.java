package org.folkmoot.fields;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.ProfileField;

/// What a teammate wants of a field; made by [#of].
record FieldWish(String name, FieldKind kind, List<String> choices, boolean guarded) {

    private static final int MOST_CHOICES = 50;

    FieldWish {
        choices = List.copyOf(choices);
    }

    /// @param choices a line each
    /// @throws Refusal.Unusable in words for whoever typed it
    static FieldWish of(String name, String kind, String choices, boolean guarded) {
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
        return new FieldWish(clean, known, list, guarded);
    }

    /// `T-shirt size` is `t_shirt_size`; a name in other letters is `field`. Never one of a
    /// profile's own.
    static String key(String name) {
        var plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_|_$", "");
        var key = plain.isEmpty() ? "field" : plain.length() > 50 ? plain.substring(0, 50) : plain;
        return ProfileField.of(key).isPresent() ? key + "_own" : key;
    }
}
