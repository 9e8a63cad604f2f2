package org.folkmoot.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.store.CopyIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads the ledger for those who record: what is here of the rows a page speaks of.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class LedgerRows {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private static final String COLUMNS =
            """
            a.id, a.source_id, a.external_id, a.told, a.kind, a.identity_id, a.place_id, a.parent_external, a.parent_id,
            a.thread_id, a.at, a.inferred, a.day, a.counted, a.starts, a.edited_at, a.deleted_at, a.pinned, a.digest,
            p.style, coalesce(activity.views(a.facts), -1)
            """;

    /// Joined at once: one by one, places would take a third of the whole.
    private static final String PLACED =
            "left join activity.place p on p.community_id = a.community_id and p.id = a.place_id";

    private static final Comparator<Row.Key> BY_INDEX =
            Comparator.comparingInt(Row.Key::source).thenComparing(Row.Key::id);
    private static final int FEW = 2_000;

    private final JdbcClient db;

    LedgerRows(JdbcClient db) {
        this.db = db;
    }

    /// Two imports into one community take turns, page by page.
    void oneWriterAtATime() {
        db.sql("select pg_advisory_xact_lock(7263, folkmoot.community())")
                .query((_, _) -> 1)
                .list();
    }

    void lookAgain() {
        db.sql("select activity.look_again()").query((_, _) -> 1).list();
    }

    List<Row> find(Collection<Row.Key> keys) {
        return keyed("a.source_id = k.source_id and a.external_id = k.external_id", keys);
    }

    /// Known rows that wait for one of these as their parent. Hardly any do, so they are asked
    /// first whom they wait for.
    List<Row> waitingFor(Collection<Row.Key> keys) {
        var awaited =
                among(
                        db,
                        """
                        select source_id, parent_external from activity.activity
                        where community_id = folkmoot.community() and parent_id is null and parent_external is not null
                        limit :few
                        """,
                        keys);
        return keyed(
                """
                a.source_id = k.source_id and a.parent_external = k.external_id
                and a.parent_id is null and a.parent_external is not null
                """,
                awaited);
    }

    /// Of these keys those that a query names, if it names only a few; else all of them.
    ///
    /// @param few selects source and external id of at most `:few` rows
    static Collection<Row.Key> among(JdbcClient db, String few, Collection<Row.Key> keys) {
        if (keys.size() <= FEW) {
            return keys;
        }
        var named =
                db.sql(few)
                        .param("few", FEW)
                        .query((row, _) -> new Row.Key(row.getInt(1), row.getString(2)))
                        .list();
        if (named.size() == FEW) {
            return keys;
        }
        var asked = new HashSet<>(named);
        asked.retainAll(keys instanceof Set<?> set ? set : new HashSet<>(keys));
        return asked;
    }

    /// Asked in the index's own order: neighbours are found on the same leaf.
    private List<Row> keyed(String match, Collection<Row.Key> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var sorted = keys.stream().sorted(BY_INDEX).toList();
        return db.sql(
                        """
                        select %s from unnest(:sources::integer[], :ids::text[]) k(source_id, external_id)
                        join activity.activity a on a.community_id = folkmoot.community() and %s %s
                        """
                                .formatted(COLUMNS, match, PLACED))
                .param("sources", sorted.stream().map(Row.Key::source).toArray(Integer[]::new))
                .param("ids", CopyIn.array(sorted.stream().map(Row.Key::id).toList()))
                .query(LedgerRows::read)
                .list();
    }

    List<Row> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(
                                "select %s from activity.activity a %s where a.community_id = folkmoot.community() and a.id = any(:ids)"
                                        .formatted(COLUMNS, PLACED))
                        .param("ids", ids.toArray(Long[]::new))
                        .query(LedgerRows::read)
                        .list();
    }

    /// All that hangs on these, however deep.
    List<Row> hangingOn(Collection<Row> rows) {
        return db.sql(
                        """
                        with recursive hanging as (
                            select c.id from activity.activity c
                            where c.community_id = folkmoot.community() and c.parent_id = any(:ids)
                            union
                            select c.id from hanging h join activity.activity c
                                on c.community_id = folkmoot.community() and c.parent_id = h.id
                        )
                        select %s from hanging h join activity.activity a on a.community_id = folkmoot.community() and a.id = h.id %s
                        """
                                .formatted(COLUMNS, PLACED))
                .param("ids", rows.stream().map(r -> r.id).toArray(Long[]::new))
                .query(LedgerRows::read)
                .list();
    }

    /// When each identity first did, after its time, what says that they are here; else missing.
    Map<Long, Instant> firstAfter(Map<Long, Instant> times) {
        var first = new HashMap<Long, Instant>();
        var ids = List.copyOf(times.keySet());
        db.sql(
                        """
                        select k.id, min(a.at) from unnest(:ids::bigint[], :times::timestamptz[]) k(id, after)
                        join activity.activity a on a.community_id = folkmoot.community() and a.identity_id = k.id
                            and a.at > k.after and a.counted and a.kind = any(:kinds::text[])
                        group by k.id
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("times", CopyIn.array(ids.stream().map(times::get).toList()))
                .param("kinds", Kind.present())
                .query(
                        row -> {
                            first.put(row.getLong(1), row.getTimestamp(2).toInstant());
                        });
        return first;
    }

    /// Gives new rows their places in the ledger.
    void number(List<Row> added) {
        var ids =
                db.sql("select nextval('activity.ledger') from generate_series(1, :many)")
                        .param("many", added.size())
                        .query(Long.class)
                        .list()
                        .iterator();
        added.forEach(row -> row.id = ids.next());
    }

    /// Reads what a known row says, when only a part of it is to be replaced.
    void loadContent(Row row) {
        row.content =
                db.sql(
                                """
                                select title, text, url, edited_at, mentions, files, facts from activity.activity
                                where community_id = folkmoot.community() and id = :id
                                """)
                        .param("id", row.id)
                        .query(
                                (r, _) ->
                                        new Entry.Content(
                                                r.getString(1),
                                                r.getString(2),
                                                r.getString(3),
                                                instant(r, 4),
                                                List.of((String[]) r.getArray(5).getArray()),
                                                List.of((String[]) r.getArray(6).getArray()),
                                                JsonMapper.shared()
                                                        .readValue(r.getString(7), FACTS)))
                        .single();
    }

    private static Row read(ResultSet r, int number) throws SQLException {
        var style = r.getString(20);
        var row =
                new Row(
                        r.getLong(1),
                        new Row.Key(r.getInt(2), r.getString(3)),
                        false,
                        Kind.of(r.getString(4)),
                        java.util.Objects.requireNonNull(instant(r, 11)),
                        r.getObject(13, LocalDate.class),
                        style == null ? Style.OTHER : Style.of(style));
        row.kind = Kind.of(r.getString(5));
        row.identity = number(r, 6);
        row.place = number(r, 7);
        row.parentExternal = r.getString(8);
        row.parentId = number(r, 9);
        row.thread = r.getLong(10);
        row.inferred = r.getBoolean(12);
        row.counted = r.getBoolean(14);
        row.starts = r.getBoolean(15);
        row.edited = instant(r, 16);
        row.deleted = instant(r, 17);
        row.pinned = r.getBoolean(18);
        row.digest = r.getLong(19);
        row.views = r.getLong(21);
        row.accepted = row.kind == Kind.ACCEPTED_ANSWER;
        row.asks = row.told == Kind.MESSAGE && row.kind == Kind.QUESTION;
        return row;
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
