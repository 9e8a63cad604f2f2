package org.folkmoot.thanks;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads what became of people after their moments, thanked or not.
@Repository
@Transactional(readOnly = true)
class Effects {

    private final JdbcClient db;

    Effects(JdbcClient db) {
        this.db = db;
    }

    /// By kind of moment and week, for moments from the first day on whose 30 days are over.
    /// Whoever was thanked is looked at from the day of the thank-you on, the others from as
    /// many days after their moment as was usual (the median) for those thanked; who was
    /// thanked for something else around then is left out of the others.
    List<Effect.Stratum> strata(LocalDate first, LocalDate today, String zone) {
        return db.sql(
                        """
                        with moment as (
                            select m.kind, date_trunc('week', m.at at time zone :zone)::date as week, i.member_id,
                                (m.at at time zone :zone)::date as day,
                                (select min(t.at at time zone :zone)::date from members.report_home h
                                    join thanks.thank t on t.community_id = h.community_id and t.put_on = h.home
                                    where h.community_id = folkmoot.community() and h.member_id = i.member_id and t.kind = m.kind
                                        and t.nth = m.nth and t.done = 'thanked' and t.taken_back_at is null
                                        and (t.activity_id = m.activity_id or t.kind = any(:onceForAll))) as thanked
                            from thanks.moment m
                            join members.report_account i on i.community_id = m.community_id and i.identity_id = m.identity_id
                            join members.report_member p on p.community_id = i.community_id and p.member_id = i.member_id
                            where m.community_id = folkmoot.community() and m.at >= :first and m.at < :today and p.role = 'member'),
                        usual as (
                            select kind, week, percentile_disc(0.5) within group (order by greatest(0, thanked - day)) as delay
                            from moment where thanked is not null group by kind, week),
                        person as (
                            select distinct on (m.kind, m.week, m.member_id) m.kind, m.week, m.member_id,
                                m.thanked is not null as thanked, coalesce(m.thanked, m.day + u.delay) as since
                            from moment m join usual u on u.kind = m.kind and u.week = m.week
                            order by m.kind, m.week, m.member_id, m.thanked nulls last),
                        seen as (
                            select p.kind, p.week, p.thanked, exists (
                                select from members.report_account a
                                join thanks.tally t on t.community_id = a.community_id and t.identity_id = a.identity_id
                                where a.community_id = folkmoot.community() and a.member_id = p.member_id
                                    and t.day > p.since and t.day <= p.since + :days) as back
                            from person p
                            where p.since + :days < :today and (p.thanked or not exists (
                                select from members.report_home h
                                join thanks.thank t on t.community_id = h.community_id and t.put_on = h.home
                                where h.community_id = folkmoot.community() and h.member_id = p.member_id and t.done = 'thanked'
                                    and t.taken_back_at is null
                                    and (t.at at time zone :zone)::date between p.since - :days and p.since + :days)))
                        select count(*) filter (where thanked), count(*) filter (where thanked and back),
                            count(*) filter (where not thanked), count(*) filter (where not thanked and back)
                        from seen group by kind, week order by week, kind
                        """)
                .param("zone", zone)
                .param("onceForAll", Wall.onceForAll())
                .param("first", first)
                .param("today", today)
                .param("days", Effect.DAYS)
                .query(
                        (row, _) ->
                                new Effect.Stratum(
                                        row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)))
                .list();
    }
}
