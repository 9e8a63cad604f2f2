package org.folkmoot.organisations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What the people of one organisation do.
@Repository
@Transactional(readOnly = true)
class Deeds {

    private final JdbcClient db;

    Deeds(JdbcClient db) {
        this.db = db;
    }

    /// What they did in a month.
    ///
    /// @param people of them who did anything that counts as being active
    record Month(long activities, long people) {}

    private static final String DAYS =
            """
            with days as (
                select c.member_id, c.name, p.day, p.activities, p.active
                from members.report_colleague c
                join members.report_account a on a.community_id = c.community_id and a.member_id = c.member_id
                join activity.report_presence p on p.community_id = a.community_id and p.identity_id = a.identity_id
                    and p.day >= :since
                where c.community_id = folkmoot.community() and c.organisation = :organisation and c.standing in ('member', 'staff')
            )
            """;

    Map<YearMonth, Month> months(String organisation, LocalDate since) {
        var months = new TreeMap<YearMonth, Month>();
        db.sql(
                        DAYS
                                + """
                                select date_trunc('month', day)::date, sum(activities), count(distinct member_id) filter (where active > 0)
                                from days group by 1
                                """)
                .param("organisation", organisation)
                .param("since", since)
                .query(
                        row -> {
                            months.put(
                                    YearMonth.from(row.getObject(1, LocalDate.class)),
                                    new Month(row.getLong(2), row.getLong(3)));
                        });
        return months;
    }

    /// @param days on which they were active
    record Busy(long member, String name, long activities, long days) {}

    /// Who did most since that day.
    List<Busy> busiest(String organisation, LocalDate since, int most) {
        return db.sql(
                        DAYS
                                + """
                                select member_id, name, sum(activities), count(distinct day) filter (where active > 0) from days
                                group by member_id, name order by 3 desc, 4 desc, 1 limit :most
                                """)
                .param("organisation", organisation)
                .param("since", since)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Busy(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getLong(4)))
                .list();
    }

    /// @param id of the activity, which its thread opens by
    record Deed(long id, long member, String name, String kind, Instant at, String title) {}

    /// The newest thing that each of those seen last did, the newest first.
    List<Deed> newest(String organisation, int most) {
        return db.sql(
                        """
                        with last as (
                            select member_id, name from members.report_colleague
                            where community_id = folkmoot.community() and organisation = :organisation and standing in ('member', 'staff')
                                and last_seen is not null
                            order by by_last_seen desc, member_id desc limit :most
                        )
                        select d.id, l.member_id, l.name, d.kind, d.at, coalesce(d.title, left(d.text, 160), '')
                        from last l cross join lateral (
                            select a.id, a.kind, a.at, a.title, a.text
                            from members.report_account i
                            join activity.report_activity a on a.community_id = i.community_id and a.identity_id = i.identity_id and a.counted
                            where i.community_id = folkmoot.community() and i.member_id = l.member_id
                            order by a.at desc, a.id desc limit 1) d
                        order by d.at desc, d.id desc
                        """)
                .param("organisation", organisation)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Deed(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getString(3),
                                        row.getString(4).replace('_', ' '),
                                        Objects.requireNonNull(
                                                        row.getObject(5, OffsetDateTime.class))
                                                .toInstant(),
                                        row.getString(6)))
                .list();
    }
}
