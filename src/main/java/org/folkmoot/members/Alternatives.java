package org.folkmoot.members;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A condition as alternatives (its disjunctive normal form): whoever fits at least one of them
/// fits. Each can be counted and paged by itself, along its own shortest way, where an "or" among
/// other conditions would have the database look at everybody.
final class Alternatives {

    /// So many are worked with; what comes to more is asked as it was written.
    private static final int MOST = 16;

    private final Criteria criteria;
    private final Asked asked;

    Alternatives(Criteria criteria, Asked asked) {
        this.criteria = criteria;
        this.asked = asked;
    }

    /// One criterion that must hold, or must not.
    record Term(Use use, boolean holds) {}

    /// Null when there would be too many. None: nobody fits; one without a term: everybody.
    @Nullable List<Set<Term>> of(Condition condition) {
        return of(condition, true);
    }

    private @Nullable List<Set<Term>> of(Condition condition, boolean holds) {
        return switch (condition) {
            case Condition.All(var parts) -> holds ? each(parts, true) : any(parts, false);
            case Condition.Any(var parts) -> holds ? any(parts, true) : each(parts, false);
            case Condition.Not(var part) -> of(part, !holds);
            case Condition.Is(var use) -> {
                var inside = criteria.enter(use, asked);
                if (inside == null) {
                    yield List.of(Set.of(new Term(use, holds)));
                }
                var found = of(inside, holds);
                criteria.leave(use, asked);
                yield found;
            }
        };
    }

    private @Nullable List<Set<Term>> any(List<Condition> parts, boolean hold) {
        var all = new LinkedHashSet<Set<Term>>();
        for (var part : parts) {
            var ways = of(part, hold);
            if (ways == null || all.size() + ways.size() > MOST) {
                return null;
            }
            all.addAll(ways);
        }
        return List.copyOf(all);
    }

    private @Nullable List<Set<Term>> each(List<Condition> parts, boolean hold) {
        List<Set<Term>> all = List.of(Set.of());
        for (var part : parts) {
            var ways = of(part, hold);
            if (ways == null || all.size() * ways.size() > MOST) {
                return null;
            }
            var longer = new ArrayList<Set<Term>>();
            for (var before : all) {
                for (var way : ways) {
                    var both = new LinkedHashSet<>(before);
                    both.addAll(way);
                    longer.add(both);
                }
            }
            all = longer;
        }
        return all;
    }
}
