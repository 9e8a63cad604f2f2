package org.folkmoot.members;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;

/// A condition while it is put together: some of it may not be filled in yet.
sealed interface Draft {

    /// How the conditions of a group go together.
    enum Mode {
        ALL("all of these"),
        ANY("any of these"),
        NONE("none of these"),
        NOT_ALL("not all of these");

        private final String words;

        Mode(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        Condition of(List<Condition> conditions) {
            return switch (this) {
                case ALL -> Condition.all(conditions);
                case ANY -> Condition.any(conditions);
                case NONE -> new Condition.Not(Condition.any(conditions));
                case NOT_ALL -> new Condition.Not(Condition.all(conditions));
            };
        }
    }

    record Group(Mode mode, List<Draft> of) implements Draft {
        public Group {
            of = List.copyOf(of);
        }
    }

    /// @param key empty: not chosen yet
    /// @param operator the words of the operator that was chosen
    /// @param values by the words of their parts, as typed
    record Row(String key, boolean not, String operator, Map<String, String> values)
            implements Draft {

        static final Row NEW = new Row("", false, "", Map.of());

        public Row {
            values = Map.copyOf(values);
        }

        String value(Part part) {
            return values.getOrDefault(part.words(), "");
        }

        /// The operator chosen, or the first one there is.
        Optional<Part> chosen(Criterion criterion) {
            var operators = criterion.parts().stream().filter(Part::operator).toList();
            return operators.stream()
                    .filter(p -> p.words().equals(operator))
                    .findFirst()
                    .or(() -> operators.stream().findFirst());
        }
    }

    /// The draft of a condition, always a group.
    static Group of(Condition condition) {
        var draft = draft(condition);
        return draft instanceof Group group ? group : new Group(Mode.ALL, List.of(draft));
    }

    private static Draft draft(Condition condition) {
        return switch (condition) {
            case Condition.All(var of) -> new Group(Mode.ALL, drafts(of));
            case Condition.Any(var of) -> new Group(Mode.ANY, drafts(of));
            case Condition.Not(Condition.Any(var of)) -> new Group(Mode.NONE, drafts(of));
            case Condition.Not(Condition.All(var of)) -> new Group(Mode.NOT_ALL, drafts(of));
            case Condition.Not(Condition.Is(var use)) -> row(use, true);
            case Condition.Not(Condition.Not(var of)) -> draft(of);
            case Condition.Is(var use) -> row(use, false);
        };
    }

    private static List<Draft> drafts(List<Condition> of) {
        return of.stream().map(Draft::draft).toList();
    }

    private static Row row(Use use, boolean not) {
        var values = new HashMap<String, String>();
        use.said().forEach(s -> values.put(s.part(), s.value()));
        return new Row(
                use.key(), not, use.said().isEmpty() ? "" : use.said().getFirst().part(), values);
    }

    /// What is filled in of it as a condition; empty if nothing is.
    ///
    /// @throws org.folkmoot.kernel.Refusal.Unusable for a value that cannot be read
    default Optional<Condition> condition(Criteria criteria) {
        return switch (this) {
            case Group(var mode, var of) -> {
                var filled = new ArrayList<Condition>();
                of.forEach(d -> d.condition(criteria).ifPresent(filled::add));
                yield filled.isEmpty() ? Optional.empty() : Optional.of(mode.of(filled));
            }
            case Row row -> {
                var criterion = criteria.find(row.key());
                yield criterion == null
                        ? Optional.empty()
                        : filled(row, criterion)
                                .map(Condition.Is::new)
                                .map(is -> row.not() ? new Condition.Not(is) : is);
            }
        };
    }

    private static Optional<Use> filled(Row row, Criterion criterion) {
        var values = new HashMap<String, String>();
        var operator = row.chosen(criterion);
        for (var part : criterion.parts()) {
            var said = row.value(part).strip();
            if (part.operator() && !operator.equals(Optional.of(part))) {
                continue;
            }
            if (part.shape() == Shape.NOTHING || !said.isEmpty()) {
                var about = (criterion.key() + " " + part.words()).strip();
                values.put(part.words(), Values.read(part, about, said));
            }
        }
        return Optional.ofNullable(Criteria.use(criterion, values));
    }
}
