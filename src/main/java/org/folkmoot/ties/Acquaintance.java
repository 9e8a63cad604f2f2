package org.folkmoot.ties;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who could be introduced to whom: what is asked of the ledger and of the people for it.
@Repository
@Transactional(readOnly = true)
class Acquaintance {

    /// Whoever has this tag is never introduced.
    static final String NO = "no introductions";

    /// Whoever has this tag is willing to help newcomers.
    static final String WILLING = "welcomer";

    /// So many of the people seen last are compared.
    static final int PEOPLE = 2_000;

    /// So many of each account's latest posts are read.
    private static final int POSTS = 60;

    /// Who can be introduced at all: people of the community, here lately, who do not mind.
    private static final String OPEN =
            """
            open as materialized (
                select r.member_id, r.name, r.first_seen from members.report_member r
                where r.community_id = folkmoot.community() and r.role = 'member' and r.left_at is null
                    and r.last_seen >= :now::timestamptz - interval '60 days' and strpos(r.name, '@') = 0
                    and not exists (select from members.report_tag t where t.community_id = folkmoot.community()
                        and t.member_id = r.member_id and lower(t.name) = '%s')
                order by r.last_seen desc, r.member_id limit %d)
            """
                    .formatted(NO, PEOPLE);

    private final JdbcClient db;

    Acquaintance(JdbcClient db) {
        this.db = db;
    }

