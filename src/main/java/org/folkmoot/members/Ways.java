package org.folkmoot.members;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.members.Alternatives.Term;
import org.jspecify.annotations.Nullable;

/// Puts a condition into SQL as ways to fit it.
final class Ways {

    private final Criteria criteria;
    private final Asked asked;
    private final Map<Term, String> known = new HashMap<>();
    private final Map<Term, Optional<String>> sooner = new HashMap<>();

    Ways(Criteria criteria, Asked asked) {
        this.criteria = criteria;
        this.asked = asked;
    }

    /// Conditions on `members.member m`.
    ///
    /// @param sooner what some of those fit who fit `all`, found sooner than they; null when
    ///     nothing is known
    record Way(String all, @Nullable String sooner) {}

    /// One or more: whoever fits one of them fits.
    ///
    /// @throws org.folkmoot.kernel.Refusal.NotAllowed if the reader may not know what it tells
    List<Way> of(Condition condition) {
        var alternatives = new Alternatives(criteria, asked).of(condition);
        if (alternatives == null) {
            return List.of(new Way("(" + criteria.sql(condition, asked) + ")", null));
        }
        return alternatives.isEmpty()
                ? List.of(new Way("false", null))
                : alternatives.stream().map(this::way).toList();
    }

    private Way way(Set<Term> terms) {
        return new Way(
                joined(terms.stream().map(this::sql)),
                terms.stream().anyMatch(t -> sooner(t).isPresent())
                        ? joined(terms.stream().map(t -> sooner(t).orElseGet(() -> sql(t))))
                        : null);
    }

    private static String joined(Stream<String> conditions) {
        return Stream.concat(Stream.of("true"), conditions)
                .map(c -> "(" + c + ")")
                .collect(Collectors.joining(" and "));
    }

    private String sql(Term term) {
        var found = known.get(term);
        if (found == null) {
            found = asSql(term);
            known.put(term, found);
        }
        return found;
    }

    private String asSql(Term term) {
        var use = term.use();
        var criterion = criteria.allowed(use, asked);
        if (ComposedCriterion.isDirect(criterion)) {
            var holds = ComposedCriterion.holds(criterion, use, asked);
            return term.holds() ? holds : "(" + holds + ") is not true";
        }
        var who = criterion.who(use, asked);
        return !term.holds()
                ? "not exists (select from (%s) s(id) where s.id = m.id)".formatted(who)
                : criterion.gathered(use)
                        ? "m.id = any(array(%s))".formatted(who)
                        : "m.id in (%s)".formatted(who);
    }

    private Optional<String> sooner(Term term) {
        return sooner.computeIfAbsent(
                term,
                t ->
                        t.holds()
                                ? Optional.empty()
                                : Optional.ofNullable(
                                                criteria.allowed(t.use(), asked)
                                                        .surelyNot(t.use(), asked))
                                        .map("m.id in (%s)"::formatted));
    }
}
