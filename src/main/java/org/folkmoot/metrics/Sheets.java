package org.folkmoot.metrics;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was worked out of single days, kept as long as the ledger says that nothing of that day has
/// changed. Version and ledger are read in one snapshot, so that what is kept is right even when
/// it is kept late, twice, or not at all.
@Repository
class Sheets {

    private static final Logger log = LoggerFactory.getLogger(Sheets.class);

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final TransactionTemplate moment;
    private final TransactionTemplate writing;

    Sheets(JdbcClient db, JdbcTemplate batches, PlatformTransactionManager transactions) {
        this.db = db;
        this.batches = batches;
        this.moment = new TransactionTemplate(transactions);
        this.moment.setReadOnly(true);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.writing = new TransactionTemplate(transactions);
    }

    /// What is written of a day, and how.
    enum Part {
        PRESENCE,
        TALK,
        TONE
    }

    /// One day, packed.
    static final class Sheet {
        private final LocalDate day;
        private final byte[] body;

        Sheet(LocalDate day, byte[] body) {
            this.day = day;
            this.body = body;
        }

        LocalDate day() {
            return day;
        }

        byte[] body() {
            return body;
        }
    }

    /// Works out the days given, of the running transaction's snapshot; each must come out.
    @FunctionalInterface
    interface Making {
        Map<LocalDate, byte[]> of(List<LocalDate> days);
    }

    private record Fresh(Part part, Sheet sheet, long version, String rules) {
        LocalDate day() {
            return sheet.day;
        }
    }

    /// What one reader had to work out anew, and what else is to be put right after it.
    static final class Notes {
        private final List<Fresh> fresh = new ArrayList<>();
        private final List<Runnable> after = new ArrayList<>();
        private final boolean alone =
                !TransactionSynchronizationManager.isActualTransactionActive();

        /// Whether nobody's own transaction is about, whose changes may never come to hold.
        boolean alone() {
            return alone;
        }

        void after(Runnable work) {
            after.add(work);
        }
    }

    /// Reads all of one moment, then keeps what had to be worked out for those who come next;
    /// within somebody's own transaction that is left to them.
    <T> T atOnce(Function<Notes, T> reading) {
        var notes = new Notes();
        var read = Objects.requireNonNull(moment.execute(_ -> reading.apply(notes)));
        if (notes.alone) {
            keep(notes);
        }
        return read;
    }

    private record Found(LocalDate day, long version, @Nullable Sheet sheet) {}

    /// A sheet for each day of the span, in order.
    ///
    /// @param rules what else than the ledger the sheets depend on
    List<Sheet> read(
            Part part, LocalDate first, LocalDate last, String rules, Making making, Notes notes) {
        var found =
                db.sql(
                                """
                                with known as (
                                    select g.day::date as day,
                                           coalesce(d.version, 0) + coalesce((select a.version from activity.report_day a
                                               where a.community_id = :here and a.day = '-infinity'), 0)
                                               + case when :part = 'TONE' then coalesce(l.version, 0) else 0 end as version
                                    from generate_series(cast(:first as date), cast(:last as date), interval '1 day') g(day)
                                    left join activity.report_day d on d.community_id = :here and d.day = g.day::date
                                    left join listening.report_day l on l.community_id = :here and l.day = g.day::date)
                                select k.day, k.version, s.body from known k
                                left join metrics.sheet s on s.community_id = :here and s.part = :part and s.day = k.day
                                    and s.version = k.version and s.rules = :rules
                                order by k.day
                                """)
                        .param("here", Here.community().value())
                        .param("part", part.name())
                        .param("first", first)
                        .param("last", last)
                        .param("rules", rules)
                        .query((row, _) -> found(row))
                        .list();
        var missing = found.stream().filter(f -> f.sheet == null).map(Found::day).toList();
        Map<LocalDate, byte[]> made = missing.isEmpty() ? new HashMap<>() : making.of(missing);
        var sheets = new ArrayList<Sheet>(found.size());
        for (var f : found) {
            var sheet = f.sheet;
            if (sheet == null) {
                sheet = new Sheet(f.day, made.getOrDefault(f.day, new byte[0]));
                notes.fresh.add(new Fresh(part, sheet, f.version, rules));
            }
            sheets.add(sheet);
        }
        return sheets;
    }

    private static Found found(ResultSet row) throws SQLException {
        var day = row.getObject(1, LocalDate.class);
        byte @Nullable [] body = row.getBytes(3);
        return new Found(day, row.getLong(2), body == null ? null : new Sheet(day, body));
    }

    /// Whoever cannot has its answer all the same.
    private void keep(Notes notes) {
        if (notes.fresh.isEmpty() && notes.after.isEmpty()) {
            return;
        }
        try {
            writing.executeWithoutResult(
                    _ -> {
                        write(notes.fresh);
                        notes.after.forEach(Runnable::run);
                    });
        } catch (DataAccessException e) {
            log.warn("Could not keep the day sheets; the next reader makes them again", e);
        }
    }

    /// In the order of their key, so that two writers never wait for each other.
    private void write(List<Fresh> fresh) {
        fresh.sort(Comparator.comparing((Fresh f) -> f.part.name()).thenComparing(Fresh::day));
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
                    row.setString(2, f.part.name());
                    row.setObject(3, f.day());
                    row.setLong(4, f.version);
                    row.setString(5, f.rules);
                    row.setBytes(6, f.sheet.body);
                });
    }
}
