package org.folkmoot.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A query's conditions on `members.member m`, as SQL with bound parameters.
final class PeopleWhere {

    private static final String PEOPLE =
            " where m.community_id = folkmoot.community() and m.standing <> 'nobody'";

    private final StringBuilder all = new StringBuilder(PEOPLE);
    private final List<Ways.Way> ways;
    private final Map<String, Object> params;

    /// @param found what the query's words match
    PeopleWhere(Hits found, Condition condition, Criteria criteria, Asked asked) {
        this.params = asked.params();
        found.narrow(this);
        this.ways = new Ways(criteria, asked).of(condition);
    }

    void and(String condition, String name, Object value) {
        all.append(" and ").append(condition);
        params.put(name, value);
    }

    /// All of it as one `where`.
    String sql() {
        return oneWay()
                ? all + " and " + ways.getFirst().all()
                : ways.stream()
                        .map(w -> "select m.id from members.member m" + PEOPLE + " and " + w.all())
                        .collect(Collectors.joining(" union all ", all + " and m.id in (", ")"));
    }

    /// The ids of those who fit, in which whoever fits in several ways is once: a statement that
    /// takes of each way no more than asked for.
    ///
    /// @param columns what else is selected, beginning with a comma, or empty
    /// @param after what each way goes on with: an order and a limit
    String ids(String columns, String after) {
        return ways.stream()
                .map(w -> "(" + select(columns, w.all(), after) + ")")
                .collect(Collectors.joining(" union "));
    }

    private String select(String columns, String way, String after) {
        return "select m.id%s from members.member m%s and %s%s".formatted(columns, all, way, after);
    }

    /// A statement that counts those who fit; of more than `most` it says `most` and one. It looks
    /// first where many may be found soon, and no further once they are enough.
    String counted(int most) {
        var looks = new ArrayList<String>();
        var enough = new StringBuilder();
        ways.stream()
                .flatMap(w -> Stream.ofNullable(w.sooner()))
                .distinct()
                .forEach(sooner -> look(sooner, most, looks, enough));
        var all =
                ways.stream()
                        .map(w -> "select id from " + look(w.all(), most, looks, enough))
                        .collect(Collectors.joining(" union "));
        return "with %s select case%s else (select count(*) from (%s) u) end"
                .formatted(String.join(", ", looks), enough, all);
    }

    private String look(String way, int most, List<String> looks, StringBuilder enough) {
        var name = "look" + looks.size();
        var found = select("", way, " limit " + (most + 1));
        looks.add(name + " as materialized (" + found + ")");
        enough.append(
                " when (select count(*) from %s) > %d then %d".formatted(name, most, most + 1));
        return name;
    }

    boolean oneWay() {
        return ways.size() == 1;
    }

    Map<String, Object> params() {
        return params;
    }
}
