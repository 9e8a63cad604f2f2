package org.folkmoot.metrics;

import java.time.OffsetDateTime;
import java.util.List;
import org.folkmoot.activity.Kind;
import org.folkmoot.metrics.PeopleLists.Mover;
import org.folkmoot.metrics.PeopleLists.Regular;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The lists behind the numbers, once more: each in one statement over the ledger and the people.
@NullUnmarked
final class ListedBySql {

    private static final String HUMANS = "('member', 'staff')";

    private final JdbcClient db;
    private final CountedKinds kinds;

    ListedBySql(JdbcClient db, CountedKinds kinds) {
        this.db = db;
        this.kinds = kinds;
    }

    /// Waited in seconds.
    record Start(long id, long member, double waited, boolean answered, boolean inferred) {}

    record Item(long id, String kind, long member, long engagements) {}

    List<Mover> moved(Ask ask, Behind which) {
        var when = which == Behind.JOINED ? "first_seen" : "left_at";
        return db.sql(
                        """
                        with person as (%s)
                        select member_id, %s from person p where %s order by 2 desc, 1 desc
                        """
                                .formatted(
                                        people(ask.filters()),
                                        when,
                                        which == Behind.JOINED
                                                ? "first_seen >= :from and first_seen < :to"
                                                : "left_at >= :from and left_at < :to and first_seen < :to and (back_at is null or back_at >= :to)"))
                .params(ask.params())
                .query(
                        (row, _) ->
                                new Mover(
                                        row.getLong(1),
                                        Census.micros(
                                                row.getObject(2, OffsetDateTime.class)
                                                        .toInstant())))
                .list();
    }

    List<Regular> regulars(Ask ask, Behind which) {
        return db.sql(
                        whoWasHere(ask)
                                + """
                        select member_id, case when during then days else days_before end, last from person
                        where %s order by 2 desc, 3 desc, 1
                        """
                                        .formatted(
                                                switch (which) {
                                                    case RETAINED -> "during and before";
                                                    case LOST ->
                                                            "before and not coalesce(during, false)";
                                                    default -> "during";
                                                }))
                .params(ask.params())
                .query(
                        (row, _) ->
                                new Regular(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getDate(3).toLocalDate()))
                .list();
    }

    List<Start> starts(Ask ask, Behind which) {
        return db.sql(
                        starts(ask)
                                + """
                        select id, member_id,
                               greatest(0, extract(epoch from coalesce(least(threaded, inferred), :to) - at))::float8 as seconds,
                               coalesce(threaded, inferred) is not null as answered,
                               coalesce(inferred < threaded, inferred is not null)
                        from waited
                        where %s
                        order by answered, seconds desc, id
                        """
                                        .formatted(
                                                switch (which) {
                                                    case UNANSWERED ->
                                                            "coalesce(threaded, inferred) is null";
                                                    case ANSWERED ->
                                                            "coalesce(threaded, inferred) is not null";
                                                    default -> "true";
                                                }))
                .params(ask.params())
                .query(
                        (row, _) ->
                                new Start(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getDouble(3),
                                        row.getBoolean(4),
                                        row.getBoolean(5)))
                .list();
    }

    List<Item> items(Ask ask) {
        return db.sql(
                        engaged(ask)
                                + """
                        select id, kind, member_id, n from engaged order by n desc, at desc, id desc
                        """)
                .params(ask.params())
                .query(
                        (row, _) ->
                                new Item(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getLong(4)))
                .list();
    }

    /// Members with when they came, left and came back: `member_id, first_seen, left_at, back_at`.
    /// Of one platform, when they did so there.
    static String people(Filters filters) {
        return filters.platform() == null
                ? """
                select m.member_id, m.first_seen,
                       case when m.left_at is not null then greatest(m.left_at, m.first_seen) end as left_at,
                       case when m.back_at > m.left_at then m.back_at end as back_at
                from members.report_member m
                where m.community_id = :here and m.role in %s%s"""
                        .formatted(filters.roles(), of(filters))
                : """
                select i.member_id, min(least(i.first_seen, i.joined_at)) as first_seen,
                       case when bool_and(i.left_at is not null)
                            then greatest(max(i.left_at), min(least(i.first_seen, i.joined_at))) end as left_at,
                       case when bool_and(i.left_at is not null) and min(i.back_at) > max(i.left_at) then min(i.back_at) end as back_at
                from members.report_identity i
                where i.community_id = :here%s
                group by i.member_id"""
                        .formatted(filters.identities());
    }

    private static String of(Filters filters) {
        return filters.identities()
                .replace("i.", "m.")
                .replaceFirst("and m.role in \\([^)]*\\)", "");
    }

