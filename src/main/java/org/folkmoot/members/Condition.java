package org.folkmoot.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is asked of people: uses of criteria under and, or and not. Its text (docs/people.md) is
/// what is saved, shared and typed; reading what was printed gives the same tree again.
sealed interface Condition {

    /// Words that mean something by themselves and stand in quotes otherwise.
    Set<String> RESERVED = Set.of("and", "or", "not", "everyone");

    Pattern PLAIN = Pattern.compile("[^\\s()\"\\\\]+");

    /// All of these; of none: everyone.
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    /// At least one of these two or more.
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of) implements Condition {}

    record Is(Use use) implements Condition {}

    static Condition everyone() {
        return new All(List.of());
    }

    /// And, without needless groups: one inside another is part of it.
    static Condition all(List<Condition> of) {
        var flat = new ArrayList<Condition>();
        of.forEach(c -> flat.addAll(c instanceof All(var inner) ? inner : List.of(c)));
        return flat.size() == 1 ? flat.getFirst() : new All(flat);
    }

    /// Or, without needless groups; of none: everyone.
    static Condition any(List<Condition> of) {
        var flat = new ArrayList<Condition>();
        of.forEach(c -> flat.addAll(c instanceof Any(var inner) ? inner : List.of(c)));
        return flat.isEmpty() ? everyone() : flat.size() == 1 ? flat.getFirst() : new Any(flat);
    }

    /// The conditions that must all hold.
    default List<Condition> terms() {
        return this instanceof All(var of) ? of : List.of(this);
    }

    /// Every use of a criterion in it.
    default Stream<Use> uses() {
        return switch (this) {
            case All(var of) -> of.stream().flatMap(Condition::uses);
            case Any(var of) -> of.stream().flatMap(Condition::uses);
            case Not(var of) -> of.uses();
            case Is(var use) -> Stream.of(use);
        };
    }

    /// The same with other uses in it.
    default Condition with(UnaryOperator<Use> other) {
        return switch (this) {
            case All(var of) -> all(of.stream().map(c -> c.with(other)).toList());
            case Any(var of) -> any(of.stream().map(c -> c.with(other)).toList());
            case Not(var of) -> new Not(of.with(other));
            case Is(var use) -> new Is(other.apply(use));
        };
    }

    /// The text that is read as this again.
    default String text() {
        return switch (this) {
            case All(var of) ->
                    of.isEmpty()
                            ? "everyone"
                            : of.stream()
                                    .map(Condition::grouped)
                                    .collect(Collectors.joining(" and "));
            case Any(var of) ->
                    of.stream().map(Condition::grouped).collect(Collectors.joining(" or "));
            case Not(Is(var use)) when isNot(use) -> text(use, true);
            case Not(var of) -> "not " + of.grouped();
            case Is(var use) -> text(use, false);
        };
    }

    private String grouped() {
        var open = this instanceof Any || (this instanceof All(var of) && !of.isEmpty());
        return open ? "(" + text() + ")" : text();
    }

    private static boolean isNot(Use use) {
        return use.said().size() == 1 && use.said().getFirst().part().equals("is");
    }

    private static String text(Use use, boolean not) {
        var text = new StringBuilder(use.key());
        for (var said : use.said()) {
            text.append(said.part().isEmpty() ? "" : " ").append(said.part());
            text.append(not ? " not" : "");
            text.append(
                    switch (said.shape()) {
                        case NOTHING -> "";
                        case DAYS ->
                                " " + said.value() + (said.value().equals("1") ? " day" : " days");
                        case CHOICE, TEXT, NUMBER, DATE -> " " + quoted(said.value());
                    });
        }
        return text.toString();
    }

    /// In quotes, unless it is one plain word.
    static String quoted(String value) {
        return PLAIN.matcher(value).matches()
                        && !RESERVED.contains(value.toLowerCase(java.util.Locale.ROOT))
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
