package org.folkmoot.thanks;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What each account did on each local day: counted anew for the days that the ledger says have
/// changed, so that edits, deletions and imports in any order end in the same tally.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Tallies {

    /// Whoever asks within so many days of their first activity is new.
    static final int NEW_DAYS = 30;

    private static final String COLUMNS =
            "day, identity_id, posts, answers, accepted, reviews, changes, talks, newcomers, newcomer_id, digest";

    private final JdbcClient db;

    Tallies(JdbcClient db) {
        this.db = db;
    }

    /// A day of which the ledger has another version than the tally.
    record Due(LocalDate day, long version) {}

    /// One writer of a community's tally at a time, until the transaction is over.
    void takeTurn() {
        db.sql(
                        "select 1 from (select pg_advisory_xact_lock(hashtext('thanks'), folkmoot.community())) l")
                .query(Integer.class)
                .single();
    }

    /// Takes the turn unless somebody has it.
    boolean turnIsFree() {
        return db.sql("select pg_try_advisory_xact_lock(hashtext('thanks'), folkmoot.community())")
                .query(Boolean.class)
                .single();
    }

    /// The earliest days that are due. The days around are looked at once too: a change of the
    /// community's zone moves activities by a day.
    List<Due> due(int most) {
        return db.sql(
                        """
                        with told as (
                            select day, version from activity.report_day
                            where community_id = folkmoot.community() and day > '-infinity'),
                        whole as (
                            select coalesce(sum(version), 0) as version from activity.report_day
                            where community_id = folkmoot.community() and day = '-infinity'),
                        days as (select day from told union select day - 1 from told union select day + 1 from told)
                        select g.day, coalesce(d.version, 0) + w.version
                        from days g cross join whole w left join told d on d.day = g.day
                        left join thanks.day t on t.community_id = folkmoot.community() and t.day = g.day
                        where t.version is distinct from coalesce(d.version, 0) + w.version
                        order by g.day limit :most
                        """)
                .param("most", most)
                .query((row, _) -> new Due(row.getObject(1, LocalDate.class), row.getLong(2)))
                .list();
    }

    /// Counts these days and notes whose tally is another now. The versions were read before the
    /// ledger is: what changes meanwhile is counted once more.
    void count(List<Due> days) {
        var dates = days.stream().map(d -> d.day().toString()).toArray(String[]::new);
        fresh(days, dates);
        db.sql(
                        """
                        insert into thanks.stale (community_id, identity_id)
                        select folkmoot.community(), c.identity_id from (
                            (select %1$s from fresh except select %1$s from thanks.tally
                                where community_id = folkmoot.community() and day = any(:days::date[]))
                            union all
                            (select %1$s from thanks.tally where community_id = folkmoot.community() and day = any(:days::date[])
                                except select %1$s from fresh)) c
                        group by c.identity_id order by c.identity_id
                        on conflict do nothing
                        """
                                .formatted(COLUMNS))
                .param("days", dates)
                .update();
        db.sql(
                        """
                        delete from thanks.tally t where t.community_id = folkmoot.community() and t.day = any(:days::date[])
                            and not exists (select from fresh f
                                where f.day = t.day and f.identity_id = t.identity_id and f.digest = t.digest
                                    and f.newcomer_id is not distinct from t.newcomer_id and f.newcomers = t.newcomers)
                        """)
                .param("days", dates)
                .update();
        db.sql(
                        """
                        insert into thanks.tally (community_id, %1$s)
                        select folkmoot.community(), %1$s from fresh order by day, identity_id on conflict do nothing
                        """
                                .formatted(COLUMNS))
                .update();
        db.sql(
                        """
                        insert into thanks.day (community_id, day, version)
                        select folkmoot.community(), d.day, d.version from unnest(:days::date[], :versions::bigint[]) d(day, version)
                        order by d.day
                        on conflict (community_id, day) do update set version = excluded.version
                        """)
                .param("days", dates)
                .param("versions", days.stream().map(Due::version).toArray(Long[]::new))
                .update();
        db.sql("drop table fresh").update();
    }

    private void fresh(List<Due> days, String[] dates) {
        db.sql(
                        """
                        create temporary table fresh on commit drop as
                        select a.day, a.identity_id,
                            (count(*) filter (where a.kind = any(:post)))::integer as posts,
                            (count(*) filter (where a.kind = any(:answer)))::integer as answers,
                            (count(*) filter (where a.kind = any(:accepted)))::integer as accepted,
                            (count(*) filter (where a.kind = any(:review)))::integer as reviews,
                            (count(*) filter (where a.kind = any(:change)))::integer as changes,
                            (count(*) filter (where a.kind = any(:talk)))::integer as talks,
                            (count(*) filter (where q.id is not null))::integer as newcomers,
                            (array_agg(a.id order by a.at desc, a.id desc) filter (where q.id is not null))[1] as newcomer_id,
                            bit_xor(hashint8extended(a.id, hashtext(a.kind) + (extract(epoch from a.at) * 1000)::bigint)) as digest
                        from activity.report_activity a
                        left join lateral (
                            select t.id from activity.report_activity t
                            join members.report_account i on i.community_id = t.community_id and i.identity_id = t.identity_id
                            join members.report_member m on m.community_id = i.community_id and m.member_id = i.member_id
                            where a.kind = any(:answer) and t.community_id = folkmoot.community() and t.id = a.thread_id
                                and t.starts and t.counted and m.role = 'member'
                                and m.first_seen > t.at - make_interval(days => :newDays)) q on true
                        where a.community_id = folkmoot.community() and a.at >= :from and a.at < :until
                            and a.day = any(:days::date[]) and a.counted and a.identity_id is not null and a.kind = any(:here)
                        group by a.day, a.identity_id
                        """)
                .param("post", Track.POST.kinds())
                .param("answer", Track.ANSWER.kinds())
                .param("accepted", Track.ACCEPTED.kinds())
                .param("review", Track.REVIEW.kinds())
                .param("change", Track.CHANGE.kinds())
                .param("talk", Track.TALK.kinds())
                .param("here", Track.HERE.kinds())
                .param("newDays", NEW_DAYS)
                .param("from", days.getFirst().day().minusDays(1))
                .param("until", days.getLast().day().plusDays(2))
                .param("days", dates)
                .update();
    }
}
