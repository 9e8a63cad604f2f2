package org.folkmoot.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The posts of a thread and what was done to each.
@Repository
@Transactional(readOnly = true)
class Posts {

    /// Signs on a post, not posts of their own.
    private static final String SIGNS = "('reaction', 'vote')";

    private static final int CHARACTERS = 100_000;

    private final JdbcClient db;

    Posts(JdbcClient db) {
        this.db = db;
    }

    /// @param before identity of who wrote what this answers
    record Post(Item item, boolean pinned, List<String> files, @Nullable Long before) {}

    /// @param at when this text gave way to the next; null when it was the first
    record Earlier(@Nullable String title, @Nullable String text, @Nullable Instant at) {}

    record Sign(String sign, long times) {}

    Optional<Post> one(long id) {
        return select("a.id = :id", "").param("id", id).query(Posts::read).optional();
    }

    /// The replies of a thread in the order of time.
    List<Post> replies(long thread, Cursor after, int most) {
        return select(
                        "a.thread_id = :thread and a.thread_id <> a.id and a.kind not in "
                                + SIGNS
                                + " and (a.at, a.id) > (:at, :id)",
                        "order by a.at, a.id limit :most")
                .param("thread", thread)
                .param("at", after.time())
                .param("id", after.id())
                .param("most", most)
                .query(Posts::read)
                .list();
    }

    /// How often each kind of thing was done in a thread, most frequent first; what was deleted
    /// still has its place among the posts.
    Map<Kind, Long> doings(long thread) {
        var doings = new LinkedHashMap<Kind, Long>();
        db.sql(
                        """
                        select a.kind, sum(%s) from activity.activity a
                        where a.community_id = folkmoot.community() and a.thread_id = :thread and a.thread_id <> a.id
                            and (a.counted or a.kind not in %s)
                        group by 1 order by 2 desc, 1
                        """
                                .formatted(Item.TIMES, SIGNS))
                .param("thread", thread)
                .query((row, _) -> doings.put(Kind.of(row.getString(1)), row.getLong(2)))
                .list();
        return doings;
    }

    private JdbcClient.StatementSpec select(String where, String order) {
        return db.sql(
                """
                select %s, a.pinned, a.files,
                    (select b.identity_id from activity.activity b where b.community_id = a.community_id and b.id = a.parent_id)
                from activity.activity a
                join activity.source s on s.community_id = a.community_id and s.id = a.source_id
                left join activity.place p on p.community_id = a.community_id and p.id = a.place_id
                where a.community_id = folkmoot.community() and %s %s
                """
                        .formatted(Item.COLUMNS.formatted(CHARACTERS), where, order));
    }

    private static Post read(ResultSet row, int number) throws SQLException {
        return new Post(
                Item.read(row, false),
                row.getBoolean(21),
                List.of((String[]) row.getArray(22).getArray()),
                Item.number(row, 23));
    }

    /// The reactions to these posts, most frequent first.
    Map<Long, List<Sign>> signs(Collection<Long> posts) {
        var signs = new HashMap<Long, List<Sign>>();
        db.sql(
                        """
                        select a.parent_id, coalesce(nullif(a.text, ''), a.kind), sum(%s) from activity.activity a
                        where a.community_id = folkmoot.community() and a.parent_id = any(:ids) and a.kind in %s and a.counted
                        group by 1, 2 order by 1, 3 desc, 2
                        """
                                .formatted(Item.TIMES, SIGNS))
                .param("ids", posts.toArray(Long[]::new))
                .query(
                        (row, _) ->
                                signs.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                        .add(new Sign(row.getString(2), row.getLong(3))))
                .list();
        return signs;
    }

    /// What these posts said before, newest first; not when they only were mentioned without a
    /// text.
    Map<Long, List<Earlier>> versions(Collection<Long> posts) {
        var versions = new HashMap<Long, List<Earlier>>();
        db.sql(
                        """
                        select v.activity_id, v.title, left(v.text, 20000), v.edited_at from activity.version v
                        where v.community_id = folkmoot.community() and v.activity_id = any(:ids) and v.text <> ''
                        order by v.activity_id, v.edited_at desc nulls last, v.digest
                        """)
                .param("ids", posts.toArray(Long[]::new))
                .query(
                        (row, _) ->
                                versions.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                        .add(
                                                new Earlier(
                                                        row.getString(2),
                                                        row.getString(3),
                                                        Item.instant(row, 4))))
                .list();
        return versions;
    }
}
