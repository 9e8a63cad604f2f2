package org.folkmoot.orbit;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.activity.Kind;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The day sheets as they are kept, and how they are made from the ledger. A version is read before
/// what it is the version of, so that a sheet is never older than its number says.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Sheets {

    /// What lies further back weighs nothing any more, or has a wrong date.
    private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);

    private static final Map<String, Integer> KINDS =
            Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::key, Kind::ordinal));

    private final JdbcClient db;
    private final JdbcTemplate batches;

    Sheets(JdbcClient db, JdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /// The days of which anything is known, up to that one, and the version of each.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Days(LocalDate first, long[] versions) {}

    /// One day's sheet as it was made.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Made(LocalDate day, long version, byte[] body) {}

    static String rules(ZoneId zone) {
        return zone.getId() + " " + Integer.toHexString(Arrays.toString(Kind.values()).hashCode());
    }

    Days days(LocalDate last) {
        return db.sql(
                        """
                        with span as (
                            select greatest(:beginning::date, (select p.day - 1 from activity.report_presence p
                                where p.community_id = :here order by p.day limit 1)) as first
                            where exists (select from activity.report_presence p where p.community_id = :here)),
                        whole as (
                            select coalesce(max(d.version), 0) as version from activity.report_day d
                            where d.community_id = :here and d.day = '-infinity')
                        select s.first, (
                            select array_agg(w.version + coalesce(d.version, 0) order by g.day)
                            from generate_series(s.first, :last::date, interval '1 day') g(day) cross join whole w
                            left join activity.report_day d on d.community_id = :here and d.day = g.day::date)
                        from span s
                        """)
                .param("here", Here.community().value())
                .param("beginning", BEGINNING)
                .param("last", last)
                .query(
                        (row, _) -> {
                            var versions = row.getArray(2);
                            return new Days(
                                    row.getObject(1, LocalDate.class),
                                    versions == null ? new long[0] : plain(versions.getArray()));
                        })
                .optional()
                .orElse(new Days(last.plusDays(1), new long[0]));
    }

    private static long[] plain(Object versions) {
        return Arrays.stream((Long[]) versions).mapToLong(Long::longValue).toArray();
    }

    /// Those that are kept of these days, in whichever version.
    Map<LocalDate, Made> kept(List<LocalDate> days, String rules) {
        var kept = new HashMap<LocalDate, Made>();
        db.sql(
                        """
                        select day, version, body from orbit.sheet
                        where community_id = :here and day = any(:days::date[]) and rules = :rules
                        """)
                .param("here", Here.community().value())
                .param("days", texts(days))
                .param("rules", rules)
                .withFetchSize(100)
                .query(
                        row -> {
                            var day = row.getObject(1, LocalDate.class);
                            kept.put(day, new Made(day, row.getLong(2), row.getBytes(3)));
                        });
        return kept;
    }

    /// What the ledger knows of these days, by the community's clock.
    Map<LocalDate, byte[]> make(List<LocalDate> days, ZoneId zone) {
        var writers = new HashMap<LocalDate, DaySheet.Writer>();
        db.sql(
                        """
                        select s.day, a.identity_id, a.kind, count(*)::integer
                        from unnest(:days::date[], :froms::timestamptz[], :tos::timestamptz[]) s(day, a, b)
                        cross join lateral (
                            select a.identity_id, a.kind from activity.report_activity a
                            where a.community_id = :here and a.at >= s.a and a.at < s.b and a.counted
                                and a.identity_id is not null offset 0) a
                        group by s.day, a.identity_id, a.kind
                        order by s.day, a.identity_id, a.kind
                        """)
                .param("here", Here.community().value())
                .param("days", texts(days))
                .param("froms", days.stream().map(day -> start(day, zone)).toArray(String[]::new))
                .param(
                        "tos",
                        days.stream()
                                .map(day -> start(day.plusDays(1), zone))
                                .toArray(String[]::new))
                .withFetchSize(5000)
                .query(
                        row -> {
                            var kind = KINDS.get(row.getString(3));
                            if (kind != null) {
                                writers.computeIfAbsent(
                                                row.getObject(1, LocalDate.class),
                                                _ -> new DaySheet.Writer())
                                        .did(row.getLong(2), kind, row.getInt(4));
                            }
                        });
        var made = new HashMap<LocalDate, byte[]>();
        for (var day : days) {
            var writer = writers.get(day);
            made.put(day, writer == null ? new byte[0] : writer.bytes());
        }
        return made;
    }

    private static String start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC).toString();
    }

    private static String[] texts(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    /// In the order of their key, so that two writers never wait for each other.
    void keep(List<Made> made, String rules) {
        batches.batchUpdate(
                """
                insert into orbit.sheet (community_id, day, version, rules, body) values (?, ?, ?, ?, ?)
                on conflict (community_id, day) do update
                    set version = excluded.version, rules = excluded.rules, body = excluded.body
                """,
                made,
                200,
                (PreparedStatement row, Made one) -> {
                    row.setInt(1, Here.community().value());
                    row.setObject(2, one.day());
                    row.setLong(3, one.version());
                    row.setString(4, rules);
                    row.setBytes(5, one.body());
                });
    }
}
