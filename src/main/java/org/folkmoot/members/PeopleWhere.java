package org.folkmoot.members;

import java.util.Map;

/// A query's conditions on `members.member m`, as SQL with bound parameters.
final class PeopleWhere {

    private final StringBuilder sql =
            new StringBuilder(
                    " where m.community_id = folkmoot.community() and m.standing <> 'nobody'");
    private final Map<String, Object> params;

    /// @param found what the query's words match
    PeopleWhere(Hits found, Condition condition, Criteria criteria, Asked asked) {
        this.params = asked.params();
        found.narrow(this);
        for (var term : condition.terms()) {
            sql.append(" and (").append(criteria.sql(term, asked)).append(")");
        }
    }

    void and(String condition, String name, Object value) {
        sql.append(" and ").append(condition);
        params.put(name, value);
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> params() {
        return params;
    }
}
