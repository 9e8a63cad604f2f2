package org.folkmoot.orbit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Everybody's reach at once, asked of the whole ledger: whom they replied to, mentioned, reviewed
/// or accepted, to and from, else reacted to or met in a thread.
@Repository
@Transactional(readOnly = true)
class Reaches {

    /// So many activities are looked at while somebody waits for a page.
    private static final int FEW = 200_000;

    private final JdbcClient db;

    Reaches(JdbcClient db) {
        this.db = db;
    }

    /// Whether all of it can be worked out while somebody waits.
    boolean quick() {
        return db.sql(
                        """
                        select count(*) <= :few from (select from activity.report_activity
                            where community_id = folkmoot.community() limit :few + 1) a
                        """)
                .param("few", FEW)
                .query(Boolean.class)
                .single();
    }

    /// By member, at the end of a day; who reaches nobody is absent.
    Map<Long, Double> at(LocalDate asOf, ZoneId zone) {
        var reaches = new HashMap<Long, Double>();
        db.sql(
                        """
                        with people as materialized (
                            select i.identity_id, i.member_id, i.source, i.external_id
                            from members.report_account i
                            join members.report_member r on r.community_id = i.community_id and r.member_id = i.member_id
                            where i.community_id = folkmoot.community() and r.role in ('member', 'staff')),
                        done as materialized (
                            select a.id, a.kind, a.parent_id, a.thread_id, a.at, a.mentions, p.member_id, p.source
                            from activity.report_activity a
                            join people p on p.identity_id = a.identity_id
                            where a.community_id = folkmoot.community() and a.counted and a.at < :end),
                        threads as materialized (
                            select thread_id, member_id, max(at) as at from done where thread_id is not null
                            group by thread_id, member_id),
                        met as (
                            select c.member_id as one, p.member_id as other, c.kind not in ('reaction', 'vote', 'share') as spoke, c.at
                            from done c join done p on p.id = c.parent_id
                            union all
                            select d.member_id, t.member_id, true, d.at from done d
                            cross join lateral unnest(d.mentions) n(external_id)
                            join people t on t.source = d.source and t.external_id = n.external_id),
                        both_ways as (
                            select one, other, spoke, at from met
                            union all
                            select other, one, spoke, at from met
                            union all
                            select a.member_id, b.member_id, false, greatest(a.at, b.at)
                            from threads a join threads b on b.thread_id = a.thread_id),
                        ties as (
                            select one, bool_or(spoke) as spoke, coalesce(max(at) filter (where spoke), max(at)) as at
                            from both_ways where one <> other group by one, other)
                        select one, sum(case when spoke then 10 else 1 end * power(0.9::float8, greatest(0,
                            extract(year from s.since) * 12 + extract(month from s.since))::float8))
                        from ties cross join lateral (select age(cast(:day as date), (at at time zone :zone)::date) as since) s
                        group by one
                        """)
                .param("end", asOf.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .param("day", asOf)
                .param("zone", zone.getId())
                .query(
                        row -> {
                            reaches.put(row.getLong(1), row.getDouble(2));
                        });
        return reaches;
    }
}
