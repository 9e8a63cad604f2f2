package org.folkmoot.sources.hearing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.folkmoot.sources.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The calls of a community's platforms, and what became of them.
@Repository
@Transactional
public class Calls {

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int LONGEST_NAME = 400;
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};
    private static final List<String> NOT_KEPT =
            List.of("secret", "token", "authorization", "cookie", "signature");

    /// A call that was taken.
    public record Kept(
            long id, long source, Call call, Instant cameAt, int tries, @Nullable String problem) {}

    private final JdbcClient db;
    private final JdbcTemplate batch;
    private final Clock clock;

    Calls(JdbcClient db, JdbcTemplate batch, Clock clock) {
        this.db = db;
        this.batch = batch;
        this.clock = clock;
    }

    /// Those that came before are passed over.
    void keep(List<CallStore.Coming> coming) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        batch.batchUpdate(
                """
                insert into sources.call (community_id, source_id, delivery, query, headers, body, came_at, next_at)
                values (folkmoot.community(), ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?) on conflict do nothing
                """,
                coming,
                coming.size(),
                (row, one) -> {
                    row.setLong(1, one.source());
                    row.setString(2, name(one.delivery()));
                    row.setString(
                            3, JsonMapper.shared().writeValueAsString(kept(one.call().query())));
                    row.setString(
                            4, JsonMapper.shared().writeValueAsString(kept(one.call().headers())));
                    row.setBytes(5, one.call().body());
                    row.setObject(6, now);
                    row.setObject(7, now);
                });
    }

    private static String name(String delivery) {
        var name = delivery.replace("\0", "");
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    /// Nothing that proves who called: that was looked at, and must not lie about.
    private static Map<String, String> kept(Map<String, String> fields) {
        return fields.entrySet().stream()
                .filter(f -> NOT_KEPT.stream().noneMatch(f.getKey()::contains))
                .filter(f -> !f.getKey().equals(Call.KEY))
                .collect(Collectors.toMap(Map.Entry::getKey, f -> f.getValue().replace("\0", "")));
    }

    /// Sources that are not paused and have calls to be worked on.
    @Transactional(readOnly = true)
    List<Long> waiting(Instant now) {
        return db.sql(
                        """
                        select s.id from sources.source s
                        where s.community_id = folkmoot.community() and s.state <> 'paused' and exists (
                            select from sources.call c
                            where c.community_id = s.community_id and c.source_id = s.id and c.state = 'waiting' and c.next_at <= :now)
                        order by s.id
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// The first that are due, in the order in which they are.
    ///
    /// @param bytes how large their bodies may be together; the first may be larger
    @Transactional(readOnly = true)
    List<Kept> next(long source, Instant now, int most, long bytes) {
        return select(
                        """
                        id in (
                            select id from (
                                select id, sum(octet_length(body)) over (order by next_at, id) - octet_length(body) as before
                                from (
                                    select id, next_at, body from sources.call
                                    where community_id = folkmoot.community() and source_id = :source
                                        and state = 'waiting' and next_at <= :now
                                    order by next_at, id limit :most) first
                                ) sized
                            where before < :bytes)
                        """,
                        "next_at, id")
                .param("source", source)
                .param("bytes", bytes)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Calls::read)
                .list();
    }

    /// The name of the last that came, of those that begin so.
    @Transactional(readOnly = true)
    Optional<String> lastNamed(long source, String prefix) {
        return db.sql(
                        """
                        select delivery from sources.call
                        where community_id = folkmoot.community() and source_id = :source and starts_with(delivery, :prefix)
                        order by id desc limit 1
                        """)
                .param("source", source)
                .param("prefix", prefix)
                .query(String.class)
                .optional();
    }

    /// Those given up, the newest first.
    @Transactional(readOnly = true)
    public List<Kept> dead(long source, int most) {
        return select("source_id = :source and state = 'dead'", "id desc")
                .param("source", source)
                .param("most", most)
                .query(Calls::read)
                .list();
    }

    private JdbcClient.StatementSpec select(String which, String order) {
        return db.sql(
                """
                select id, source_id, query, headers, body, came_at, tries, problem from sources.call
                where community_id = folkmoot.community() and %s order by %s limit :most
                """
                        .formatted(which, order));
    }

    private static Kept read(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getLong(1),
                row.getLong(2),
                new Call(
                        "POST",
                        JsonMapper.shared().readValue(row.getString(3), MAP),
                        JsonMapper.shared().readValue(row.getString(4), MAP),
                        row.getBytes(5)),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getInt(7),
                row.getString(8));
    }

    void done(Collection<Long> ids) {
        db.sql(
                        """
                        update sources.call set state = 'done', body = '', query = '{}', headers = '{}', problem = null, ended_at = :now
                        where community_id = folkmoot.community() and id = any(:ids)
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /// @param again when it is tried again; null when it is given up
    void failed(long id, String problem, @Nullable Instant again) {
        db.sql(
                        """
                        update sources.call set tries = tries + 1, problem = :problem, next_at = :next,
                            state = case when :dead then 'dead' else 'waiting' end
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("problem", problem)
                .param("next", (again == null ? clock.instant() : again).atOffset(ZoneOffset.UTC))
                .param("dead", again == null)
                .param("id", id)
                .update();
    }

    /// Has those that were given up tried once more.
    public int again(long source) {
        return db.sql(
                        """
                        update sources.call set state = 'waiting', tries = 0, next_at = :now
                        where community_id = folkmoot.community() and source_id = :source and state = 'dead'
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("source", source)
                .update();
    }

    /// Forgets the names of old ones.
    void tidy() {
        db.sql(
                        """
                        delete from sources.call where community_id = folkmoot.community() and state = 'done' and ended_at < :then
                        """)
                .param("then", clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .update();
    }
}
