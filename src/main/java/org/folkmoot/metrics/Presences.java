package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Repository;

/// Who was active on which day: from the daily rollup, or from the ledger where a place is asked
/// for.
@Repository
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

    /// Which of the active, as a condition on `person`.
    enum Which {
        ACTIVE("during"),
        RETAINED("during and before"),
        LOST("before and not coalesce(during, false)");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }
    }

    /// @param days on how many days of this window, or of the one before for the lost
    record Regular(long member, String name, long days, LocalDate last) {}

    /// Those on most days first.
    MappedQuerySpec<Regular> list(Ask ask, Which which, Listing.Page page) {
        return db.sql(
                        people(ask)
                                + """
                        select r.member_id, m.name, case when r.during then r.days else r.days_before end, r.last
                        from person r join members.report_member m on m.community_id = :here and m.member_id = r.member_id
                        where %s
                        order by 3 desc, 4 desc, 1 limit :most offset :skip
                        """
                                        .formatted(which.condition))
                .params(ask.params())
                .withFetchSize(500)
                .param("most", page.fetch())
                .param("skip", page.skip())
                .query(
                        (row, _) ->
                                new Regular(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getObject(4, LocalDate.class)));
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
}
