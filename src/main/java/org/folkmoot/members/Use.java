package org.folkmoot.members;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.folkmoot.members.Criterion.Shape;
import org.jspecify.annotations.Nullable;

/// One criterion with what was said of it: `activities of kind answer in 30 days`. The values were
/// checked to have the shapes of their parts, and a way to ask was said where there are any.
///
/// @param key of the criterion
/// @param said in the order of the criterion's parts
public record Use(String key, List<Said> said) {

    /// @param part the words of the part
    /// @param value as written, days without the word; empty where the part takes nothing
    public record Said(String part, Shape shape, String value) {}

    public Use {
        said = List.copyOf(said);
    }

    static Use of(String key, String part, Shape shape, String value) {
        return new Use(key, List.of(new Said(part, shape, value)));
    }

    /// As texts write it: `counted as lost in 30 days`.
    public String written() {
        return new Condition.Is(this).text();
    }

    public boolean says(String part) {
        return textOrNull(part) != null;
    }

    /// @throws NullPointerException when the part was not said: ask [#says] before
    public String text(String part) {
        return Objects.requireNonNull(textOrNull(part), part);
    }

    public @Nullable String textOrNull(String part) {
        return said.stream()
                .filter(s -> s.part().equals(part))
                .map(Said::value)
                .findAny()
                .orElse(null);
    }

    /// A number or a number of days.
    public int number(String part) {
        return Integer.parseInt(text(part));
    }

    /// @param otherwise if the part was not said
    public int number(String part, int otherwise) {
        return says(part) ? number(part) : otherwise;
    }

    public LocalDate date(String part) {
        return LocalDate.parse(text(part));
    }
}