    /// What those who can be introduced care about.
    Interests interests(Instant now) {
        var interests = new Interests();
        db.sql(
                        "with "
                                + OPEN
                                + """
                                select o.member_id, p.source || ' ' || p.name, coalesce(n.title, '') || ' ' || left(coalesce(n.text, ''), 400)
                                from open o
                                join members.report_account i on i.community_id = folkmoot.community() and i.member_id = o.member_id
                                cross join lateral (
                                    select a.place_id, a.title, a.text from activity.report_activity a
                                    where a.community_id = folkmoot.community() and a.identity_id = i.identity_id and a.counted
                                        and a.at >= :now::timestamptz - interval '180 days'
                                    order by a.at desc limit :posts) n
                                left join activity.report_place p on p.community_id = folkmoot.community() and p.place_id = n.place_id
                                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("posts", POSTS)
                .query(
                        row -> {
                            var place = row.getString(2);
                            if (place != null) {
                                interests.add(
                                        row.getLong(1), new Interests.Feature("place", place), 1);
                            }
                            interests.read(row.getLong(1), row.getString(3));
                        });
        db.sql(
                        "with "
                                + OPEN
                                + """
                                select o.member_id, lower(t.name) from open o
                                join members.report_tag t on t.community_id = folkmoot.community() and t.member_id = o.member_id
                                group by 1, 2
                                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(
                        row -> {
                            interests.add(
                                    row.getLong(1),
                                    new Interests.Feature("tag", row.getString(2)),
                                    2);
                        });
        return interests;
    }

    /// Pairs that know each other, and pairs that were introduced or are about to be: within the
    /// last year, or who are never to be asked again. As `Interests.key` writes them.
    Set<String> apart(Instant now) {
        return new HashSet<>(
                db.sql(
                                "with "
                                        + OPEN
                                        + """
                                        , us as materialized (
                                            select i.identity_id, i.member_id from open o
                                            join members.report_account i on i.community_id = folkmoot.community() and i.member_id = o.member_id)
                                        -- from each account along its ties: there are fewer of them than pairs
                                        , near as materialized (
                                            select a.member_id, n.other from us a cross join lateral (
                                                select t.other from ties.tie t
                                                where t.community_id = folkmoot.community() and t.one = a.identity_id offset 0) n)
                                        select least(a.member_id, b.member_id) || '-' || greatest(a.member_id, b.member_id)
                                        from near a join us b on b.identity_id = a.other
                                        union
                                        select least(h.one, h.other) || '-' || greatest(h.one, h.other)
                                        from (
                                            select coalesce(am.member_id, i.put_on) as one, coalesce(bm.member_id, i.put_on_other) as other
                                            from ties.introduction i
                                            left join members.report_moved am on am.community_id = i.community_id and am.home = i.put_on
                                            left join members.report_moved bm on bm.community_id = i.community_id and bm.home = i.put_on_other
                                            where i.community_id = folkmoot.community()
                                                and (i.state in ('suggested', 'accepted', 'sent', 'never') or i.since > :now::timestamptz - interval '365 days')) h
                                        """)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(String.class)
                        .list());
    }

    /// A newcomer and somebody willing who answers where she wrote.
    ///
    /// @param waiting whether she asked and nobody has answered yet
    /// @param place where she wrote
    /// @param answers how often the other answered there in 90 days
    /// @param month how many introductions the other was asked for in 30 days
    record Welcome(
            long newcomer,
            String name,
            boolean waiting,
            String place,
            long helper,
            String helperName,
            int answers,
            int month) {}

    /// All that there are, whoever waits first, and of the willing who was asked least first.
    List<Welcome> welcomes(Instant now, int newcomerDays) {
        return db.sql(
                        "with "
                                + OPEN
                                + """
                                , newcomer as (
                                    select o.member_id, o.name, i.identity_id from open o
                                    join members.report_account i on i.community_id = folkmoot.community() and i.member_id = o.member_id
                                    where o.first_seen >= :now::timestamptz - make_interval(days => :days)),
                                wrote as (
                                    select distinct on (n.member_id) n.member_id, n.name, a.place_id,
                                        a.starts and not exists (select from activity.report_activity r where r.community_id = folkmoot.community()
                                            and r.parent_id = a.id and r.counted and r.identity_id <> a.identity_id) as waiting
                                    from newcomer n
                                    join activity.report_activity a on a.community_id = folkmoot.community() and a.identity_id = n.identity_id
                                        and a.counted and a.place_id is not null and a.kind not in ('join', 'reaction', 'vote')
                                    order by n.member_id, 4 desc, a.at desc),
                                willing as (
                                    select o.member_id, o.name, (
                                        select count(*) from ties.introduction w left join members.report_moved m
                                            on m.community_id = w.community_id and m.home = w.put_on_other
                                        where w.community_id = folkmoot.community() and w.kind = 'welcome' and w.state not in ('dismissed', 'never')
                                            and coalesce(m.member_id, w.put_on_other) = o.member_id
                                            and w.suggested_at > :now::timestamptz - interval '30 days')::integer as month
                                    from open o
                                    where exists (select from members.report_tag t where t.community_id = folkmoot.community()
                                        and t.member_id = o.member_id and lower(t.name) = :willing)),
                                answered as (
                                    select w.member_id, w.name, w.month, a.place_id, count(*)::integer as answers
                                    from willing w
                                    join members.report_account i on i.community_id = folkmoot.community() and i.member_id = w.member_id
                                    join activity.report_activity a on a.community_id = folkmoot.community() and a.identity_id = i.identity_id
                                        and a.at >= :now::timestamptz - interval '90 days' and a.counted
                                        and a.kind in ('answer', 'accepted_answer', 'reply', 'comment', 'review')
                                    group by 1, 2, 3, 4)
                                select n.member_id, n.name, n.waiting, p.name, e.member_id, e.name, e.answers, e.month
                                from wrote n
                                join answered e on e.place_id = n.place_id and e.answers >= 3 and e.member_id <> n.member_id
                                join activity.report_place p on p.community_id = folkmoot.community() and p.place_id = n.place_id
                                order by n.waiting desc, n.member_id, e.month, e.answers desc, e.member_id
                                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("days", newcomerDays)
                .param("willing", WILLING)
                .query(
                        (row, _) ->
                                new Welcome(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getBoolean(3),
                                        row.getString(4),
                                        row.getLong(5),
                                        row.getString(6),
                                        row.getInt(7),
                                        row.getInt(8)))
                .list();
    }

    /// Whether anybody said to be willing.
    boolean someoneWilling() {
        return db.sql(
                        """
                        select exists (select from members.report_tag t
                            where t.community_id = folkmoot.community() and lower(t.name) = :willing)
                        """)
                .param("willing", WILLING)
                .query(Boolean.class)
                .single();
    }
}
