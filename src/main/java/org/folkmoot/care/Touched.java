package org.folkmoot.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// With whom the team has not spoken for long: from the ledger and from what was logged by hand.
@Repository
@Transactional(readOnly = true)
class Touched {

    /// So many of the latest rows of presence are looked at: enough for all who are active in a
    /// month of most communities, and for the latest of the largest.
    static final int LATEST = 12_000;

    /// The latest of all that was said with the accounts of `one.member_id`.
    private static final String LAST =
            """
            left join lateral (
                select x.at, x.activity_id, x.with_identity, x.how, x.by from (
                    select t.at, t.activity_id, t.with_identity, case when t.by_team then 'spoke' else 'answered' end as how, null as by
                    from members.report_home h join care.touch t on t.community_id = h.community_id and t.identity_id = h.identity_id
                    where h.community_id = folkmoot.community() and h.member_id = one.member_id
                    union all
                    select k.at, null, null, k.how, k.by
                    from members.report_home h join care.talk k on k.community_id = h.community_id and k.put_on = h.home
                    where h.community_id = folkmoot.community() and h.member_id = one.member_id and k.removed_at is null) x
                order by x.at desc limit 1) l on true
            """;

    private static final String ACTIVE =
            """
            select i.member_id, max(n.day) as day from (
                select p.identity_id, p.day from activity.report_presence p
                where p.community_id = folkmoot.community() and p.day >= :from
                order by p.day desc, p.identity_id desc limit :latest) n
            join members.report_account i on i.community_id = folkmoot.community() and i.identity_id = n.identity_id
            group by i.member_id
            """;

    private static final String OWNED =
            """
            select coalesce(v.member_id, o.put_on) as member_id, null::date as day from care.owner o
            left join members.report_moved v on v.community_id = o.community_id and v.home = o.put_on
            where o.community_id = folkmoot.community() and o.ended_at is null and o.account = :owner
                and not exists (select from members.report_home h
                    join care.owner later on later.community_id = h.community_id and later.put_on = h.home
                        and later.ended_at is null
                    where h.community_id = o.community_id and h.member_id = coalesce(v.member_id, o.put_on)
                        and (later.at, later.id) > (o.at, o.id))
            """;

    private final JdbcClient db;

    Touched(JdbcClient db) {
        this.db = db;
    }

    /// @param last null: never
    record Silent(Who who, @Nullable LastTouch last, @Nullable Instant lastSeen) {}

    Optional<LastTouch> last(long member) {
        return db.sql(
                        "select l.at, l.activity_id, a.thread_id, coalesce(l.by, m.name), l.how from (select :member::bigint as member_id) one "
                                + LAST
                                + NAMED
                                + " where l.at is not null")
                .param("member", member)
                .query(Touched::touch)
                .optional();
    }

    private static final String NAMED =
            """
            left join activity.report_activity a on a.community_id = folkmoot.community() and a.id = l.activity_id
            left join members.report_account i on i.community_id = folkmoot.community() and i.identity_id = l.with_identity
            left join members.report_member m on m.community_id = folkmoot.community() and m.member_id = i.member_id
            """;

    /// With whom nobody has spoken since `before`, longest first, never before all others.
    ///
    /// @param owner only whom that account looks after; null for whoever was active since `from`
    List<Silent> silent(
            Instant before,
            LocalDate from,
            @Nullable Long owner,
            int start,
            int most,
            boolean contacts) {
        var asked =
                """
                with one as materialized (%s),
                home as materialized (
                    select h.member_id, h.identity_id, h.home from one
                    join members.report_home h on h.community_id = folkmoot.community() and h.member_id = one.member_id),
                spoken as (
                    select distinct on (x.member_id) x.* from (
                        select h.member_id, t.at, t.activity_id, t.with_identity,
                            case when t.by_team then 'spoke' else 'answered' end as how, null as by
                        from home h join care.touch t on t.community_id = folkmoot.community() and t.identity_id = h.identity_id
                        union all
                        select h.member_id, k.at, null, null, k.how, k.by
                        from home h join care.talk k on k.community_id = folkmoot.community() and k.put_on = h.home
                        where k.removed_at is null) x
                    order by x.member_id, x.at desc),
                quiet as (
                    select one.member_id, one.day, l.at, l.activity_id, l.with_identity, l.how, l.by
                    from one left join spoken l on l.member_id = one.member_id
                    where l.at is null or l.at < :before
                    order by l.at nulls first, one.day desc, one.member_id)
                select l.at, l.activity_id, a.thread_id, coalesce(l.by, m.name), l.how, l.member_id, l.name, l.last_seen
                from (
                    select q.*, s.name, s.last_seen from quiet q
                    join members.report_member s on s.community_id = folkmoot.community() and s.member_id = q.member_id
                    where s.role = 'member'
                    order by q.at nulls first, q.day desc, q.member_id offset :start limit :most) l
                %s
                order by l.at nulls first, l.day desc, l.member_id
                """
                        .formatted(owner == null ? ACTIVE : OWNED, NAMED);
        return db.sql(asked)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("from", from)
                .param("latest", LATEST)
                .param("owner", owner)
                .param("start", start)
                .param("most", most)
                .query(
                        (row, n) ->
                                new Silent(
                                        Who.of(row.getLong(6), row.getString(7), contacts),
                                        row.getObject(1) == null ? null : touch(row, n),
                                        row.getObject(8) == null ? null : TaskList.instant(row, 8)))
                .list();
    }

    private static LastTouch touch(ResultSet row, int number) throws SQLException {
        return new LastTouch(
                TaskList.instant(row, 1),
                row.getObject(2, Long.class),
                row.getObject(3, Long.class),
                Who.of(0, row.getString(4) == null ? "the team" : row.getString(4), false).name(),
                row.getString(5));
    }
}
