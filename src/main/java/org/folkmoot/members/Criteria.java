package org.folkmoot.members;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Criterion.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// All that people can be asked for, of this module and those above it: reads conditions, puts them
/// into words and into SQL.
@Component
class Criteria {

    private final Map<String, Criterion> fixed = new TreeMap<>();
    private final List<Criterion.Family> families;
    private final ObjectProvider<Segments> segments;

    Criteria(
            List<Criterion> fixed,
            List<Criterion.Family> families,
            ObjectProvider<Segments> segments) {
        this.segments = segments;
        for (var criterion : fixed) {
            if (this.fixed.put(criterion.key(), criterion) != null) {
                throw new IllegalStateException("Two criteria are called " + criterion.key());
            }
        }
        this.families = families;
    }

    /// All there are here, by label.
    List<Criterion> here() {
        var all = new ArrayList<>(fixed.values());
        families.forEach(f -> all.addAll(f.here()));
        all.sort(Comparator.comparing(c -> c.label().toLowerCase(Locale.ROOT)));
        return all;
    }

    @Nullable Criterion find(String key) {
        var criterion = fixed.get(key);
        return criterion != null
                ? criterion
                : families.stream()
                        .flatMap(f -> f.here().stream())
                        .filter(c -> c.key().equals(key))
                        .findAny()
                        .orElse(null);
    }

    /// @throws Refusal.Unusable for what cannot be read
    Condition read(String text) {
        return new ConditionReader(text, this).read();
    }

    /// A use of values that were read; null if no way to ask is among them and one must be.
    static @Nullable Use use(Criterion criterion, Map<String, String> values) {
        var parts = criterion.parts();
        if (parts.stream().anyMatch(Part::operator)
                && parts.stream().noneMatch(p -> p.operator() && values.containsKey(p.words()))) {
            return null;
        }
        return new Use(
                criterion.key(),
                parts.stream()
                        .filter(p -> values.containsKey(p.words()))
                        .map(
                                p ->
                                        new Use.Said(
                                                p.words(),
                                                p.shape(),
                                                Objects.requireNonNull(values.get(p.words()))))
                        .toList());
    }

    /// A use of what an address says.
    ///
    /// @throws Refusal.Unusable for a value that cannot be read
    Use use(String key, Map<String, String> typed) {
        var criterion = Objects.requireNonNull(find(key), key);
        var values = new LinkedHashMap<String, String>();
        for (var part : criterion.parts()) {
            var value = typed.get(part.words());
            if (value != null) {
                values.put(
                        part.words(), Values.read(part, (key + " " + part.words()).strip(), value));
            }
        }
        return Objects.requireNonNull(use(criterion, values), key);
    }

    /// `is, contains or known`: how that criterion may go on.
    static String ways(Criterion criterion) {
        return criterion.parts().stream()
                .filter(Part::operator)
                .map(p -> p.words().isEmpty() ? "a value" : "“" + p.words() + "”")
                .collect(Collectors.joining(", or "));
    }

    String example() {
        return "“tag is champion” or “silent 60 days”";
    }

    /// What may have been meant, or what there is.
    String like(String key) {
        var keys = here().stream().map(Criterion::key).sorted().toList();
        var near =
                keys.stream().filter(k -> Spelling.near(k, key)).map(k -> "“" + k + "”").toList();
        return near.isEmpty()
                ? "there is " + String.join(", ", keys)
                : "did you mean " + String.join(" or ", near) + "?";
    }

    /// A condition on `members.member m`, as it was written.
    ///
    /// @throws Refusal.NotAllowed if the reader may not know what it tells
    String sql(Condition condition, Asked asked) {
        return switch (condition) {
            case Condition.All(var of) -> of.isEmpty() ? "true" : joined(of, " and ", asked);
            case Condition.Any(var of) -> joined(of, " or ", asked);
            case Condition.Not(var of) -> "(" + sql(of, asked) + ") is not true";
            case Condition.Is(var use) -> sql(use, asked);
        };
    }

    /// What a segment asks for, where one is named as a condition; else null. Until it is left no
    /// segment inside may name it again.
    @Nullable Condition enter(Use use, Asked asked) {
        if (!use.key().equals(SegmentCriterion.KEY)) {
            return null;
        }
        asked.enter(use.text("is"));
        return segments.getObject().named(use.text("is")).query(this).whole();
    }

    void leave(Use use, Asked asked) {
        asked.leave(use.text("is"));
    }

    private String joined(List<Condition> of, String by, Asked asked) {
        return of.stream().map(c -> "(" + sql(c, asked) + ")").collect(Collectors.joining(by));
    }

    private String sql(Use use, Asked asked) {
        return ComposedCriterion.holds(allowed(use, asked), use, asked);
    }

    /// @throws Refusal.NotAllowed if the reader may not know what it tells
    Criterion allowed(Use use, Asked asked) {
        var criterion = find(use.key());
        if (criterion == null) {
            throw new Refusal.Unusable("There is no condition %s any more.".formatted(use.key()));
        }
        if (criterion.contacts() && !asked.contacts()) {
            throw new Refusal.NotAllowed(
                    "filter by what is contact data (%s)".formatted(use.key()));
        }
        return criterion;
    }

    /// Whether only those who see contact data may know the answer.
    boolean tellsContacts(Condition condition) {
        return condition
                .uses()
                .anyMatch(
                        u -> {
                            var criterion = find(u.key());
                            return criterion != null && criterion.contacts();
                        });
    }

    /// A condition as it goes on from "People".
    String words(Condition condition, Locale locale) {
        return switch (condition) {
            case Condition.All(var of) when of.isEmpty() -> "everyone";
            case Condition.All(var of) -> words(of, " and ", locale);
            case Condition.Any(var of) -> words(of, " or ", locale);
            case Condition.Not(var of) ->
                    "not "
                            + (of instanceof Condition.Is
                                    ? words(of, locale)
                                    : "(" + words(of, locale) + ")");
            case Condition.Is(var use) -> {
                var criterion = find(use.key());
                yield criterion == null ? use.key() : criterion.words(use, locale);
            }
        };
    }

    private String words(List<Condition> of, String by, Locale locale) {
        return of.stream()
                .map(
                        c ->
                                c instanceof Condition.All || c instanceof Condition.Any
                                        ? "(" + words(c, locale) + ")"
                                        : words(c, locale))
                .collect(Collectors.joining(by));
    }
}