    private String whoWasHere(Ask ask) {
        return """
               with presence as materialized (%s),
               who as materialized (
                   select i.identity_id, i.member_id
                   from (select distinct identity_id from presence where active) p
                   join members.report_identity i on i.community_id = :here and i.identity_id = p.identity_id
                   where true%s),
               person as (
                   select w.member_id,
                       bool_or(p.day >= :first) during,
                       bool_or(p.contributed and p.day >= :first) contributed,
                       bool_or(p.day >= :firstBefore and p.day < :first) before,
                       bool_or(p.contributed and p.day >= :firstBefore and p.day < :first) contributed_before,
                       bool_or(p.day < :firstBefore) earlier,
                       count(distinct p.day) filter (where p.day >= :first) days,
                       count(distinct p.day) filter (where p.day >= :firstBefore and p.day < :first) days_before,
                       max(p.day) last
                   from presence p join who w using (identity_id)
                   where p.active
                   group by w.member_id)
               """
                .formatted(days(ask), ask.filters().identities());
    }

    private String days(Ask ask) {
        if (ask.filters().place() == null) {
            return """
                   select day, identity_id, active > 0 as active, contributions > 0 as contributed
                   from activity.report_presence
                   where community_id = :here and day >= :firstEarlier and day <= :last""";
        }
        return """
               select day, identity_id, bool_or(kind in %s) as active, bool_or(kind in %s) as contributed
               from activity.report_activity
               where community_id = :here and counted and identity_id is not null and place_id = :place
                 and at >= :fromEarlier and at < :to
               group by day, identity_id"""
                .formatted(kinds.that(Kind.Counts.ACTIVE), kinds.that(Kind.Counts.CONTRIBUTION));
    }

    private static String starts(Ask ask) {
        return """
               with question as (
                   select a.id, a.at, a.identity_id, a.place_id, lead(a.at) over w as next_at, lead(a.id) over w as next_id
                   from activity.report_activity a
                   where a.community_id = :here and a.starts and a.counted and a.at >= :from and a.at < :to
                   window w as (partition by a.place_id order by a.at, a.id)),
               start as (
                   select q.id, q.at, q.place_id, q.next_at, q.next_id, i.member_id, p.source, p.style = 'chat' as chat
                   from question q
                   join members.report_identity i on i.community_id = :here and i.identity_id = q.identity_id
                   left join activity.report_place p on p.community_id = :here and p.place_id = q.place_id
                   where true%1$s%2$s),
               waited as (
                   select s.*, t.threaded, t.threaded_staff, c.inferred, c.inferred_staff
                   from start s
                   cross join lateral (
                       select min(r.at) as threaded, min(r.at) filter (where i.role = 'staff') as threaded_staff
                       from activity.report_activity r
                       join members.report_identity i on i.community_id = :here and i.identity_id = r.identity_id
                       where r.community_id = :here and r.thread_id = s.id and r.thread_id <> r.id and r.counted and r.at < :to
                         and r.kind in %3$s and i.role in %4$s and i.member_id <> s.member_id) t
                   cross join lateral (
                       select min(m.at) as inferred, min(m.at) filter (where i.role = 'staff') as inferred_staff
                       from activity.report_activity m
                       join members.report_identity i on i.community_id = :here and i.identity_id = m.identity_id
                       where s.chat and m.community_id = :here and m.place_id = s.place_id and m.parent_external is null
                         and m.counted and m.kind in %5$s and m.at >= s.at and m.at <= s.at + interval '30 minutes' and m.at < :to
                         and (m.at, m.id) > (s.at, s.id) and i.role in %4$s and i.member_id <> s.member_id
                         and (s.next_at is null or (m.at, m.id) <= (s.next_at, s.next_id)
                              or m.mentions && array(
                                  select o.external_id from members.report_identity o
                                  where o.community_id = :here and o.member_id = s.member_id and o.source = s.source))) c)
               """
                .formatted(
                        ask.filters().identities(),
                        ask.filters().place() == null ? "" : " and q.place_id = :place",
                        CountedKinds.REPLIES,
                        HUMANS,
                        CountedKinds.SAYINGS);
    }

    private String engaged(Ask ask) {
        return """
               with item as (
                   select a.id, a.kind, a.place_id, a.at, a.day, i.member_id, i.platform
                   from activity.report_activity a
                   join members.report_identity i on i.community_id = :here and i.identity_id = a.identity_id
                   where a.community_id = :here and a.counted and a.parent_external is null and a.kind in %1$s
                     and a.at >= :from and a.at < :to%2$s%3$s),
               engaged as materialized (
                   select it.*, e.n from item it
                   cross join lateral (
                       select count(*) as n
                       from activity.report_activity r
                       join members.report_identity i on i.community_id = :here and i.identity_id = r.identity_id
                       where r.community_id = :here and r.thread_id = it.id and r.thread_id <> r.id and r.counted and r.at < :to
                         and i.role in %4$s and i.member_id <> it.member_id
                         and (r.kind in %5$s or (r.kind in %6$s and r.parent_id = it.id))) e)
               """
                .formatted(
                        kinds.that(Kind.Counts.CONTENT),
                        ask.filters().identities(),
                        ask.filters().place() == null ? "" : " and a.place_id = :place",
                        ask.filters().roles(),
                        CountedKinds.REPLIES,
                        CountedKinds.RESPONSES);
    }
}
