package org.folkmoot.lifecycle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Kinds;
import org.folkmoot.metrics.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Asks the ledger along the accounts of those who came: what they did first, and who answered.
@Repository
@Transactional(readOnly = true)
public class Newcomers {

    private static final List<Kind> POSTS =
            List.of(
                    Kind.MESSAGE,
                    Kind.QUESTION,
                    Kind.SHARE,
                    Kind.REPLY,
                    Kind.COMMENT,
                    Kind.IDEA,
                    Kind.ISSUE,
                    Kind.ANSWER,
                    Kind.ARTICLE,
                    Kind.PULL_REQUEST);
    /// What counts as answering somebody who came.
    public static final List<Kind> ANSWERS =
            List.of(
                    Kind.REPLY,
                    Kind.COMMENT,
                    Kind.ANSWER,
                    Kind.ACCEPTED_ANSWER,
                    Kind.REVIEW,
                    Kind.MESSAGE,
                    Kind.QUESTION);

    private final JdbcClient db;
    private final Kinds kinds;

    Newcomers(JdbcClient db, Kinds kinds) {
        this.db = db;
        this.kinds = kinds;
    }

    private static String[] keys(List<Kind> kinds) {
        return kinds.stream().map(Kind::key).toArray(String[]::new);
    }

    private String[] that(Kind.Counts as) {
        var table = kinds.here();
        return keys(Arrays.stream(Kind.values()).filter(k -> table.counts(k, as)).toList());
    }

    /// Members first seen within the window, the latest first, with what had happened by its end.
    public List<Newcomer> of(Window window) {
        return db.sql(
                        """
                        with who as materialized (
                            select m.member_id, m.name, m.first_seen from members.report_member m
                            where m.community_id = folkmoot.community() and m.role = 'member'
                                and m.first_seen >= :from and m.first_seen < :to),
                        account as materialized (
                            select w.member_id, i.identity_id from who w
                            join members.report_account i on i.community_id = folkmoot.community() and i.member_id = w.member_id),
                        did as materialized (
                            select c.member_id, c.identity_id, a.at as active, b.at as contributed, p.id, p.at as posted
                            from account c
                            left join lateral (
                                select x.at from activity.report_activity x
                                where x.community_id = folkmoot.community() and x.identity_id = c.identity_id and x.counted
                                    and x.kind = any(:active::text[]) and x.at < :to order by x.at limit 1) a on true
                            left join lateral (
                                select x.at from activity.report_activity x
                                where x.community_id = folkmoot.community() and x.identity_id = c.identity_id and x.counted
                                    and x.kind = any(:contributions::text[]) and x.at < :to order by x.at limit 1) b on true
                            left join lateral (
                                select x.id, x.at from activity.report_activity x
                                where x.community_id = folkmoot.community() and x.identity_id = c.identity_id and x.counted
                                    and x.kind = any(:posts::text[]) and x.at < :to order by x.at, x.id limit 1) p on true),
                        reached as materialized (
                            select member_id, min(active) as active, min(contributed) as contributed,
                                (array_agg(id order by posted, id) filter (where id is not null))[1] as post,
                                min(posted) as posted
                            from did group by member_id),
                        weeks as materialized (
                            select c.member_id, (array_agg(distinct date_trunc('week', p.day::timestamp)))[2] as again
                            from account c
                            join activity.report_presence p on p.community_id = folkmoot.community()
                                and p.identity_id = c.identity_id and p.active > 0 and p.day <= :last
                            group by c.member_id)
                        select w.member_id, w.name, w.first_seen, r.active, r.post, r.posted, (
                                select min(x.at) from (
                                    select t.at, t.identity_id, t.kind from activity.report_activity t
                                    where t.community_id = folkmoot.community() and t.thread_id = r.post and t.thread_id <> t.id and t.counted
                                    union all
                                    select t.at, t.identity_id, t.kind from activity.report_activity t
                                    where t.community_id = folkmoot.community() and t.parent_id = r.post and t.counted) x
                                join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = x.identity_id
                                where x.kind = any(:answers::text[]) and x.at < :to and i.role in ('member', 'staff')
                                    and i.member_id <> w.member_id) as answered,
                            k.again at time zone :zone, r.contributed
                        from who w
                        left join reached r on r.member_id = w.member_id
                        left join weeks k on k.member_id = w.member_id
                        order by w.first_seen desc, w.member_id desc
                        """)
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("to", window.to().atOffset(ZoneOffset.UTC))
                .param("last", window.last())
                .param("zone", window.zone().getId())
                .param("active", that(Kind.Counts.ACTIVE))
                .param("contributions", that(Kind.Counts.CONTRIBUTION))
                .param("posts", keys(POSTS))
                .param("answers", keys(ANSWERS))
                .withFetchSize(2000)
                .query(
                        (row, _) ->
                                new Newcomer(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant(),
                                        instant(row, 4),
                                        row.getLong(5),
                                        instant(row, 6),
                                        instant(row, 7),
                                        instant(row, 8),
                                        instant(row, 9)))
                .list();
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
