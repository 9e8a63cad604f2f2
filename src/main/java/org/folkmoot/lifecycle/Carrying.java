package org.folkmoot.lifecycle;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Kinds;
import org.folkmoot.metrics.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who contributed how much.
@Repository
@Transactional(readOnly = true)
public class Carrying {

    private static final String[] REPLIES =
            Arrays.stream(
                            new Kind[] {
                                Kind.REPLY,
                                Kind.COMMENT,
                                Kind.ANSWER,
                                Kind.ACCEPTED_ANSWER,
                                Kind.REVIEW
                            })
                    .map(Kind::key)
                    .toArray(String[]::new);

    private final JdbcClient db;
    private final Kinds kinds;

    Carrying(JdbcClient db, Kinds kinds) {
        this.db = db;
        this.kinds = kinds;
    }

    private String[] contributions() {
        var table = kinds.here();
        return Arrays.stream(Kind.values())
                .filter(k -> table.counts(k, Kind.Counts.CONTRIBUTION))
                .map(Kind::key)
                .toArray(String[]::new);
    }

    /// Contributions of a window by member, the most first.
    public Onion all(Window window, boolean staff) {
        return Onion.of(
                db.sql(
                                """
                                select i.member_id, sum(p.contributions)::bigint
                                from activity.report_presence p
                                join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = p.identity_id
                                where p.community_id = folkmoot.community() and p.day >= :first and p.day <= :last
                                    and p.contributions > 0 and i.role = any(:roles::text[])
                                group by i.member_id order by 2 desc, 1
                                """)
                        .param("first", window.first())
                        .param("last", window.last())
                        .param("roles", roles(staff))
                        .query((row, _) -> new Onion.Made(row.getLong(1), row.getLong(2)))
                        .list());
    }

    /// @param now members of the window, `before` of the one before it, `team` with the team, `own`
    ///     the team alone
    record Beside(Onion now, Onion before, Onion team, Onion own) {}

    /// The same of a window and the one before, with and without the team, in one question.
    Beside beside(Window window) {
        record Row(long member, boolean staff, long now, long before) {}
        var rows =
                db.sql(
                                """
                                select i.member_id, i.role = 'staff',
                                    coalesce(sum(p.contributions) filter (where p.day >= :first), 0)::bigint,
                                    coalesce(sum(p.contributions) filter (where p.day < :first), 0)::bigint
                                from activity.report_presence p
                                join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = p.identity_id
                                where p.community_id = folkmoot.community() and p.day >= :before and p.day <= :last
                                    and p.contributions > 0 and i.role in ('member', 'staff')
                                group by 1, 2 order by 1
                                """)
                        .param("before", window.before().first())
                        .param("first", window.first())
                        .param("last", window.last())
                        .query(
                                (row, _) ->
                                        new Row(
                                                row.getLong(1),
                                                row.getBoolean(2),
                                                row.getLong(3),
                                                row.getLong(4)))
                        .list();
        return new Beside(
                most(rows.stream().filter(r -> !r.staff), Row::member, Row::now),
                most(rows.stream().filter(r -> !r.staff), Row::member, Row::before),
                most(rows.stream(), Row::member, Row::now),
                most(rows.stream().filter(Row::staff), Row::member, Row::now));
    }

    private static <R> Onion most(
            Stream<R> rows, ToLongFunction<R> member, ToLongFunction<R> contributions) {
        return Onion.of(
                rows.map(r -> new Onion.Made(member.applyAsLong(r), contributions.applyAsLong(r)))
                        .filter(made -> made.contributions() > 0)
                        .sorted(
                                Comparator.comparingLong(Onion.Made::contributions)
                                        .reversed()
                                        .thenComparingLong(Onion.Made::member))
                        .toList());
    }

    private static String[] roles(boolean staff) {
        return staff ? new String[] {"member", "staff"} : new String[] {"member"};
    }

    /// What the team replied, by teammate.
    Onion replies(Window window) {
        return Onion.of(
                db.sql(
                                """
                                select i.member_id, count(*)
                                from members.report_identity i
                                join activity.report_activity a on a.community_id = folkmoot.community() and a.identity_id = i.identity_id
                                where i.community_id = folkmoot.community() and i.role = 'staff' and a.counted
                                    and a.kind = any(:kinds::text[]) and a.at >= :from and a.at < :to
                                group by i.member_id order by 2 desc, 1
                                """)
                        .param("kinds", REPLIES)
                        .param("from", window.from().atOffset(java.time.ZoneOffset.UTC))
                        .param("to", window.to().atOffset(java.time.ZoneOffset.UTC))
                        .query((row, _) -> new Onion.Made(row.getLong(1), row.getLong(2)))
                        .list());
    }

    record Place(long id, String name, String platform) {}

    /// Contributions of a window by place, those places first in which most is made.
    Map<Place, Onion> byPlace(Window window, boolean staff, int most) {
        var made = new LinkedHashMap<Place, List<Onion.Made>>();
        db.sql(
                        """
                        with made as materialized (
                            select a.place_id, i.member_id, count(*) as n
                            from activity.report_activity a
                            join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = a.identity_id
                            where a.community_id = folkmoot.community() and a.counted and a.kind = any(:kinds::text[])
                                and a.at >= :from and a.at < :to and a.place_id is not null and i.role = any(:roles::text[])
                            group by a.place_id, i.member_id),
                        place as (
                            select place_id, sum(n) as n from made group by place_id order by 2 desc, 1 limit :most)
                        select p.place_id, p.name, p.platform, m.member_id, m.n
                        from place x
                        join made m on m.place_id = x.place_id
                        join activity.report_place p on p.community_id = folkmoot.community() and p.place_id = x.place_id
                        order by x.n desc, x.place_id, m.n desc, m.member_id
                        """)
                .param("kinds", contributions())
                .param("from", window.from().atOffset(java.time.ZoneOffset.UTC))
                .param("to", window.to().atOffset(java.time.ZoneOffset.UTC))
                .param("roles", roles(staff))
                .param("most", most)
                .query(
                        row -> {
                            made.computeIfAbsent(
                                            new Place(
                                                    row.getLong(1),
                                                    row.getString(2),
                                                    row.getString(3)),
                                            _ -> new java.util.ArrayList<>())
                                    .add(new Onion.Made(row.getLong(4), row.getLong(5)));
                        });
        var places = new LinkedHashMap<Place, Onion>();
        made.forEach((place, people) -> places.put(place, Onion.of(people)));
        return places;
    }
}
