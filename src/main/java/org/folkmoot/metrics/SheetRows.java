package org.folkmoot.metrics;

import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.metrics.Sheets.Fresh;
import org.folkmoot.metrics.Sheets.Part;
import org.folkmoot.metrics.Sheets.Sheet;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sheets as they are written down, and the versions of the days they are about.
@Repository
class SheetRows {

    private static final LocalDate Y2K = LocalDate.of(2000, 1, 1);

    private final JdbcClient db;
    private final JdbcTemplate batches;

    SheetRows(JdbcClient db, JdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /// The days that the ledger has a version of, and what all other days have.
    static final class Versions {
        private final Map<LocalDate, Long> days = new HashMap<>();
        private final long all;

        private Versions(long[] days, long[] versions, long all) {
            this.all = all;
            for (int i = 0; i < days.length; i++) {
                this.days.put(Y2K.plusDays(days[i]), versions[i] + all);
            }
        }

        long of(LocalDate day) {
            return days.getOrDefault(day, all);
        }
    }

    /// What is read out of posts has versions of its own, which count beside for their tone, and
    /// for what of them is known to ask.
    Versions versions(Part part, LocalDate first, LocalDate last) {
        return db.sql(
                        """
                        select string_agg(int8send((day - date '2000-01-01')::bigint), '') filter (where isfinite(day)),
                               string_agg(int8send(version), '') filter (where isfinite(day)),
                               coalesce(max(version) filter (where not isfinite(day)), 0)
                        from (
                            select v.day, sum(v.version)::bigint as version from (
                                select day, version from activity.report_day
                                where community_id = :here and (day = '-infinity' or day between :first and :last)
                                union all
                                select day, version from listening.report_day
                                where :read and community_id = :here and day between :first and :last) v
                            group by v.day) d
                        """)
                .param("here", Here.community().value())
                .param("read", part != Part.PRESENCE)
                .param("first", first)
                .param("last", last)
                .query(
                        (row, _) ->
                                new Versions(
                                        Columns.numbers(row, 1),
                                        Columns.numbers(row, 2),
                                        row.getLong(3)))
                .single();
    }

    /// The first day, of those from one on, of which the ledger has told anything; null when there
    /// is none.
    @Nullable LocalDate firstDay(LocalDate from) {
        return db.sql(
                        "select min(day) from activity.report_day where community_id = :here and day >= :from")
                .param("here", Here.community().value())
                .param("from", from)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list()
                .getFirst();
    }

    /// The last day, up to one, of which there is anything that counts; null when there is none.
    @Nullable LocalDate lastDay(LocalDate upTo) {
        return db
                .sql(
                        """
                        select day from activity.report_activity
                        where community_id = :here and counted and at < :before and day <= :upTo order by at desc limit 1
                        """)
                .param("here", Here.community().value())
                .param("before", upTo.plusDays(2).atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("upTo", upTo)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    /// Those of these days that are written down by these rules, each with its version.
    Map<Sheet, Long> find(Part part, Collection<LocalDate> days, String rules) {
        var found = new HashMap<Sheet, Long>();
        db.sql(
                        """
                        select day, version, body from metrics.sheet
                        where community_id = :here and part = :part and rules = :rules and day = any(cast(:days as date[]))
                        """)
                .param("here", Here.community().value())
                .param("part", part.name())
                .param("rules", rules)
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .query(
                        row -> {
                            var day = row.getObject(1, LocalDate.class);
                            found.put(new Sheet(day, row.getBytes(3)), row.getLong(2));
                        });
        return found;
    }

    /// In the order of their key, so that two writers never wait for each other.
    void write(List<Fresh> fresh) {
        batches.batchUpdate(
                """
                insert into metrics.sheet (community_id, part, day, version, rules, body) values (?, ?, ?, ?, ?, ?)
                on conflict (community_id, part, day) do update
                    set version = excluded.version, rules = excluded.rules, body = excluded.body
                """,
                fresh,
                200,
                (PreparedStatement row, Fresh f) -> {
                    row.setInt(1, Here.community().value());
                    row.setString(2, f.part().name());
                    row.setObject(3, f.day());
                    row.setLong(4, f.version());
                    row.setString(5, f.rules());
                    row.setBytes(6, f.sheet().body());
                });
    }
}
