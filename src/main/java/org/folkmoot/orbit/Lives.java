package org.folkmoot.orbit;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.folkmoot.activity.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What one person did and whom she met, asked of the ledger along her own accounts.
@Repository
@Transactional(readOnly = true)
class Lives {

    /// So many of the latest things that each account did are looked at for whom it met.
    private static final int LATEST = 20_000;

    private final JdbcClient db;

    Lives(JdbcClient db) {
        this.db = db;
    }

    /// The name of a human member.
    Optional<String> name(long member) {
        return db.sql(
                        """
                        select name from members.report_member
                        where community_id = folkmoot.community() and member_id = :member and role in ('member', 'staff')
                        """)
                .param("member", member)
                .query(String.class)
                .optional();
    }

    Life of(long member, ZoneId zone) {
        return new Life(
                db.sql(
                                """
                                select (a.at at time zone :zone)::date, a.kind, count(*)::integer
                                from members.report_account i
                                join activity.report_activity a on a.community_id = folkmoot.community() and a.identity_id = i.identity_id
                                where i.community_id = folkmoot.community() and i.member_id = :member and a.counted
                                group by 1, 2
                                """)
                        .param("zone", zone.getId())
                        .param("member", member)
                        .query(
                                (row, _) ->
                                        new Did(
                                                row.getObject(1, LocalDate.class),
                                                Kind.of(row.getString(2)),
                                                row.getInt(3)))
                        .list());
    }

    /// Whom she met: replies, mentions, reviews and accepted answers, to and from, reactions, and
    /// threads in which both spoke, by the end of a day.
    List<Contact> contacts(long member, LocalDate asOf, ZoneId zone) {
        return db.sql(
                        """
                        with me as materialized (
                            select i.identity_id, i.source, i.external_id from members.report_account i
                            where i.community_id = folkmoot.community() and i.member_id = :member),
                        mine as materialized (
                            select n.*, me.source from me cross join lateral (
                                select a.id, a.kind, a.parent_id, a.thread_id, a.mentions, a.at from activity.report_activity a
                                where a.community_id = folkmoot.community() and a.identity_id = me.identity_id and a.counted and a.at < :end
                                order by a.at desc limit :latest) n),
                        met as (
                            select p.identity_id, m.kind not in ('reaction', 'vote', 'share') as spoke, m.at from mine m
                            join activity.report_activity p on p.community_id = folkmoot.community() and p.id = m.parent_id and p.counted
                            union all
                            select c.identity_id, c.kind not in ('reaction', 'vote', 'share'), c.at from mine m
                            join activity.report_activity c on c.community_id = folkmoot.community() and c.parent_id = m.id and c.counted and c.at < :end
                            union all
                            select t.identity_id, true, m.at from mine m
                            cross join lateral unnest(m.mentions) n(external_id)
                            join members.report_account t on t.community_id = folkmoot.community()
                                and t.source = m.source and t.external_id = n.external_id
                            union all
                            select a.identity_id, true, a.at from me
                            join activity.report_source s on s.community_id = folkmoot.community() and s.source = me.source
                            cross join lateral activity.naming(s.source_id, array[me.external_id], :latest) n(id)
                            join activity.report_activity a on a.community_id = folkmoot.community() and a.id = n.id and a.counted and a.at < :end
                            union all
                            select o.identity_id, false, greatest(o.at, t.at) from (
                                select m.thread_id, max(m.at) as at from mine m group by m.thread_id) t
                            join activity.report_activity o on o.community_id = folkmoot.community() and o.thread_id = t.thread_id
                                and o.counted and o.at < :end),
                        accounts as materialized (
                            select identity_id, max(at) filter (where spoke) as spoke, max(at) filter (where not spoke) as near
                            from met group by identity_id)
                        select i.member_id, r.name, max(c.spoke), max(c.near)
                        from accounts c
                        join members.report_account i on i.community_id = folkmoot.community() and i.identity_id = c.identity_id
                        join members.report_member r on r.community_id = i.community_id and r.member_id = i.member_id
                        where i.member_id <> :member and r.role in ('member', 'staff')
                        group by i.member_id, r.name
                        """)
                .param("member", member)
                .param("latest", LATEST)
                .param("end", asOf.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .query(
                        (row, _) -> {
                            var spoke = row.getObject(3, OffsetDateTime.class);
                            var at = spoke == null ? row.getObject(4, OffsetDateTime.class) : spoke;
                            return new Contact(
                                    row.getLong(1),
                                    row.getString(2),
                                    spoke != null,
                                    at.atZoneSameInstant(zone).toLocalDate());
                        })
                .list();
    }
}
