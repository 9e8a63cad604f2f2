package org.folkmoot.members;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Whom somebody chose in the list of people, for other modules that do something with them.
@Service
@Transactional(readOnly = true)
public class PeopleChoice {

    private static final int MOST = 20_000;

    private final People people;
    private final Criteria criteria;
    private final Segments segments;
    private final JdbcClient db;

    PeopleChoice(People people, Criteria criteria, Segments segments, JdbcClient db) {
        this.people = people;
        this.criteria = criteria;
        this.segments = segments;
        this.db = db;
    }

    /// Those of the ids that are here.
    public List<Long> these(Collection<Long> ids) {
        return chosen(people.where(PeopleQuery.EVERYONE, few(ids)));
    }

    /// Everybody whom a list shows.
    ///
    /// @param query the list's address without its path, `platform=slack&active=30`
    /// @param contacts whether the reader may search e-mails and notes
    /// @throws Refusal.Unusable when they are too many to work with at once
    public List<Long> all(String query, boolean contacts) {
        var list = PeopleQuery.of(query, criteria);
        return chosen(people.where(list, people.search(list.q(), contacts)));
    }

    /// Everybody who fits a condition as texts write it (docs/people.md), however many they are.
    ///
    /// @throws Refusal.Unusable when it cannot be read
    public long[] fitting(String condition, boolean contacts) {
        var list = PeopleQuery.of(Map.of("where", List.of(condition)), criteria);
        var where = people.where(list, people.search(list.q(), contacts));
        return db.sql("select coalesce(array_agg(m.id), '{}') from members.member m" + where.sql())
                .params(where.params())
                .query(
                        (row, _) ->
                                Arrays.stream((Long[]) row.getArray(1).getArray())
                                        .mapToLong(Long::longValue)
                                        .toArray())
                .single();
    }

    /// Segments that there are, each as the condition of being in it, with its name.
    public Map<String, String> segments() {
        var all = new LinkedHashMap<String, String>();
        segments.all().forEach(s -> all.put("segment is " + Condition.quoted(s.name()), s.name()));
        return all;
    }

    /// The same address with nothing in it but what a list understands.
    public String address(String query) {
        return PeopleQuery.of(query, criteria).address();
    }

    private static Hits few(Collection<Long> ids) {
        return new Hits.Few(List.copyOf(ids), List.of(), true);
    }

    private List<Long> chosen(PeopleWhere where) {
        var params = where.params();
        params.put("mostChosen", MOST + 1);
        var ids =
                db.sql(
                                "select m.id from members.member m%s limit :mostChosen"
                                        .formatted(where.sql()))
                        .params(params)
                        .query((row, _) -> row.getLong(1))
                        .list();
        if (ids.size() > MOST) {
            throw new Refusal.Unusable(
                    "These are more than %,d people: filter the list until it is shorter."
                            .formatted(MOST));
        }
        return ids;
    }
}
