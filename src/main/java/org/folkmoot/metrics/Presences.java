package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who was active on which day in one place, which no rollup knows: from the ledger.
@Repository
@Transactional(readOnly = true)
class Presences {

    private final JdbcClient db;
    private final CountedKinds kinds;

    Presences(JdbcClient db, CountedKinds kinds) {
        this.db = db;
        this.kinds = kinds;
    }

    /// Distinct active members of this window, the one before and the one before that.
    ///
    /// @param days distinct active members of each day of this window and the one before; days
    ///     without are absent
    record Counts(
            Span now,
            Span before,
            long earlier,
            long both,
            long bothBefore,
            Map<LocalDate, Long> days) {}

    record Span(long active, long contributed) {}

    /// Of one place, by looking into the ledger.
    Counts inPlace(Ask ask) {
        var days = new HashMap<LocalDate, Long>();
        var sums = new long[7];
        db.sql(
                        people(ask)
                                + """
                        select null::date, count(*) filter (where during), count(*) filter (where during and contributed),
                               count(*) filter (where before), count(*) filter (where before and contributed_before),
                               count(*) filter (where earlier), count(*) filter (where during and before),
                               count(*) filter (where before and earlier)
                        from person
                        union all
                        select p.day, count(distinct w.member_id), 0, 0, 0, 0, 0, 0
                        from presence p join who w using (identity_id)
                        where p.active and p.day >= :firstBefore
                        group by p.day
                        """)
                .params(ask.params())
                .query(
                        row -> {
                            var day = row.getObject(1, LocalDate.class);
                            if (day != null) {
                                days.put(day, row.getLong(2));
                                return;
                            }
                            for (int i = 0; i < sums.length; i++) {
                                sums[i] = row.getLong(i + 2);
                            }
                        });
        return new Counts(
                new Span(sums[0], sums[1]),
                new Span(sums[2], sums[3]),
                sums[4],
                sums[5],
                sums[6],
                days);
    }

    /// Those on most days first.
    List<PeopleLists.Regular> inPlace(Ask ask, Behind which, int most) {
        return db.sql(
                        people(ask)
                                + """
                        select member_id, case when during then days else days_before end as many, last from person
                        where %s
                        order by many desc, last desc, member_id limit :most
                        """
                                        .formatted(
                                                switch (which) {
                                                    case RETAINED -> "during and before";
                                                    case LOST ->
                                                            "before and not coalesce(during, false)";
                                                    default -> "during";
                                                }))
                .params(ask.params())
                .param("most", most)
                .query(
                        (row, _) ->
                                new PeopleLists.Regular(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getObject(3, LocalDate.class)))
                .list();
    }

    /// Each identity's days of three windows -> whose they are -> one row a member.
    private String people(Ask ask) {
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
                .formatted(days(), ask.filters().identities());
    }

    private String days() {
        return """
               select day, identity_id, bool_or(kind in %s) as active, bool_or(kind in %s) as contributed
               from activity.report_activity
               where community_id = :here and counted and identity_id is not null and place_id = :place
                 and at >= :fromEarlier and at < :to
               group by day, identity_id"""
                .formatted(kinds.that(Kind.Counts.ACTIVE), kinds.that(Kind.Counts.CONTRIBUTION));
    }
}
