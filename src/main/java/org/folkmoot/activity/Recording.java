package org.folkmoot.activity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.folkmoot.activity.Row.Key;
import org.folkmoot.members.Belonging;

/// One page on its way into the ledger.
final class Recording {

    private final LedgerRows rows;
    private final LedgerWrites writes;
    private final Marks.Kept marks;
    private final Rollups rollups;
    private final Reading reading;
    private final Belonging belonging;
    private final Page page;
    private final ZoneId zone;
    private final Map<Key, Row> here = new HashMap<>();
    private final Set<Row> told = new LinkedHashSet<>();
    private final List<Version> older = new ArrayList<>();
    private int stored;

    /// @param zone in which the community's days are
    Recording(
            LedgerRows rows,
            LedgerWrites writes,
            Marks.Kept marks,
            Rollups rollups,
            Reading reading,
            Belonging belonging,
            Page page,
            ZoneId zone) {
        this.rows = rows;
        this.writes = writes;
        this.marks = marks;
        this.rollups = rollups;
        this.reading = reading;
        this.belonging = belonging;
        this.page = page;
        this.zone = zone;
    }

    Page.Recorded record() {
        load();
        var added = take(page.entries());
        rows.number(added);
        stored += added.size();
        var newMarks = marks.keep(page.marks(), page.edits());
        stored += newMarks.marks().size() + newMarks.edits().size();
        mark(newMarks);
        var moved = new Fates(marks).follow(page.sightings(), newMarks, added, here);
        mark(moved.remembered());
        stored += moved.marks();
        moved.fates().forEach(this::meet);
        link(added);
        var touched = settle();
        stored += writes.versions(older);
        writes.write(touched);
        reading.wrote((int) touched.stream().filter(row -> row.content != null).count());
        var people = rollups.follow(touched, zone);
        var all =
                page.entries().size() + page.marks().size() + page.edits().size() + moved.sighted();
        return new Page.Recorded(stored, all - stored, added.size(), people);
    }

    /// Works out anew what follows for rows that are here.
    ///
    /// @param first what to say of each of them before
    void again(Collection<Long> ids, Consumer<Row> first) {
        keep(rows.byIds(ids));
        here.values().forEach(first);
        told.addAll(here.values());
        var touched = settle();
        writes.write(touched);
        rollups.follow(touched, zone);
    }

    private void load() {
        var keys = new LinkedHashSet<Key>();
        for (var e : page.entries()) {
            keys.add(new Key(e.source(), e.externalId()));
            if (e.parent() != null) {
                keys.add(new Key(e.source(), e.parent()));
            }
        }
        page.marks().forEach(m -> keys.add(new Key(m.source(), m.externalId())));
        page.edits().forEach(e -> keys.add(new Key(e.source(), e.externalId())));
        page.sightings().forEach(s -> keys.add(new Key(s.source(), s.externalId())));
        keep(rows.find(keys));
    }

    private void keep(Collection<Row> found) {
        for (var row : found) {
            if (here.putIfAbsent(row.key, row) == null) {
                row.remember();
            }
        }
    }

    private List<Row> take(List<Entry> entries) {
        var added = new ArrayList<Row>();
        for (var entry : entries) {
            var day = entry.at().atZone(zone).toLocalDate();
            var key = new Key(entry.source(), entry.externalId());
            var row = here.get(key);
            if (row == null) {
                row = Row.fresh(entry, day);
                if (row.forgotten()) {
                    row.silence();
                }
                here.put(key, row);
                told.add(row);
                added.add(row);
            } else if (!row.forgotten() && row.digest != Digest.of(entry)) {
                versionOf(row, entry, day);
            }
        }
        return added;
    }

    private void versionOf(Row row, Entry entry, LocalDate day) {
        var digest = Digest.of(entry);
        if (row.yieldsTo(entry.content().edited(), entry.content().views(), digest)) {
            older.add(row.content == null ? Version.kept(row) : Version.of(row));
            row.become(entry, day);
            told.add(row);
        } else {
            older.add(Version.of(row, entry, digest));
        }
    }

    private void mark(Marks marks) {
        for (var mark : marks.marks()) {
            var row = here.get(new Key(mark.source(), mark.externalId()));
            if (row != null) {
                apply(row, mark);
            }
        }
        for (var edit : marks.edits()) {
            var row = here.get(new Key(edit.source(), edit.externalId()));
            if (row != null) {
                apply(row, edit);
            }
        }
    }

    private void meet(Key key, Fate fate) {
        var row = here.get(key);
        if (row != null) {
            row.deleted = fate.gone() ? Objects.requireNonNullElse(fate.deletedAt(), row.at) : null;
            told.add(row);
        }
    }

    private void apply(Row row, Page.Mark mark) {
        told.add(row);
        switch (mark.what()) {
            case DELETED, RESTORED -> {} // see Fates
            case ACCEPTED -> row.accepted = true;
            case PINNED -> row.pinned = true;
        }
    }

    private void apply(Row row, Page.Edit edit) {
        var digest = Digest.of(edit.text(), edit.at());
        if (row.digest == digest || row.forgotten()) {
            return;
        }
        if (!row.yieldsTo(edit.at(), row.views, digest)) {
            older.add(Version.of(row, edit, digest));
            return;
        }
        if (row.content == null) {
            rows.loadContent(row);
        }
        older.add(Version.of(row));
        row.edit(edit.text(), edit.at(), digest);
        told.add(row);
    }

    private void link(List<Row> added) {
        for (var row : told) {
            link(row);
        }
        var waiting = rows.waitingFor(added.stream().map(r -> r.key).toList());
        keep(waiting);
        for (var found : waiting) {
            var row = Objects.requireNonNull(here.get(found.key));
            link(row);
            told.add(row);
        }
    }

    private void link(Row row) {
        if (row.parentExternal != null && row.parent == null && row.parentId == null) {
            var parent = here.get(new Key(row.key.source(), row.parentExternal));
            if (parent != null && !Threads.wouldCircle(row, parent)) {
                row.hangOn(parent);
            }
        }
    }

    /// Works out all rows that may have changed: those told of, and what hangs on known ones.
    private List<Row> settle() {
        var open = new LinkedHashSet<>(told);
        var known = told.stream().filter(r -> !r.fresh).toList();
        if (!known.isEmpty()) {
            var hanging = rows.hangingOn(known);
            keep(hanging);
            hanging.forEach(r -> open.add(Objects.requireNonNull(here.get(r.key))));
            connect(open);
        }
        Whose.tell(open, belonging);
        Threads.settle(open);
        return open.stream().filter(r -> r.fresh || r.content != null || r.reshaped()).toList();
    }

    /// Gives known rows their parents, reading those that are not at hand.
    private void connect(Set<Row> open) {
        var byId = new HashMap<Long, Row>();
        here.values().forEach(r -> byId.put(r.id, r));
        var missing = new HashSet<Long>();
        for (var row : open) {
            if (row.parent == null && row.parentId != null && !byId.containsKey(row.parentId)) {
                missing.add(row.parentId);
            }
        }
        var parents = rows.byIds(missing);
        keep(parents);
        parents.forEach(r -> byId.put(r.id, Objects.requireNonNull(here.get(r.key))));
        for (var row : open) {
            if (row.parent == null && row.parentId != null) {
                row.parent = byId.get(row.parentId);
            }
        }
    }
}
