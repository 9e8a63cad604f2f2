package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was worked out of single days, kept as long as the ledger says that nothing of that day has
/// changed. Version and ledger are read in one snapshot, so that what is kept is right even when
/// it is kept late, twice, or not at all.
@Component
class Sheets {

    private static final Logger log = LoggerFactory.getLogger(Sheets.class);

    /// So many days are worked out at once, or unpacked they would fill the memory.
    private static final int AT_ONCE = 31;

    private final SheetRows rows;
    private final SheetMemory memory = new SheetMemory();
    private final TransactionTemplate moment;
    private final TransactionTemplate writing;

    Sheets(SheetRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
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

    /// A sheet that is yet to be written down.
    record Fresh(Part part, Sheet sheet, long version, String rules) {
        LocalDate day() {
            return sheet.day;
        }
    }

    /// The first day, of those from one on, of which anything is known.
    @Nullable LocalDate firstDay(LocalDate from) {
        return rows.firstDay(from);
    }

    /// The last day, up to one, of which anything is known.
    @Nullable LocalDate lastDay(LocalDate upTo) {
        return moment.execute(_ -> rows.lastDay(upTo));
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

    /// A sheet for each day of the span, in order.
    ///
    /// @param rules what else than the ledger the sheets depend on
    List<Sheet> read(
            Part part, LocalDate first, LocalDate last, String rules, Making making, Notes notes) {
        var versions = rows.versions(part, first, last);
        var known = new HashMap<LocalDate, Sheet>();
        var days = first.datesUntil(last.plusDays(1)).toList();
        var missing = new ArrayList<LocalDate>();
        for (var day : days) {
            var sheet = notes.alone ? memory.of(part, day, versions.of(day), rules) : null;
            if (sheet == null) {
                missing.add(day);
            } else {
                known.put(day, sheet);
            }
        }
        if (!missing.isEmpty()) {
            rows.find(part, missing, rules)
                    .forEach(
                            (sheet, version) -> {
                                if (version == versions.of(sheet.day)) {
                                    known.put(sheet.day, sheet);
                                }
                            });
            var unwritten = missing.stream().filter(day -> !known.containsKey(day)).toList();
            make(unwritten, making)
                    .forEach(
                            sheet -> {
                                known.put(sheet.day, sheet);
                                notes.fresh.add(
                                        new Fresh(part, sheet, versions.of(sheet.day), rules));
                            });
        }
        var sheets = days.stream().map(day -> Objects.requireNonNull(known.get(day))).toList();
        if (notes.alone) {
            missing.forEach(
                    day ->
                            memory.keep(
                                    part,
                                    Objects.requireNonNull(known.get(day)),
                                    versions.of(day),
                                    rules));
        }
        return sheets;
    }

    private static List<Sheet> make(List<LocalDate> days, Making making) {
        var sheets = new ArrayList<Sheet>();
        for (int from = 0; from < days.size(); from += AT_ONCE) {
            var some = days.subList(from, Math.min(from + AT_ONCE, days.size()));
            var made = making.of(some);
            some.forEach(day -> sheets.add(new Sheet(day, made.getOrDefault(day, new byte[0]))));
        }
        return sheets;
    }

    /// Whoever cannot has its answer all the same.
    private void keep(Notes notes) {
        if (notes.fresh.isEmpty() && notes.after.isEmpty()) {
            return;
        }
        try {
            writing.executeWithoutResult(
                    _ -> {
                        notes.fresh.sort(
                                Comparator.comparing((Fresh f) -> f.part.name())
                                        .thenComparing(Fresh::day));
                        rows.write(notes.fresh);
                        notes.after.forEach(Runnable::run);
                    });
        } catch (DataAccessException e) {
            log.warn("Could not keep the day sheets; the next reader makes them again", e);
        }
    }
}
