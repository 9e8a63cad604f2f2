package org.folkmoot.thanks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who was thanked for what, by whom, where and when; and what was let be.
@Repository
@Transactional
class Thanks {

    private static final int MOST = 200;

    private static final String SELECT =
            """
            select t.id, t.batch, coalesce(v.member_id, t.put_on), t.kind, t.nth, t.activity_id, t.moment_at,
                t.done = 'thanked', t.way, t.note, t.by, t.at
            from thanks.thank t
            left join members.report_moved v on v.community_id = t.community_id and v.home = t.put_on
            where t.community_id = folkmoot.community() and t.taken_back_at is null
            """;

    private final JdbcClient db;
    private final Trail trail;

    Thanks(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// What came of it.
    ///
    /// @param batch by which it is taken back
    /// @param done of how many moments
    /// @param left of how many somebody else had said something, or that are none any more
    record Said(long batch, int done, int left) {}

    /// @param way null: they are skipped
    /// @throws Refusal.Unusable for none or too many, or a note that is too long
    Said say(Collection<Moment.Key> moments, Thank.@Nullable Way way, @Nullable String note) {
        if (moments.isEmpty() || moments.size() > MOST) {
            throw new Refusal.Unusable("Choose 1 to 200 moments.");
        }
        var batch = db.sql("select nextval('thanks.batch')").query(Long.class).single();
        var put =
                db.sql(
                                """
                                insert into thanks.thank (community_id, batch, put_on, kind, nth, activity_id, moment_at, done, way, note, by)
                                select m.community_id, :batch, h.home, m.kind, m.nth, m.activity_id, m.at, :done, :way, :note, :by
                                from unnest(:identities::bigint[], :kinds::text[], :nths::integer[], :activities::bigint[])
                                    k(identity_id, kind, nth, activity_id)
                                join thanks.moment m on m.community_id = folkmoot.community() and m.identity_id = k.identity_id
                                    and m.kind = k.kind and m.nth = k.nth and m.activity_id = k.activity_id
                                join members.report_home h on h.community_id = m.community_id and h.identity_id = m.identity_id
                                where not exists (select from thanks.wish w
                                    join members.report_home o on o.community_id = w.community_id and o.home = w.put_on
                                    where w.community_id = folkmoot.community() and o.member_id = h.member_id)
                                order by h.home, m.kind, m.nth, m.activity_id
                                on conflict do nothing returning put_on
                                """)
                        .param("batch", batch)
                        .param("done", way == null ? "skipped" : "thanked")
                        .param("way", way == null ? null : way.key())
                        .param("note", Thank.note(note))
                        .param("by", Trail.who())
                        .param(
                                "identities",
                                moments.stream().map(Moment.Key::identity).toArray(Long[]::new))
                        .param(
                                "kinds",
                                moments.stream().map(k -> k.kind().key()).toArray(String[]::new))
                        .param(
                                "nths",
                                moments.stream().map(Moment.Key::nth).toArray(Integer[]::new))
                        .param(
                                "activities",
                                moments.stream().map(Moment.Key::activity).toArray(Long[]::new))
                        .query((row, _) -> row.getLong(1))
                        .list();
        if (!put.isEmpty()) {
            var what = way == null ? "moment skipped" : "member thanked";
            note(what, put, batch, way == null ? "" : way.key());
        }
        return new Said(batch, put.size(), moments.size() - put.size());
    }

    /// @return of how many moments it was taken back; 0 when it was before
    int takeBack(long batch) {
        var put =
                db.sql(
                                """
                                update thanks.thank set taken_back_at = clock_timestamp(), taken_back_by = :by
                                where community_id = folkmoot.community() and batch = :batch and taken_back_at is null
                                returning put_on
                                """)
                        .param("by", Trail.who())
                        .param("batch", batch)
                        .query((row, _) -> row.getLong(1))
                        .list();
        if (!put.isEmpty()) {
            note("thanks taken back", put, batch, "");
        }
        return put.size();
    }

    /// One row, however many.
    private void note(String action, List<Long> members, long batch, String way) {
        var one = members.size() == 1;
        trail.record(
                action,
                one ? "member" : "thanks",
                Long.toString(one ? members.getFirst() : batch),
                Map.of("batch", batch, "members", members, "way", way));
    }

    /// Newest first.
    ///
    /// @param before the id of the last one of the page before; Long.MAX_VALUE on the first
    @Transactional(readOnly = true)
    List<Thank> said(
            boolean thanked,
            @Nullable MomentKind kind,
            @Nullable String platform,
            long before,
            int most) {
        return db.sql(
                        SELECT
                                + """
                                 and t.done = :done and t.id < :before and (cast(:kind as text) is null or t.kind = :kind)
                                 and (cast(:platform as text) is null or exists (
                                     select from activity.report_activity a join members.report_account i
                                         on i.community_id = a.community_id and i.identity_id = a.identity_id
                                     where a.community_id = t.community_id and a.id = t.activity_id and i.platform = :platform))
                                 order by t.id desc limit :most
                                """)
                .param("done", thanked ? "thanked" : "skipped")
                .param("before", before)
                .param("kind", kind == null ? null : kind.key())
                .param("platform", platform)
                .param("most", most)
                .query(Thanks::read)
                .list();
    }

    /// What this person was thanked for, newest first.
    @Transactional(readOnly = true)
    List<Thank> of(long member, int most) {
        return db.sql(
                        SELECT
                                + """
                                 and t.done = 'thanked' and t.put_on in (select h.home from members.report_home h
                                     where h.community_id = t.community_id and h.member_id = :member)
                                 order by t.at desc, t.id desc limit :most
                                """)
                .param("member", member)
                .param("most", most)
                .query(Thanks::read)
                .list();
    }

    private static Thank read(ResultSet row, int number) throws SQLException {
        var way = row.getString(9);
        return new Thank(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                MomentKind.of(row.getString(4)),
                row.getInt(5),
                row.getLong(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getBoolean(8),
                way == null ? null : Thank.Way.of(way),
                row.getString(10),
                row.getString(11),
                row.getObject(12, OffsetDateTime.class).toInstant());
    }
}
