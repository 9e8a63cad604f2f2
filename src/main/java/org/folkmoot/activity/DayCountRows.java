package org.folkmoot.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Reads from the ledger and its days who did how much.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DayCountRows {

    private final JdbcClient db;

    DayCountRows(JdbcClient db) {
        this.db = db;
    }

    /// Of each day from this one on that may have something, a number that grows with every change.
    Map<LocalDate, Long> versions(LocalDate first) {
        var versions = new HashMap<LocalDate, Long>();
        db.sql(
                        """
                        with day as (
                            select day, version from activity.day where community_id = folkmoot.community()),
                        span as (
                            select greatest(:first::date, min(p.day)) as first, max(p.day) as last from activity.presence p
                            where p.community_id = folkmoot.community())
                        select g.day::date, coalesce(d.version, 0) + coalesce((select version from day where day = '-infinity'), 0)
                        from span cross join lateral generate_series(span.first, span.last, interval '1 day') g(day)
                        left join day d on d.day = g.day::date
                        """)
                .param("first", first.toString())
                .query(
                        row -> {
                            versions.put(row.getObject(1, LocalDate.class), row.getLong(2));
                        });
        return versions;
    }

    /// The numbers of all places of that name.
    List<Long> places(String name) {
        return db.sql(
                        """
                        select id from activity.place where community_id = folkmoot.community() and name = :name order by id
                        """)
                .param("name", name)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// These days, with the versions given.
    Map<LocalDate, DayCounts.Day> read(
            @Nullable Kind kind,
            @Nullable List<Long> places,
            Map<LocalDate, Long> days,
            ZoneId zone) {
        var read = new HashMap<LocalDate, DayCounts.Day>();
        days.forEach((day, v) -> read.put(day, new DayCounts.Day(v, new long[0], new int[0])));
        db.sql(
                        kind == null && places == null
                                ? """
                                  select p.day, array_agg(p.identity_id), array_agg(p.activities) from activity.presence p
                                  where p.community_id = folkmoot.community() and p.day = any(:days::date[])
                                  group by p.day
                                  """
                                : """
                                  select d.day, array_agg(d.identity_id), array_agg(d.times) from (
                                      select (a.at at time zone :zone)::date as day, a.identity_id, count(*)::integer as times
                                      from activity.activity a
                                      where a.community_id = folkmoot.community() and a.counted%s
                                          and a.identity_id is not null and a.at >= :from and a.at < :to
                                      group by 1, 2) d
                                  where d.day = any(:days::date[]) group by d.day
                                  """
                                        .formatted(narrowed(kind, places)))
                .param(
                        "days",
                        days.keySet().stream().map(LocalDate::toString).toArray(String[]::new))
                .param("kind", kind == null ? null : kind.key())
                .param("places", places == null ? null : places.toArray(Long[]::new))
                .param("zone", zone.getId())
                .param("from", start(Collections.min(days.keySet()), zone))
                .param("to", start(Collections.max(days.keySet()).plusDays(1), zone))
                .query(
                        row -> {
                            var day = row.getObject(1, LocalDate.class);
                            read.put(day, day(row, days.getOrDefault(day, 0L)));
                        });
        return read;
    }

    private static OffsetDateTime start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }

    private static DayCounts.Day day(ResultSet row, long version) throws SQLException {
        return new DayCounts.Day(
                version,
                Arrays.stream((Long[]) row.getArray(2).getArray()).mapToLong(n -> n).toArray(),
                Arrays.stream((Integer[]) row.getArray(3).getArray()).mapToInt(n -> n).toArray());
    }

    /// Adds what was done from a time on until a day begins.
    void count(
            @Nullable Kind kind,
            @Nullable List<Long> places,
            Instant from,
            LocalDate to,
            ZoneId zone,
            Sums sums) {
        db.sql(
                        """
                        select a.identity_id, count(*)::integer from activity.activity a
                        where a.community_id = folkmoot.community() and a.counted%s
                            and a.identity_id is not null and a.at >= :from and a.at < :to
                        group by a.identity_id
                        """
                                .formatted(narrowed(kind, places)))
                .param("kind", kind == null ? null : kind.key())
                .param("places", places == null ? null : places.toArray(Long[]::new))
                .param("from", from.atZone(zone).toOffsetDateTime())
                .param("to", start(to, zone))
                .query(
                        row -> {
                            sums.add(row.getLong(1), row.getInt(2));
                        });
    }

    private static String narrowed(@Nullable Kind kind, @Nullable List<Long> places) {
        return (kind == null ? "" : " and a.kind = :kind")
                + (places == null ? "" : " and a.place_id = any(:places::bigint[])");
    }
}
