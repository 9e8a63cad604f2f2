package org.folkmoot.brief;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Kinds;
import org.folkmoot.metrics.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// When members take part, by the community's clock.
@Repository
@Transactional(readOnly = true)
class Rhythms {

    private static final int MONTHS = 13;

    private final JdbcClient db;
    private final Kinds kinds;

    Rhythms(JdbcClient db, Kinds kinds) {
        this.db = db;
        this.kinds = kinds;
    }

    Rhythm of(Window window) {
        var people = week();
        var done = week();
        db.sql(
                        """
                        select extract(isodow from a.at at time zone :zone)::int, extract(hour from a.at at time zone :zone)::int,
                            count(distinct i.member_id)::int, count(*)::int
                        from activity.report_activity a
                        join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = a.identity_id
                        where a.community_id = folkmoot.community() and a.counted and a.kind = any(:kinds::text[])
                            and a.at >= :from and a.at < :to and i.role = 'member'
                        group by 1, 2
                        """)
                .param("zone", window.zone().getId())
                .param("kinds", active())
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("to", window.to().atOffset(ZoneOffset.UTC))
                .query(
                        row -> {
                            people.get(row.getInt(1) - 1).set(row.getInt(2), row.getInt(3));
                            done.get(row.getInt(1) - 1).set(row.getInt(2), row.getInt(4));
                        });
        return new Rhythm(people, done, months(window.last()));
    }

    private static List<List<Integer>> week() {
        var week = new ArrayList<List<Integer>>();
        for (int day = 0; day < 7; day++) {
            var hours = new Integer[24];
            Arrays.fill(hours, 0);
            week.add(Arrays.asList(hours));
        }
        return week;
    }

    private String[] active() {
        var table = kinds.here();
        return Arrays.stream(Kind.values())
                .filter(k -> table.counts(k, Kind.Counts.ACTIVE))
                .map(Kind::key)
                .toArray(String[]::new);
    }

    private List<Rhythm.Month> months(LocalDate last) {
        return db.sql(
                        """
                        select date_trunc('month', p.day::timestamp)::date, count(distinct i.member_id)::int
                        from activity.report_presence p
                        join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = p.identity_id
                        where p.community_id = folkmoot.community() and p.active > 0 and p.day >= :since and p.day <= :last
                            and i.role = 'member'
                        group by 1 order by 1
                        """)
                .param("since", YearMonth.from(last).minusMonths(MONTHS - 1L).atDay(1))
                .param("last", last)
                .query(
                        (row, _) ->
                                new Rhythm.Month(
                                        YearMonth.from(row.getObject(1, LocalDate.class)),
                                        row.getInt(2)))
                .list();
    }
}
