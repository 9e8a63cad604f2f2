package org.folkmoot.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What was chosen on the public page and waits for its confirmation.
@Repository
@Transactional
class Openings {

    /// For how long the link holds.
    static final Duration LIFE = Duration.ofDays(2);

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient db;

    Openings(JdbcClient db) {
        this.db = db;
    }

    /// @param versions of the words that were seen, as many as purposes
    record Opening(
            long id,
            String address,
            List<String> purposes,
            List<Integer> versions,
            Instant expiresAt,
            boolean used) {}

    /// @return its id
    long add(String address, List<Purposes.Known> chosen, Instant now) {
        db.sql(
                        """
                        delete from consent.opening where community_id = folkmoot.community() and expires_at < :before
                        """)
                .param("before", Asks.utc(now.minus(KEPT)))
                .update();
        return db.sql(
                        """
                        insert into consent.opening (community_id, address, purposes, versions, at, expires_at)
                        values (folkmoot.community(), :address, :purposes, :versions, :at, :expires) returning id
                        """)
                .param("address", address)
                .param("purposes", chosen.stream().map(Purposes.Known::key).toArray(String[]::new))
                .param(
                        "versions",
                        chosen.stream().map(Purposes.Known::version).toArray(Integer[]::new))
                .param("at", Asks.utc(now))
                .param("expires", Asks.utc(now.plus(LIFE)))
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    Optional<Opening> find(long id) {
        return db.sql(
                        """
                        select id, address, purposes, versions, expires_at, used_at is not null from consent.opening
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("id", id)
                .query(
                        (row, _) ->
                                new Opening(
                                        row.getLong(1),
                                        row.getString(2),
                                        List.of((String[]) row.getArray(3).getArray()),
                                        List.of((Integer[]) row.getArray(4).getArray()),
                                        Objects.requireNonNull(
                                                        row.getObject(5, OffsetDateTime.class))
                                                .toInstant(),
                                        row.getBoolean(6)))
                .optional();
    }

    /// @return whether it was there to be used, and nobody was quicker
    boolean use(long id, Instant now) {
        return db.sql(
                                """
                                update consent.opening set used_at = :now
                                where community_id = folkmoot.community() and id = :id and used_at is null and expires_at > :now
                                """)
                        .param("id", id)
                        .param("now", Asks.utc(now))
                        .update()
                > 0;
    }
}
