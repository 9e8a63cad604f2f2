package org.folkmoot.orbit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What everybody did on every day, as of now: kept sheets are read again only where their day has
/// changed, and made anew only where nobody has done so yet.
@Component
class Books {

    private static final Logger log = LoggerFactory.getLogger(Books.class);

    /// So many bytes of sheets stay in memory: those of a hundred million activities.
    private static final long MOST = 256L << 20;

    /// So many days are made at once.
    private static final int STEP = 60;

    private final Sheets sheets;
    private final TransactionTemplate reading;
    private final TransactionTemplate writing;
    private final LinkedHashMap<CommunityId, Book> all = new LinkedHashMap<>(16, 0.75f, true);

    Books(Sheets sheets, PlatformTransactionManager transactions) {
        this.sheets = sheets;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.writing = new TransactionTemplate(transactions);
    }

    /// Hears how many days are done, of how many that had to be made.
    interface Heard {
        void done(int days, int of);
    }

    /// Up to and with that day.
    Book of(ZoneId zone, LocalDate last) {
        return of(zone, last, (_, _) -> {});
    }

    /// The same, made step by step where much is to do; what is made stays made.
    Book of(ZoneId zone, LocalDate last, Heard heard) {
        var rules = Sheets.rules(zone);
        var known = known(rules);
        var days = Objects.requireNonNull(reading.execute(_ -> sheets.days(last)));
        var bodies = new byte[days.versions().length][];
        var missing = new ArrayList<LocalDate>();
        for (int i = 0; i < bodies.length; i++) {
            var day = days.first().plusDays(i);
            var body = known == null ? null : known.body(day, days.versions()[i]);
            bodies[i] = body == null ? new byte[0] : body;
            if (body == null) {
                missing.add(day);
            }
        }
        var book = new Book(rules, days.first(), days.versions(), bodies);
        if (!missing.isEmpty()) {
            fill(book, missing, zone, heard);
        }
        if (!changing()) {
            keep(book, known);
        }
        return book;
    }

    private void fill(Book book, List<LocalDate> missing, ZoneId zone, Heard heard) {
        Map<LocalDate, Sheets.Made> kept =
                Objects.requireNonNull(reading.execute(_ -> sheets.kept(missing, book.rules())));
        var unmade = new ArrayList<LocalDate>();
        for (var day : missing) {
            var sheet = kept.get(day);
            int place = book.until(day) - 1;
            if (sheet == null || sheet.version() != book.versions()[place]) {
                unmade.add(day);
            } else {
                book.bodies()[place] = sheet.body();
            }
        }
        for (int done = 0; done < unmade.size(); done += STEP) {
            heard.done(done, unmade.size());
            make(book, unmade.subList(done, Math.min(done + STEP, unmade.size())), zone);
        }
    }

    private void make(Book book, List<LocalDate> days, ZoneId zone) {
        var made = Objects.requireNonNull(reading.execute(_ -> sheets.make(days, zone)));
        var fresh = new ArrayList<Sheets.Made>();
        for (var day : days) {
            int place = book.until(day) - 1;
            book.bodies()[place] = Objects.requireNonNull(made.get(day));
            fresh.add(new Sheets.Made(day, book.versions()[place], book.bodies()[place]));
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        try {
            writing.executeWithoutResult(_ -> sheets.keep(fresh, book.rules()));
        } catch (DataAccessException e) {
            log.warn("Could not keep the day sheets of Orbit; the next reader makes them again", e);
        }
    }

    /// Within somebody's own changes, which may never come to hold, nothing is kept. What was kept
    /// before may be used there: whoever raised a day's version holds it until the end.
    static boolean changing() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    private synchronized @Nullable Book known(String rules) {
        var known = all.get(Here.community());
        return known == null || !known.rules().equals(rules) ? null : known;
    }

    /// A book of fewer days does not take the place of one that has them too.
    private synchronized void keep(Book book, @Nullable Book known) {
        if (known != null && known.days() > book.days()) {
            return;
        }
        all.put(Here.community(), book);
        long sum = all.values().stream().mapToLong(Book::bytes).sum();
        var eldest = all.values().iterator();
        while (sum > MOST && all.size() > 1) {
            sum -= eldest.next().bytes();
            eldest.remove();
        }
    }
}
