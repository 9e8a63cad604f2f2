package org.folkmoot.members;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A query's conditions on `members.member m`, as SQL with bound parameters.
final class PeopleWhere {

    private static final String PEOPLE =
            " where m.community_id = folkmoot.community() and m.standing <> 'nobody'";

    private final StringBuilder all = new StringBuilder(PEOPLE);
    private final List<String> ways;
    private final Map<String, Object> params;

    /// @param found what the query's words match
    PeopleWhere(Hits found, Condition condition, Criteria criteria, Asked asked) {
        this.params = asked.params();
        found.narrow(this);
        var fitting = criteria.ways(condition, asked);
        this.ways =
                fitting.isEmpty()
                        ? List.of(" and false")
                        : fitting.stream()
                                .map(
                                        way ->
                                                way.stream()
                                                        .map(c -> " and (" + c + ")")
                                                        .collect(Collectors.joining()))
                                .toList();
    }

    void and(String condition, String name, Object value) {
        all.append(" and ").append(condition);
        params.put(name, value);
    }

    /// All of it as one `where`.
    String sql() {
        return ways.size() == 1
                ? all + ways.getFirst()
                : ways.stream()
                        .map(way -> "select m.id from members.member m" + PEOPLE + way)
                        .collect(Collectors.joining(" union all ", all + " and m.id in (", ")"));
    }

    /// The ids of those who fit, in which whoever fits in several ways is once: a statement that
    /// takes of each way no more than asked for.
    ///
    /// @param columns what else is selected, beginning with a comma, or empty
    /// @param after what each way goes on with: an order and a limit
    String ids(String columns, String after) {
        return ways.stream()
                .map(
                        way ->
                                "(select m.id%s from members.member m%s%s)"
                                        .formatted(columns, all + way, after))
                .collect(Collectors.joining(" union "));
    }

    boolean oneWay() {
        return ways.size() == 1;
    }

    Map<String, Object> params() {
        return params;
    }
}
