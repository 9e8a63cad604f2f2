package org.folkmoot.members;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;

/// Reads the text of a condition. What cannot be read is refused with the place and with what was
/// expected there.
final class ConditionReader {

    /// So deep may groups lie in each other.
    private static final int DEEPEST = 20;

    private static final int MOST_USES = 100;

    private final Criteria known;
    private final ConditionTokens tokens;
    private int depth;
    private int uses;

    ConditionReader(String text, Criteria known) {
        this.known = known;
        this.tokens = new ConditionTokens(text);
    }

    /// @throws Refusal.Unusable if it cannot be read
    Condition read() {
        if (tokens.done()) {
            return Condition.everyone();
        }
        var condition = any();
        if (!tokens.done()) {
            throw tokens.expected("“and”, “or”, or the end");
        }
        return condition;
    }

    private Condition any() {
        var of = new ArrayList<Condition>();
        do {
            of.add(all());
        } while (tokens.take("or"));
        return Condition.any(of);
    }

    private Condition all() {
        var of = new ArrayList<Condition>();
        do {
            of.add(one());
        } while (tokens.take("and"));
        return Condition.all(of);
    }

    private Condition one() {
        if (++depth > DEEPEST) {
            throw new Refusal.Unusable(
                    "Groups lie more than %d deep in each other. Save the inner ones as segments of their own."
                            .formatted(DEEPEST));
        }
        try {
            if (tokens.take("not")) {
                return new Condition.Not(one());
            }
            if (tokens.take("(")) {
                var group = any();
                if (!tokens.take(")")) {
                    throw tokens.expected("“and”, “or”, or a closing parenthesis");
                }
                return group;
            }
            return tokens.take("everyone") ? Condition.everyone() : use();
        } finally {
            depth--;
        }
    }

    private Condition use() {
        if (++uses > MOST_USES) {
            throw new Refusal.Unusable(
                    "These are more than %d conditions. Save some of them as segments of their own."
                            .formatted(MOST_USES));
        }
        var key = tokens.word();
        if (key == null) {
            throw tokens.expected("a condition, such as " + known.example());
        }
        var criterion = known.find(key);
        if (criterion == null) {
            throw tokens.expected("a condition; " + known.like(key));
        }
        tokens.next();
        return parts(criterion);
    }

    private Condition parts(Criterion criterion) {
        Map<String, String> values = new HashMap<>();
        var not = false;
        for (var part = next(criterion, values); part != null; part = next(criterion, values)) {
            var about =
                    part.words().isEmpty() ? criterion.key() : criterion.key() + " " + part.words();
            not |= part.words().equals("is") && tokens.take("not");
            values.put(part.words(), value(part, about));
        }
        var use = Criteria.use(criterion, values);
        if (use == null) {
            throw tokens.expected(Criteria.ways(criterion));
        }
        return not ? new Condition.Not(new Condition.Is(use)) : new Condition.Is(use);
    }

    /// The part whose words come next, the longest first; null if none does.
    private @org.jspecify.annotations.Nullable Part next(
            Criterion criterion, Map<String, String> said) {
        return criterion.parts().stream()
                .filter(
                        p ->
                                !said.containsKey(p.words())
                                        && (!p.words().isEmpty() || said.isEmpty()))
                .filter(
                        p ->
                                !p.operator()
                                        || criterion.parts().stream()
                                                .noneMatch(
                                                        o ->
                                                                o.operator()
                                                                        && said.containsKey(
                                                                                o.words())))
                .sorted(Comparator.comparingInt((Part p) -> p.words().length()).reversed())
                .filter(
                        p ->
                                p.words().isEmpty()
                                        ? tokens.value()
                                        : tokens.take(List.of(p.words().split(" "))))
                .findFirst()
                .orElse(null);
    }

    private String value(Part part, String about) {
        if (part.shape() == Shape.NOTHING) {
            return "";
        }
        if (!tokens.value()) {
            throw tokens.expected("a value: one word, or several in quotes");
        }
        var value = Values.read(part, about, tokens.next());
        if (part.shape() == Shape.DAYS && !tokens.take("days")) {
            tokens.take("day");
        }
        return value;
    }
}
