package org.folkmoot.sources.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What subscribers are told, and how far each telling is.
@Repository
@Transactional
class Tellings {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final String HERE = "where community_id = folkmoot.community() and ";

    private final JdbcClient db;

    Tellings(JdbcClient db) {
        this.db = db;
    }

    /// How far a feed was gathered for a subscriber; null when it never was.
    @Transactional(readOnly = true)
    @Nullable Long place(long subscriber, String feed) {
        return db.sql(
                        "select last from sources.subscriber_place "
                                + HERE
                                + "subscriber_id = :subscriber and feed = :feed")
                .param("subscriber", subscriber)
                .param("feed", feed)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    void place(long subscriber, String feed, long last) {
        db.sql(
                        """
                        insert into sources.subscriber_place (community_id, subscriber_id, feed, last)
                        values (folkmoot.community(), :subscriber, :feed, :last)
                        on conflict (community_id, subscriber_id, feed) do update set last = excluded.last
                        """)
                .param("subscriber", subscriber)
                .param("feed", feed)
                .param("last", last)
                .update();
    }

    /// What was gathered, and how far: both or neither.
    void gather(Subscriber to, String community, Feed feed, Feed.Page page, Instant now) {
        page.all().stream()
                .filter(one -> to.wants().contains(one.type()))
                .forEach(
                        one ->
                                add(
                                        to,
                                        feed.key() + "-" + one.number(),
                                        one.type(),
                                        body(community, one.type(), one.at(), one.data()),
                                        now));
        place(to.id(), feed.key(), page.last());
    }

    static String body(String community, String type, Instant at, Map<String, ?> data) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("timestamp", at.toString());
        body.put("community", community);
        body.put("data", data);
        return JsonMapper.shared().writeValueAsString(body);
    }

    void add(Subscriber to, String name, String type, String body, Instant now) {
        db.sql(
                        """
                        insert into sources.telling (community_id, subscriber_id, name, type, body, made_at, next_at)
                        values (folkmoot.community(), :subscriber, :name, :type, :body, :now, :now)
                        on conflict (community_id, subscriber_id, name) do nothing
                        """)
                .param("subscriber", to.id())
                .param("name", name)
                .param("type", type)
                .param("body", body)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional(readOnly = true)
    List<Telling> due(long subscriber, Instant now, int most) {
        return select(
                        "subscriber_id = :subscriber and state = 'waiting' and next_at <= :now order by id limit :most")
                .param("subscriber", subscriber)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Telling::read)
                .list();
    }

    /// The newest first.
    ///
    /// @param before only those with a smaller number; 0 for all
    @Transactional(readOnly = true)
    List<Telling> of(long subscriber, long before, int most) {
        return select(
                        "subscriber_id = :subscriber and (:before = 0 or id < :before) order by id desc limit :most")
                .param("subscriber", subscriber)
                .param("before", before)
                .param("most", most)
                .query(Telling::read)
                .list();
    }

    @Transactional(readOnly = true)
    Telling get(long subscriber, long id) {
        return select("subscriber_id = :subscriber and id = :id")
                .param("subscriber", subscriber)
                .param("id", id)
                .query(Telling::read)
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("This event"));
    }

    private JdbcClient.StatementSpec select(String which) {
        return db.sql(
                "select %s from sources.telling %s %s".formatted(Telling.COLUMNS, HERE, which));
    }

    void done(long id, Instant now) {
        db.sql(
                        "update sources.telling set state = 'done', tries = tries + 1, problem = null, ended_at = :now "
                                + HERE
                                + "id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /// @param next null when it is given up
    void failed(long id, String problem, @Nullable Instant next, Instant now) {
        db.sql(
                        """
                        update sources.telling set tries = tries + 1, problem = :problem, next_at = coalesce(:next, next_at),
                            state = case when :next::timestamptz is null then 'dead' else state end,
                            ended_at = case when :next::timestamptz is null then :now::timestamptz end
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("problem", problem)
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /// Has it told again under the same name, whatever became of it.
    void again(long id, Instant now) {
        db.sql(
                        """
                        update sources.telling set state = 'waiting', tries = 0, problem = null, ended_at = null, next_at = :now
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /// The same for all that were given up.
    int againDead(long subscriber, Instant now) {
        return db.sql(
                        """
                        update sources.telling set state = 'waiting', tries = 0, problem = null, ended_at = null, next_at = :now
                        where community_id = folkmoot.community() and subscriber_id = :subscriber and state = 'dead'
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("subscriber", subscriber)
                .update();
    }

    /// Forgets old ones, also those that nobody ever took.
    void tidy(Instant now) {
        db.sql("delete from sources.telling " + HERE + "made_at < :then")
                .param("then", now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
