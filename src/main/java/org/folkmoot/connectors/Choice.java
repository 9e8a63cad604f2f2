package org.folkmoot.connectors;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.folkmoot.kernel.Refusal;

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

    /// The option `timezone`, for exports that do not tell where their times were.
    public static Choice timezone(String label, String help) {
        return words("timezone", label, help);
    }

    /// What was chosen there: UTC if nothing was.
    ///
    /// @throws Refusal.Unusable for a time zone that there is not
    public static ZoneId zone(Map<String, String> options) {
        var name = options.getOrDefault("timezone", "").strip();
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new Refusal.Unusable(
                    "There is no time zone '%s': use a name like Europe/Berlin.".formatted(name));
        }
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
