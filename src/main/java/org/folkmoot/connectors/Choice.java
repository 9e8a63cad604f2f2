package org.folkmoot.connectors;

import java.util.List;

/// Something a format lets the person choose before an import: one entry of its options.
///
/// @param name the option's name, as the command line takes it
/// @param label a few words above the field
/// @param help one sentence under it
/// @param values what there is to choose from, the usual first; empty for words typed in
public record Choice(String name, String label, String help, List<Value> values) {

    /// One of what there is to choose from.
    ///
    /// @param value as in the options; empty leaves the option out
    public record Value(String value, String label) {}

    public Choice {
        values = List.copyOf(values);
    }

    public static Choice words(String name, String label, String help) {
        return new Choice(name, label, help, List.of());
    }

    public static Choice oneOf(String name, String label, String help, Value... values) {
        return new Choice(name, label, help, List.of(values));
    }

    /// Direct messages, which are left out unless somebody asks for them.
    public static Choice directMessages() {
        return oneOf(
                "private",
                "Direct messages",
                "They were written in private. Everybody in the team who may read the activity would see them.",
                new Value("", "Leave them out"),
                new Value("true", "Bring them too"));
    }
}
