package org.folkmoot.fields;

import java.util.List;

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

    CustomField {
        choices = List.copyOf(choices);
    }

    /// The same, said of so many.
    CustomField of(int people) {
        return new CustomField(id, key, name, kind, choices, guarded, archived, people, changed);
    }

    String usable(String typed) {
        return kind.usable(typed, choices);
    }

    /// What may be written, under its input.
    String help() {
        return kind == FieldKind.CHOICE ? "One of: " + String.join(", ", choices) : kind.help();
    }
}
