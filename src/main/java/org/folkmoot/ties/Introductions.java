package org.folkmoot.ties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.LeftAlone;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Introductions, between whomever they are by now.
@Repository
@Transactional
class Introductions {

    /// Whom an introduction is between by now: its rows remember on whom they were put.
    private static final String ROWS =
            """
            select i.id, i.kind, a.member_id, a.name, coalesce(a.organisation, ''), b.member_id, b.name, coalesce(b.organisation, ''),
                i.reason, i.draft, i.state, i.since, coalesce(
                    (select s.by from ties.step s where s.community_id = i.community_id and s.introduction_id = i.id order by n desc limit 1), ''),
                i.sent_at, i.answered_at, i.seen_answered
            from ties.introduction i
            left join members.report_moved am on am.community_id = i.community_id and am.home = i.put_on
            left join members.report_moved bm on bm.community_id = i.community_id and bm.home = i.put_on_other
            join members.report_member a on a.community_id = i.community_id and a.member_id = coalesce(am.member_id, i.put_on)
            join members.report_member b on b.community_id = i.community_id and b.member_id = coalesce(bm.member_id, i.put_on_other)
            where i.community_id = folkmoot.community() and a.member_id <> b.member_id and not %s
            """;

    /// What was suggested before somebody objected is suggested no more.
    private static final String ALONE =
            """
            (i.state = 'suggested' and exists (select from members.report_home o
                join members.report_home h on h.community_id = o.community_id and h.member_id = o.member_id
                where o.community_id = i.community_id and o.home in (i.put_on, i.put_on_other) and h.home in (%s)))\
            """;

    private final JdbcClient db;
    private final String rows;
    private final String alone;

    Introductions(JdbcClient db, LeftAlone leftAlone) {
        this.db = db;
        this.alone = ALONE.formatted(leftAlone.homes());
        this.rows = ROWS.formatted(alone);
    }

    /// @param states which
    /// @param of only those that concern this person; null for all
    /// @param before only those whose id is smaller
    @Transactional(readOnly = true)
    List<Introduction> list(
            List<Introduction.State> states, @Nullable Long of, long before, int most) {
        return db.sql(
                        rows
                                + """
                                and i.state = any(:states) and i.id < :before
                                    and (:of::bigint is null or :of in (a.member_id, b.member_id))
                                order by case when i.state = 'suggested' and :before = 9223372036854775807 then i.score end desc nulls last, i.id desc limit :most
                                """)
                .param(
                        "states",
                        states.stream().map(Introduction.State::key).toArray(String[]::new))
                .param("of", of)
                .param("before", before)
                .param("most", most)
                .query((row, _) -> introduction(row))
                .list();
    }

    /// @throws Refusal.NotFound when there is none, or both are one person by now
    @Transactional(readOnly = true)
    Introduction get(long id) {
        return db.sql(rows + " and i.id = :id")
                .param("id", id)
                .query((row, _) -> introduction(row))
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("This introduction"));
    }

    /// How many are in each state.
    @Transactional(readOnly = true)
    Map<String, Integer> counts() {
        return db.sql(
                        """
                        select i.state, count(*)::integer from ties.introduction i
                        where i.community_id = folkmoot.community() and not %s group by i.state
                        """
                                .formatted(alone))
                .query(
                        row -> {
                            var all = new java.util.HashMap<String, Integer>();
                            while (row.next()) {
                                all.put(row.getString(1), row.getInt(2));
                            }
                            return all;
                        });
    }

    /// Keeps another draft.
    void keep(long id, String draft) {
        var usable = Introduction.usable(draft);
        var changed =
                db.sql(
                                """
                                update ties.introduction set draft = :draft
                                where community_id = folkmoot.community() and id = :id
                                """)
                        .param("draft", usable)
                        .param("id", id)
                        .update();
        if (changed == 0) {
            throw new Refusal.NotFound("This introduction");
        }
    }

    private static Introduction introduction(ResultSet row) throws SQLException {
        return new Introduction(
                row.getLong(1),
                Introduction.Kind.valueOf(row.getString(2).toUpperCase(java.util.Locale.ROOT)),
                new Introduction.Someone(row.getLong(3), row.getString(4), row.getString(5)),
                new Introduction.Someone(row.getLong(6), row.getString(7), row.getString(8)),
                row.getString(9),
                row.getString(10),
                Introduction.State.of(row.getString(11)),
                java.util.Objects.requireNonNull(instant(row, 12)),
                row.getString(13),
                instant(row, 14),
                instant(row, 15),
                row.getBoolean(16));
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
