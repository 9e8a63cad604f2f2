package org.folkmoot.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The API tokens of the community we are in.
@Repository
@Transactional
public class Tokens {

    /// So that a token found in a wrong place is recognised.
    private static final String PREFIX = "folkmoot_";

    private static final String COLUMNS = "id, name, scope, by, at, used_at, revoked_at";

    private final JdbcClient db;
    private final Trail trail;

    Tokens(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// Makes a token.
    ///
    /// @return the token itself, this once
    public String create(String name, Scope scope) {
        if (name.isBlank() || name.length() > 100) {
            throw new Refusal.Unusable("A token's name has 1 to 100 characters.");
        }
        var secret = PREFIX + Secret.next();
        var id =
                db.sql(
                                """
                                insert into access.token (community_id, name, hash, scope, by)
                                values (:community, :name, :hash, :scope, :by) returning id
                                """)
                        .param("community", Here.community().value())
                        .param("name", name.strip())
                        .param("hash", Secret.hash(secret))
                        .param("scope", scope.key())
                        .param("by", Trail.who())
                        .query((row, _) -> row.getLong(1))
                        .single();
        trail.record(
                "token created",
                "token",
                Long.toString(id),
                Map.of("name", name.strip(), "scope", scope.key()));
        return secret;
    }

    @Transactional(readOnly = true)
    List<Token> all() {
        return db.sql(
                        "select %s from access.token where community_id = :community order by at desc, id desc"
                                .formatted(COLUMNS))
                .param("community", Here.community().value())
                .query(Tokens::read)
                .list();
    }

    /// The token that opens with this secret; notes its use, once a minute.
    Optional<Token> open(String secret) {
        return db.sql(
                        """
                        with found as (
                            select %s from access.token
                            where community_id = :community and hash = :hash and revoked_at is null),
                        used as (
                            update access.token t set used_at = now() from found f
                            where t.community_id = :community and t.id = f.id
                              and (f.used_at is null or f.used_at < now() - interval '1 minute'))
                        select %s from found
                        """
                                .formatted(COLUMNS, COLUMNS))
                .param("community", Here.community().value())
                .param("hash", Secret.hash(secret))
                .query(Tokens::read)
                .optional();
    }

    void revoke(long id) {
        var name =
                db.sql(
                                """
                                update access.token set revoked_at = now()
                                where community_id = :community and id = :id and revoked_at is null returning name
                                """)
                        .param("community", Here.community().value())
                        .param("id", id)
                        .query((row, _) -> row.getString(1))
                        .optional()
                        .orElseThrow(() -> new Refusal.NotFound("This token"));
        trail.record("token revoked", "token", Long.toString(id), Map.of("name", name));
    }

    private static Token read(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getLong(1),
                row.getString(2),
                Scope.of(row.getString(3)).orElseThrow(),
                row.getString(4),
                Objects.requireNonNull(instant(row, 5)),
                instant(row, 6),
                instant(row, 7));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
