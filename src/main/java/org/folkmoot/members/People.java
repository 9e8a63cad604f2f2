package org.folkmoot.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.folkmoot.community.Communities;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The list of people: found, filtered, sorted, page by page, however many there are.
@Repository
@Transactional(readOnly = true)
class People {

    private static final int COUNTED = 10_000;
    private static final int COUNTED_SLOWLY = 1_000;

    private final JdbcClient db;
    private final Communities communities;
    private final Criteria criteria;
    private final Clock clock;

    People(JdbcClient db, Communities communities, Criteria criteria, Clock clock) {
        this.db = db;
        this.communities = communities;
        this.criteria = criteria;
        this.clock = clock;
    }

    /// One person of a list.
    record Row(
            long id,
            String name,
            @Nullable String email,
            @Nullable String organisation,
            @Nullable String title,
            List<String> platforms,
            String role,
            @Nullable Instant firstSeen,
            @Nullable Instant lastSeen,
            @Nullable Instant leftAt,
            int activities,
            String key,
            @Nullable String face) {}

    /// @param before cursor of the page before, null on the first
    /// @param after cursor of the next page, null on the last
    record Slice(List<Row> rows, @Nullable String before, @Nullable String after) {}

    /// @param exact false: there are more
    record Count(int people, boolean exact) {}

    /// What the words match: at most two short statements, however common the words are.
    ///
    /// @param contacts whether the reader may search e-mails and notes
    Hits search(String q, boolean contacts) {
        if (q.isEmpty()) {
            return new Hits.Everyone(contacts);
        }
        var folded = db.sql("select folkmoot.plain(:q)").param("q", q).query(String.class).single();
        var words =
                Arrays.stream(folded.strip().split("\\s+"))
                        .filter(w -> !w.isEmpty())
                        .limit(8)
                        .toList();
        if (words.isEmpty()) {
            return new Hits.Everyone(contacts);
        }
        var ids =
                db.sql("select members.matching(:words, :most)")
                        .param("words", words.toArray(String[]::new))
                        .param("most", Hits.FEW + 1)
                        .query((row, _) -> row.getLong(1))
                        .list();
        return ids.size() > Hits.FEW
                ? new Hits.Many(words, contacts)
                : new Hits.Few(ids, words, contacts);
    }

    /// @param cursor null for the first page
    Slice page(PeopleQuery query, Hits hits, @Nullable Cursor cursor, int limit) {
        var where = where(query, hits);
        var backwards = cursor != null && cursor.backwards();
        var sort = query.sort();
        var params = where.params();
        if (cursor != null) {
            params.put("key", cursor.key());
            params.put("id", cursor.id());
        }
        params.put("limit", limit + 1);
        var cut =
                (cursor == null ? "" : sort.beyond(backwards))
                        + sort.order(backwards)
                        + " limit :limit";
        var sql =
                where.oneWay()
                        ? select(sort) + where.sql() + cut
                        : select(sort)
                                + " where m.community_id = folkmoot.community() and m.id in (select u.id from (%s) u)%s limit :limit"
                                        .formatted(
                                                where.ids(", " + sort.column(), cut),
                                                sort.order(backwards));
        List<Row> found;
        try {
            found = new ArrayList<>(db.sql(sql).params(params).query(People::row).list());
        } catch (DataIntegrityViolationException e) {
            throw Cursor.damaged(); // the key is no value of that column
        }
        var more = found.size() > limit;
        if (more) {
            found.removeLast();
        }
        if (backwards) {
            Collections.reverse(found);
        }
        if (found.isEmpty()) {
            return new Slice(found, null, null);
        }
        var first = found.getFirst();
        var last = found.getLast();
        return new Slice(
                List.copyOf(found),
                (backwards ? more : cursor != null)
                        ? new Cursor(first.key(), first.id(), true).text()
                        : null,
                (backwards || more) ? new Cursor(last.key(), last.id(), false).text() : null);
    }

    /// How many there are, counted only as far as that is quick.
    Count count(PeopleQuery query, Hits hits) {
        var alone = query.conditions().isEmpty();
        if (hits instanceof Hits.Many(_, var contacts) && contacts && alone) {
            return new Count(Hits.FEW, false);
        }
        return count(query, hits, hits instanceof Hits.Many ? COUNTED_SLOWLY : COUNTED);
    }

    /// @param most more than so many are not counted
    Count count(PeopleQuery query, Hits hits, int most) {
        var where = where(query, hits);
        var many = db.sql(where.counted(most)).params(where.params()).query(Integer.class).single();
        return new Count(Math.min(many, most), many <= most);
    }

    PeopleWhere where(PeopleQuery query, Hits hits) {
        return new PeopleWhere(
                hits,
                query.where(),
                criteria,
                new Asked(clock.instant(), communities.here().zone(), hits.contacts()));
    }

    static String select(PeopleSort sort) {
        return """
               select m.id, m.name, m.email, m.organisation, m.title, m.platforms, m.standing, m.first_seen,
                   m.last_seen, case when m.back_at is null then m.left_at end, m.activities, %s::text, m.face
               from members.member m"""
                .formatted(sort.column());
    }

    static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                strings(row, 6),
                row.getString(7),
                instant(row, 8),
                instant(row, 9),
                instant(row, 10),
                row.getInt(11),
                row.getString(12),
                row.getString(13));
    }

    static List<String> strings(ResultSet row, int column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
