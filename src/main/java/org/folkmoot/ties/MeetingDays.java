package org.folkmoot.ties;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps who met whom on which day, and their sums, in step with the ledger. A day's meetings
/// follow from its own activities and those of the seven days before, so a day is worked out
/// again when the version of one of these eight days is another than it was. Who was forgotten
/// knows nobody.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MeetingDays {

    /// So many days back whoever spoke in a thread still speaks with who speaks now.
    static final int REACH = 7;

    /// Days that are worked out together lie no further apart than this.
    private static final int SPAN = 31;

    private final JdbcClient db;
    private final TieSums sums;

    MeetingDays(JdbcClient db, TieSums sums) {
        this.db = db;
        this.sums = sums;
    }

    /// A day whose meetings are out of date.
    ///
    /// @param version rises with each change to the day or the days it follows from
    record Due(LocalDate day, long version) {}

    /// All days that are due by `today`, oldest first. What claims to lie in the future ties nobody
    /// before its day has come.
    List<Due> due(LocalDate today) {
        return db.sql(
                        """
                        with days as (
                            select day, version from activity.report_day where community_id = folkmoot.community()),
                        now as (
                            select day, sum(version) over (order by day range between make_interval(days => :reach) preceding and current row)
                                + coalesce((select sum(version) from days where not isfinite(day)), 0) as version
                            from days where isfinite(day))
                        select n.day, n.version::bigint from now n
                        left join ties.seen s on s.community_id = folkmoot.community() and s.day = n.day
                        where n.day <= :today and n.version is distinct from s.version
                        order by n.day
                        """)
                .param("reach", REACH)
                .param("today", today)
                .query((row, _) -> new Due(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list();
    }

    /// The days that are worked out together: near each other, so that one stretch of the ledger
    /// holds them.
    static List<List<Due>> batches(List<Due> due) {
        var batches = new ArrayList<List<Due>>();
        for (var one : due) {
            if (batches.isEmpty()
                    || batches.getLast().getFirst().day().plusDays(SPAN).isBefore(one.day())) {
                batches.add(new ArrayList<>());
            }
            batches.getLast().add(one);
        }
        return batches;
    }

    /// Works these days out anew, and adds the difference to the sums.
    ///
    /// @return how many pairs of accounts it concerned
    int work(List<Due> batch) {
        takeTurn();
        // a month of a large community is sorted in memory, and written in the order of its indexes
        db.sql("set local work_mem = '64MB'").update();
        db.sql(
                        """
                        create temporary table fresh (day date, one bigint, other bigint, replies integer, mentions integer,
                            reviews integer, together integer) on commit drop
                        """)
                .update();
        db.sql(
                        """
                        create temporary table changed (one bigint, other bigint, day date, replies integer, mentions integer,
                            reviews integer, together integer, fresh boolean) on commit drop
                        """)
                .update();
        fresh(batch);
        db.sql(
                        """
                        insert into changed
                        select coalesce(f.one, m.one) as one, coalesce(f.other, m.other) as other, coalesce(f.day, m.day) as day,
                            coalesce(f.replies, 0) as replies, coalesce(f.mentions, 0) as mentions,
                            coalesce(f.reviews, 0) as reviews, coalesce(f.together, 0) as together,
                            m.one is null as fresh
                        from fresh f full join (
                            select * from ties.meeting where community_id = folkmoot.community() and day = any(:days::date[])) m
                            on m.one = f.one and m.other = f.other and m.day = f.day
                        where (f.replies, f.mentions, f.reviews, f.together) is distinct from (m.replies, m.mentions, m.reviews, m.together)
                        """)
                .param("days", days(batch))
                .update();
        sums.write();
        var pairs = sums.sumUp();
        remember(batch);
        db.sql("drop table fresh, changed").update();
        return pairs;
    }

    /// Two who follow the ledger of one community do so one after the other.
    private void takeTurn() {
        db.sql("select pg_advisory_xact_lock(hashtext('ties'), folkmoot.community())")
                .query((_, _) -> 1)
                .single();
    }

    private void fresh(List<Due> batch) {
        db.sql(
                        """
                        insert into fresh
                        with near as materialized (
                            select a.id, a.day, a.at, a.identity_id, a.kind, a.parent_id, a.thread_id, a.mentions
                            from activity.report_activity a
                            where a.community_id = folkmoot.community() and a.counted and a.identity_id is not null
                                and a.at >= (:first::date - :reach::integer - 2)::timestamptz and a.at < (:last::date + 2)::timestamptz
                                and a.kind not in ('reaction', 'vote', 'join', 'leave', 'follow', 'badge', 'ban', 'system_note',
                                    'page_view', 'registration', 'booking', 'newsletter_read')),
                        mine as (
                            select * from near where day = any(:days::date[])),
                        direct as (
                            select m.day, m.identity_id as one, p.identity_id as other,
                                (m.kind not in ('review', 'co_authorship', 'commit_help'))::integer as replies, 0 as mentions,
                                (m.kind in ('review', 'co_authorship', 'commit_help'))::integer as reviews, 0 as together
                            from mine m cross join lateral (
                                select a.identity_id from activity.report_activity a
                                where a.community_id = folkmoot.community() and a.id = m.parent_id and a.counted offset 0) p
                            where p.identity_id <> m.identity_id
                            union all
                            select m.day, m.identity_id, t.identity_id, 0, 1, 0, 0
                            from mine m
                            cross join lateral (select a.source from members.report_account a
                                where a.community_id = folkmoot.community() and a.identity_id = m.identity_id offset 0) w
                            cross join lateral unnest(m.mentions) n(external_id)
                            cross join lateral (select a.identity_id from members.report_account a
                                where a.community_id = folkmoot.community() and a.source = w.source
                                    and a.external_id = n.external_id offset 0) t
                            where m.mentions <> '{}' and t.identity_id <> m.identity_id),
                        spoke as (
                            select thread_id, day, identity_id, min(at) as at, min(id) as id from near group by 1, 2, 3),
                        lagged as (
                            select s.*, lag(identity_id, 1) over w as before1, lag(day, 1) over w as day1, lag(identity_id, 2) over w as before2,
                                lag(day, 2) over w as day2, lag(identity_id, 3) over w as before3, lag(day, 3) over w as day3
                            from spoke s window w as (partition by s.thread_id order by s.day, s.at, s.id)),
                        close as (
                            select l.thread_id, l.day, l.identity_id, n.before, n.day_before
                            from lagged l cross join lateral (values (before1, day1), (before2, day2), (before3, day3)) n(before, day_before)),
                        threads as (
                            select c.day, least(c.identity_id, c.before) as one, greatest(c.identity_id, c.before) as other,
                                0 as replies, 0 as mentions, 0 as reviews, count(distinct c.thread_id)::integer as together
                            from close c
                            where c.day = any(:days::date[]) and c.before <> c.identity_id and c.day_before >= c.day - :reach::integer
                            group by 1, 2, 3)
                        select * from (
                            select day, one, other, sum(replies)::integer as replies, sum(mentions)::integer as mentions,
                                sum(reviews)::integer as reviews, sum(together)::integer as together
                            from (select * from direct union all select * from threads) met group by day, one, other) met
                        where not exists (select from members.report_account w where w.community_id = folkmoot.community()
                            and w.identity_id in (met.one, met.other) and starts_with(w.external_id, 'forgotten~'))
                        """)
                .param("first", batch.getFirst().day().toString())
                .param("last", batch.getLast().day().toString())
                .param("reach", REACH)
                .param("days", days(batch))
                .update();
    }

    private void remember(List<Due> batch) {
        db.sql(
                        """
                        insert into ties.seen as s (community_id, day, version)
                        select folkmoot.community(), d.day, d.version from unnest(:days::date[], :versions::bigint[]) d(day, version)
                        on conflict (community_id, day) do update set version = excluded.version
                        """)
                .param("days", days(batch))
                .param("versions", batch.stream().map(Due::version).toArray(Long[]::new))
                .update();
    }

    private static String[] days(List<Due> batch) {
        return batch.stream().map(d -> d.day().toString()).toArray(String[]::new);
    }
}
