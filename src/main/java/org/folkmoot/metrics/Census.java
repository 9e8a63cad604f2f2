package org.folkmoot.metrics;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Knows who belongs to the community. Whoever has changed is read again, and nobody else.
@Component
class Census {

    /// So many changes are worth adding up.
    private static final long MANY = 1000;

    /// So many are read one by one; when more have changed, all are read.
    private static final int FEW = 20_000;

    private final CensusRows rows;
    private final Chosen chosen;
    private final Acquaintances kept = new Acquaintances();
    private final ReentrantLock reading = new ReentrantLock();

    Census(CensusRows rows, Chosen chosen) {
        this.rows = rows;
        this.chosen = chosen;
    }

    /// As of the running transaction's moment, or of one that another reader has just seen.
    People people(Sheets.Notes notes) {
        if (!notes.alone()) {
            return rows.all().people();
        }
        var stirred = rows.stirred();
        if (stirred.rows() > MANY) {
            notes.after(rows::settle);
        }
        var known = kept.of(Here.community());
        if (known != null && known.times() >= stirred.times()) {
            return known.people();
        }
        // who comes at the same time waits rather than read all of them, too
        reading.lock();
        try {
            return read(stirred, notes);
        } finally {
            reading.unlock();
        }
    }

    private People read(CensusRows.Stirred stirred, Sheets.Notes notes) {
        var known = kept.of(Here.community());
        if (known != null && known.times() >= stirred.times()) {
            return known.people();
        }
        var changed = known == null ? null : changed(known, stirred.times(), notes);
        var roll = changed == null ? rows.all() : changed;
        var people = roll.people();
        kept.keep(
                Here.community(),
                new Acquaintances.Kept(stirred.times(), stirred.moment(), roll, people));
        return people;
    }

    /// Null when it is not told who has changed, or when so many have that all may be read.
    private @Nullable Roll changed(Acquaintances.Kept known, long times, Sheets.Notes notes) {
        var told = rows.since(known.moment());
        if (known.times() + told.transactions() != times) {
            notes.after(rows::settle);
            return null;
        }
        if (told.members().length + told.accounts().length > FEW) {
            return null;
        }
        var now = rows.some(told.members(), told.accounts());
        return known.roll().changed(known.people(), told.members(), told.accounts(), now);
    }

    Map<Root.Name, Long> accounts(Set<Root.Name> names) {
        return rows.accounts(names);
    }

    Scope scope(Filters filters, People people) {
        return kept.scope(Here.community(), people, filters, () -> chosen.by(filters, people));
    }

    /// Microseconds since 1970.
    static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
    }
}
