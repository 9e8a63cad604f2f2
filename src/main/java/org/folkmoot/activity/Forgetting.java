package org.folkmoot.activity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.activity.Row.Key;
import org.folkmoot.members.Cover;
import org.folkmoot.members.Forgotten;
import org.folkmoot.members.Told;
import org.folkmoot.store.CopyIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what was forgotten from coming back with an import: in a page that speaks of it, covers
/// take the place of ids, so that what is here is known again and what is new is counted without
/// its words. See docs/privacy.md.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Forgetting {

    private final JdbcClient db;
    private final Forgotten forgotten;

    Forgetting(JdbcClient db, Forgotten forgotten) {
        this.db = db;
        this.forgotten = forgotten;
    }

    /// What a cover of an activity's id is made within.
    static String within(int source) {
        return "activity " + source;
    }

    /// The page as it may be recorded.
    Page covered(Page page) {
        var here = forgotten.cover();
        if (here.isEmpty()) {
            return page;
        }
        var cover = here.get();
        var theirs = authors(page);
        var fresh = new HashMap<Key, Key>();
        for (var e : page.entries()) {
            if (e.identity() != null && theirs.contains(e.identity())) {
                var key = new Key(e.source(), e.externalId());
                fresh.put(key, covered(cover, key));
            }
        }
        awaited(fresh);
        var covers = known(cover, page);
        covers.putAll(fresh);
        var accounts = accounts(cover, page);
        return covers.isEmpty() && accounts.isEmpty() ? page : under(page, covers, accounts);
    }

    private Set<Long> authors(Page page) {
        var authors = new HashSet<Long>();
        for (var e : page.entries()) {
            if (e.identity() != null) {
                authors.add(e.identity());
            }
        }
        return authors.isEmpty() ? authors : forgotten.among(authors);
    }

    private static Key covered(Cover cover, Key key) {
        return new Key(key.source(), cover.of(within(key.source()), key.id()));
    }

    /// What hangs on these, or was said of them, and came before them.
    private void awaited(Map<Key, Key> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        var keys = List.copyOf(fresh.keySet());
        for (var sql :
                List.of(
                        """
                        update activity.activity a set parent_external = k.cover
                        from unnest(:sources::integer[], :ids::text[], :covers::text[]) k(source_id, external_id, cover)
                        where a.community_id = folkmoot.community() and a.source_id = k.source_id
                            and a.parent_external = k.external_id and a.parent_id is null and a.parent_external is not null
                        """,
                        """
                        delete from activity.mark m
                        using unnest(:sources::integer[], :ids::text[], :covers::text[]) k(source_id, external_id, cover)
                        where m.community_id = folkmoot.community() and m.source_id = k.source_id
                            and m.external_id = k.external_id and m.what = 'edited'
                        """,
                        """
                        update activity.mark m set external_id = k.cover
                        from unnest(:sources::integer[], :ids::text[], :covers::text[]) k(source_id, external_id, cover)
                        where m.community_id = folkmoot.community() and m.source_id = k.source_id
                            and m.external_id = k.external_id and k.external_id <> k.cover
                        """)) {
            db.sql(sql)
                    .param("sources", keys.stream().map(Key::source).toArray(Integer[]::new))
                    .param("ids", CopyIn.array(keys.stream().map(Key::id).toList()))
                    .param(
                            "covers",
                            CopyIn.array(
                                    keys.stream()
                                            .map(k -> Objects.requireNonNull(fresh.get(k)).id())
                                            .toList()))
                    .update();
        }
    }

    /// The ids of this page that are here under cover.
    private Map<Key, Key> known(Cover cover, Page page) {
        var named = new HashMap<Key, Key>();
        for (var e : page.entries()) {
            named(named, cover, e.source(), e.externalId());
            named(named, cover, e.source(), e.parent());
        }
        page.marks().forEach(m -> named(named, cover, m.source(), m.externalId()));
        page.edits().forEach(e -> named(named, cover, e.source(), e.externalId()));
        page.sightings().forEach(s -> named(named, cover, s.source(), s.externalId()));
        var here = named.isEmpty() ? Set.<Key>of() : here(named.values());
        named.values().retainAll(here);
        return named;
    }

    private static void named(Map<Key, Key> named, Cover cover, int source, @Nullable String id) {
        if (id != null) {
            var key = new Key(source, id);
            named.computeIfAbsent(key, k -> covered(cover, k));
        }
    }

    private Set<Key> here(Collection<Key> covers) {
        return new HashSet<>(
                db.sql(
                                """
                                select a.source_id, a.external_id
                                from unnest(:sources::integer[], :ids::text[]) k(source_id, external_id)
                                join activity.activity a on a.community_id = folkmoot.community()
                                    and a.source_id = k.source_id and a.external_id = k.external_id
                                """)
                        .param("sources", covers.stream().map(Key::source).toArray(Integer[]::new))
                        .param("ids", CopyIn.array(covers.stream().map(Key::id).toList()))
                        .query((row, _) -> new Key(row.getInt(1), row.getString(2)))
                        .list());
    }

    /// Who is mentioned in this page and here under cover.
    private Map<Key, String> accounts(Cover cover, Page page) {
        var mentioned = new HashSet<Key>();
        for (var e : page.entries()) {
            e.content().mentions().forEach(id -> mentioned.add(new Key(e.source(), id)));
        }
        if (mentioned.isEmpty()) {
            return Map.of();
        }
        var names = sources();
        var keys =
                mentioned.stream()
                        .filter(k -> names.containsKey(k.source()))
                        .collect(
                                Collectors.toMap(
                                        k ->
                                                new Told.Key(
                                                        Objects.requireNonNull(
                                                                names.get(k.source())),
                                                        k.id()),
                                        k -> k));
        var found = new HashMap<Key, String>();
        forgotten
                .among(cover, keys.keySet())
                .forEach(
                        (told, kept) ->
                                found.put(Objects.requireNonNull(keys.get(told)), kept.id()));
        return found;
    }

    private Map<Integer, String> sources() {
        var names = new HashMap<Integer, String>();
        db.sql("select id, key from activity.source where community_id = folkmoot.community()")
                .query((row, _) -> names.put(row.getInt(1), row.getString(2)))
                .list();
        return names;
    }

    private static Page under(Page page, Map<Key, Key> covers, Map<Key, String> accounts) {
        var entries = new ArrayList<Entry>(page.entries().size());
        for (var e : page.entries()) {
            entries.add(
                    Under.of(
                            e,
                            id -> covers.getOrDefault(new Key(e.source(), id), new Key(0, id)).id(),
                            id -> accounts.getOrDefault(new Key(e.source(), id), id)));
        }
        var marks = new ArrayList<Page.Mark>(page.marks().size());
        for (var m : page.marks()) {
            var cover = covers.get(new Key(m.source(), m.externalId()));
            marks.add(
                    cover == null
                            ? m
                            : new Page.Mark(m.source(), cover.id(), m.what(), null, m.at()));
        }
        var edits =
                page.edits().stream()
                        .filter(e -> !covers.containsKey(new Key(e.source(), e.externalId())))
                        .toList();
        var sightings = new ArrayList<Page.Sighting>(page.sightings().size());
        for (var s : page.sightings()) {
            var cover = covers.get(new Key(s.source(), s.externalId()));
            sightings.add(
                    cover == null
                            ? s
                            : new Page.Sighting(s.source(), cover.id(), s.there(), null, s.at()));
        }
        return new Page(entries, marks, edits, sightings);
    }
}
