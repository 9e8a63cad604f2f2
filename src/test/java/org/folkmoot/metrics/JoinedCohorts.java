package org.folkmoot.metrics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What became of those who joined, once more: by joining the daily rollup with the people.
@NullUnmarked
final class JoinedCohorts {

    private final JdbcClient db;

    JoinedCohorts(JdbcClient db) {
        this.db = db;
    }

    List<Cohorts.Cohort> table(Ask ask) {
        var running = YearMonth.from(ask.window().last());
        var first = running.minusMonths(Cohorts.MONTHS - 1L);
        var joined = new TreeMap<YearMonth, Long>();
        Map<YearMonth, long[]> active = new TreeMap<>();
        db.sql(
                        """
                        with person as (%s),
                        joined as materialized (
                            select member_id, date_trunc('month', first_seen at time zone :zone)::date as cohort
                            from person where first_seen >= :since and first_seen < :to),
                        seen as (
                            select j.cohort, j.member_id, date_trunc('month', p.day)::date as month
                            from joined j
                            join members.report_identity i on i.community_id = :here and i.member_id = j.member_id
                            join activity.report_presence p on p.community_id = :here and p.identity_id = i.identity_id
                            where p.active > 0 and p.day >= :sinceDay and p.day <= :last%s
                            group by 1, 2, 3)
                        select cohort, null::date, count(*) from joined group by 1
                        union all
                        select cohort, month, count(*) from seen group by 1, 2
                        """
                                .formatted(
                                        ListedBySql.people(ask.filters()),
                                        ask.filters().identities()))
                .params(ask.params())
                .param("sinceDay", first.atDay(1))
                .param(
                        "since",
                        Ask.at(first.atDay(1).atStartOfDay(ask.window().zone()).toInstant()))
                .query(
                        row -> {
                            var cohort = YearMonth.from(row.getObject(1, LocalDate.class));
                            var month = row.getObject(2, LocalDate.class);
                            if (month == null) {
                                joined.put(cohort, row.getLong(3));
                            } else {
                                int later =
                                        (int)
                                                cohort.until(
                                                        YearMonth.from(month),
                                                        java.time.temporal.ChronoUnit.MONTHS);
                                if (later >= 0) {
                                    active.computeIfAbsent(cohort, c -> since(c, running))[later] =
                                            row.getLong(3);
                                }
                            }
                        });
        var table = new ArrayList<Cohorts.Cohort>();
        joined.forEach(
                (month, n) ->
                        table.add(
                                new Cohorts.Cohort(
                                        month,
                                        n,
                                        Arrays.stream(
                                                        active.getOrDefault(
                                                                month, since(month, running)))
                                                .boxed()
                                                .toList())));
        return table;
    }

    private static long[] since(YearMonth cohort, YearMonth running) {
        return new long[(int) cohort.until(running, java.time.temporal.ChronoUnit.MONTHS) + 1];
    }

    /// How long those who joined in the 365 days to the window's end stayed active: days from first
    /// seen to the last active day. It ended for those then silent for 30 days; who was active
    /// since is only known to have stayed so long.
    KaplanMeier survival(Ask ask) {
        var gone = new ArrayList<Double>();
        var here = new ArrayList<Double>();
        db.sql(
                        """
                        with person as (%s),
                        life as (
                            select j.member_id, (j.first_seen at time zone :zone)::date as joined,
                                   greatest(max(p.day), (j.first_seen at time zone :zone)::date) as last
                            from person j
                            join members.report_identity i on i.community_id = :here and i.member_id = j.member_id%s
                            left join activity.report_presence p on p.community_id = :here and p.identity_id = i.identity_id
                                and p.active > 0 and p.day >= :year and p.day <= :last
                            where j.first_seen >= :yearAt and j.first_seen < :to
                            group by j.member_id, j.first_seen)
                        select last - joined, last <= :last::date - :silent, count(*) from life group by 1, 2
                        """
                                .formatted(
                                        ListedBySql.people(ask.filters()),
                                        ask.filters().identities()))
                .params(ask.params())
                .param("silent", Cohorts.SILENT_DAYS)
                .param("year", ask.window().last().minusDays(364))
                .param(
                        "yearAt",
                        Ask.at(
                                ask.window()
                                        .last()
                                        .minusDays(364)
                                        .atStartOfDay(ask.window().zone())
                                        .toInstant()))
                .query(
                        row -> {
                            var lives = row.getBoolean(2) ? gone : here;
                            for (long i = row.getLong(3); i > 0; i--) {
                                lives.add(row.getDouble(1));
                            }
                        });
        return KaplanMeier.of(
                gone.stream().mapToDouble(d -> d).toArray(),
                here.stream().mapToDouble(d -> d).toArray());
    }
}
