package org.folkmoot.thanks;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Works the moments of people out of the tally of all their accounts together: so the first answer
/// of somebody with two accounts is the earlier of both.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Reckoning {

    /// Shorter silences are none, whatever a community chooses.
    static final int SILENT_DAYS = 30;

    /// How many newcomers in a month are worth a word.
    static final List<Integer> NEWCOMERS = List.of(3, 5, 10, 20);

    private static final String FOUND =
            """
            with who as materialized (
                select member_id, identity_id from members.report_account
                where community_id = folkmoot.community() and identity_id = any(:ids)),
            counts as (select * from unnest(:tracks::text[], :kinds::text[]) c(track, kind)),
            day as materialized (
                select w.member_id, t.day, sum(t.posts) as posts, sum(t.answers) as answers, sum(t.accepted) as accepted,
                    sum(t.reviews) as reviews, sum(t.changes) as changes, sum(t.talks) as talks,
                    sum(t.newcomers) as newcomers, max(t.newcomer_id) as newcomer_id
                from who w join thanks.tally t on t.community_id = folkmoot.community() and t.identity_id = w.identity_id
                group by w.member_id, t.day),
            counted as (
                select d.member_id, l.track, d.day, l.times,
                    sum(l.times) over (partition by d.member_id, l.track order by d.day) as upto
                from day d cross join lateral (values ('post', d.posts), ('answer', d.answers), ('accepted', d.accepted),
                    ('review', d.reviews), ('change', d.changes), ('talk', d.talks)) l(track, times)
                where l.times > 0),
            monthly as (
                select member_id, newcomers, newcomer_id,
                    sum(newcomers) over (partition by member_id, date_trunc('month', day::timestamp) order by day) as upto
                from day where newcomers > 0),
            presence as (
                select member_id, day, lag(day) over (partition by member_id order by day) as before,
                    min(day) over (partition by member_id) as began
                from day),
            happened as (
                select member_id, track, n.nth, day, n.nth - (upto - times) as place
                from counted join unnest(:round::integer[]) n(nth) on n.nth > upto - times and n.nth <= upto
                union all
                select member_id, 'back', day - before, day, 1 from presence where day - before >= :silent
                union all
                select member_id, 'years', extract(year from age(day, began))::integer, day, 1 from presence
                where extract(year from age(day, began)) > extract(year from age(before, began))
                    and day <= began + make_interval(years => extract(year from age(day, began))::integer, days => 30))
            select a.identity_id, h.track, h.nth, a.id, a.at
            from happened h cross join lateral (
                select x.id, x.identity_id, x.at
                from who w join activity.report_activity x on x.community_id = folkmoot.community()
                    and x.identity_id = w.identity_id and x.at >= h.day - 1 and x.at < h.day + 2
                where w.member_id = h.member_id and x.day = h.day and x.counted and x.kind in (
                    select c.kind from counts c
                    where c.track = case when h.track in ('back', 'years') then 'here' else h.track end)
                order by x.at, x.id offset (h.place - 1)::bigint limit 1) a
            union all
            select x.identity_id, 'newcomers', n.nth, x.id, x.at
            from monthly m join unnest(:newcomers::integer[]) n(nth) on n.nth > m.upto - m.newcomers and n.nth <= m.upto
            join activity.report_activity x on x.community_id = folkmoot.community() and x.id = m.newcomer_id
            """;

    private final JdbcClient db;

    Reckoning(JdbcClient db) {
        this.db = db;
    }

    private record Found(
            long identity, MomentKind kind, int nth, long activity, OffsetDateTime at) {}

    /// Puts right the moments of everybody to whom one of these accounts belongs.
    void of(Collection<Long> identities) {
        var all =
                db.sql(
                                """
                                select identity_id from members.report_account where community_id = folkmoot.community()
                                    and member_id in (select member_id from members.report_account
                                        where community_id = folkmoot.community() and identity_id = any(:ids))
                                union select unnest(:ids::bigint[])
                                """)
                        .param("ids", identities.toArray(Long[]::new))
                        .query(Long.class)
                        .list()
                        .toArray(Long[]::new);
        write(all, find(all));
    }

    private List<Found> find(Long[] identities) {
        var tracks = new ArrayList<String>();
        var kinds = new ArrayList<String>();
        for (var track : Track.values()) {
            for (var kind : track.kinds()) {
                tracks.add(track.key());
                kinds.add(kind);
            }
        }
        var round = new ArrayList<>(Track.ROUND);
        round.addFirst(1);
        return db.sql(FOUND)
                .param("ids", identities)
                .param("tracks", tracks.toArray(String[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .param("round", round.toArray(Integer[]::new))
                .param("silent", SILENT_DAYS)
                .param("newcomers", NEWCOMERS.toArray(Integer[]::new))
                .query(
                        (row, _) ->
                                new Found(
                                        row.getLong(1),
                                        kind(row.getString(2), row.getInt(3)),
                                        row.getInt(3),
                                        row.getLong(4),
                                        row.getObject(5, OffsetDateTime.class)))
                .list();
    }

    private static MomentKind kind(String track, int nth) {
        return switch (track) {
            case "back", "years", "newcomers" -> MomentKind.of(track);
            default -> MomentKind.of(Track.valueOf(track.toUpperCase(java.util.Locale.ROOT)), nth);
        };
    }

    private void write(Long[] identities, List<Found> found) {
        db.sql("create temporary table found on commit drop as select * from thanks.moment limit 0")
                .update();
        db.sql(
                        """
                        insert into found (community_id, identity_id, kind, nth, activity_id, at, worth)
                        select folkmoot.community(), * from unnest(:identities::bigint[], :kinds::text[], :nths::integer[],
                            :activities::bigint[], :ats::timestamptz[], :worths::integer[])
                        """)
                .param("identities", found.stream().map(Found::identity).toArray(Long[]::new))
                .param("kinds", found.stream().map(f -> f.kind().key()).toArray(String[]::new))
                .param("nths", found.stream().map(Found::nth).toArray(Integer[]::new))
                .param("activities", found.stream().map(Found::activity).toArray(Long[]::new))
                .param("ats", found.stream().map(f -> f.at().toString()).toArray(String[]::new))
                .param(
                        "worths",
                        found.stream().map(f -> f.kind().worth(f.nth())).toArray(Integer[]::new))
                .update();
        db.sql(
                        """
                        delete from thanks.moment m where m.community_id = folkmoot.community() and m.identity_id = any(:ids)
                            and not exists (select from found f where f.identity_id = m.identity_id and f.kind = m.kind
                                and f.nth = m.nth and f.activity_id = m.activity_id and f.at = m.at)
                        """)
                .param("ids", identities)
                .update();
        db.sql("insert into thanks.moment select distinct * from found on conflict do nothing")
                .update();
        db.sql("drop table found").update();
    }
}
