package org.folkmoot.activity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Whom a member talks with: replies and mentions, to and from, among her newest 5,000 of each.
@Repository
@Transactional(readOnly = true)
class Company {

    private final JdbcClient db;

    Company(JdbcClient db) {
        this.db = db;
    }

    /// @param to replies and mentions of hers, `from` theirs to her
    record With(long member, String name, int to, int from, Instant last) {}

    /// The twenty she talks with most, people only.
    List<With> of(long member) {
        return db.sql(
                        """
                        with me as materialized (
                            select i.identity_id, i.source, i.external_id from members.report_identity i
                            where i.community_id = folkmoot.community() and i.member_id = :member),
                        mine as materialized (
                            select n.* from me cross join lateral (
                                select a.id, a.source_id, a.parent_id, a.mentions, a.at from activity.activity a
                                where a.community_id = folkmoot.community() and a.identity_id = me.identity_id and a.counted
                                order by a.at desc limit 5000) n),
                        met as (
                            select p.identity_id, 1 as sent, 0 as got, m.at from mine m
                            join activity.activity p on p.community_id = folkmoot.community() and p.id = m.parent_id
                            union all
                            select c.identity_id, 0, 1, c.at from mine m
                            join activity.activity c on c.community_id = folkmoot.community() and c.parent_id = m.id and c.counted
                            union all
                            select i.identity_id, 1, 0, m.at from mine m
                            join activity.source s on s.community_id = folkmoot.community() and s.id = m.source_id
                            cross join lateral unnest(m.mentions) n(external_id)
                            join members.report_identity i on i.community_id = folkmoot.community()
                                and i.source = s.key and i.external_id = n.external_id
                            union all
                            select a.identity_id, 0, 1, a.at from me
                            join activity.source s on s.community_id = folkmoot.community() and s.key = me.source
                            cross join lateral activity.mentioning(s.id, array[me.external_id], 5000) n(id)
                            join activity.activity a on a.community_id = folkmoot.community() and a.id = n.id)
                        select i.member_id, r.name, sum(met.sent)::integer, sum(met.got)::integer, max(met.at)
                        from met
                        join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = met.identity_id
                        join members.report_member r on r.community_id = i.community_id and r.member_id = i.member_id
                        where i.member_id <> :member and i.role in ('member', 'staff')
                        group by i.member_id, r.name
                        order by count(*) desc, max(met.at) desc, i.member_id limit 20
                        """)
                .param("member", member)
                .query(
                        (row, _) ->
                                new With(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getInt(3),
                                        row.getInt(4),
                                        Objects.requireNonNull(Item.instant(row, 5))))
                .list();
    }
}
