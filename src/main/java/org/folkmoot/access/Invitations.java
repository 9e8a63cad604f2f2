package org.folkmoot.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The invitations to the community we are in.
@Repository
@Transactional
class Invitations {

    static final Duration LIFE = Duration.ofDays(7);

    private static final String COLUMNS = "id, email, role, by, at, expires_at";
    private static final String OPEN =
            "community_id = :community and accepted_at is null and withdrawn_at is null and expires_at > :now";

    private final JdbcClient db;
    private final Clock clock;

    Invitations(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// An earlier one to the same address ends.
    ///
    /// @return the secret of the link, this once
    String create(String email, Role role) {
        var secret = Secret.next();
        db.sql(
                        "update access.invitation set withdrawn_at = :now where %s and email = :email"
                                .formatted(OPEN))
                .param("community", Here.community().value())
                .param("now", now())
                .param("email", email)
                .update();
        db.sql(
                        """
                        insert into access.invitation (community_id, hash, email, role, by, at, expires_at)
                        values (:community, :hash, :email, :role, :by, :now, :expires)
                        """)
                .param("community", Here.community().value())
                .param("hash", Secret.hash(secret))
                .param("email", email)
                .param("role", role.key())
                .param("by", Trail.who())
                .param("now", now())
                .param("expires", now().plus(LIFE))
                .update();
        return secret;
    }

    @Transactional(readOnly = true)
    public List<Invitation> open() {
        return db.sql(
                        "select %s from access.invitation where %s order by at desc, id desc"
                                .formatted(COLUMNS, OPEN))
                .param("community", Here.community().value())
                .param("now", now())
                .query(Invitations::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Invitation> find(String secret) {
        return db.sql(
                        "select %s from access.invitation where %s and hash = :hash"
                                .formatted(COLUMNS, OPEN))
                .param("community", Here.community().value())
                .param("now", now())
                .param("hash", Secret.hash(secret))
                .query(Invitations::read)
                .optional();
    }

    /// Ends it; false when it was over already, so that it lets in one person only.
    boolean accept(long id) {
        return end(id, "accepted_at");
    }

    boolean withdraw(long id) {
        return end(id, "withdrawn_at");
    }

    private boolean end(long id, String how) {
        return db.sql(
                                "update access.invitation set %s = :now where %s and id = :id"
                                        .formatted(how, OPEN))
                        .param("community", Here.community().value())
                        .param("now", now())
                        .param("id", id)
                        .update()
                > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Invitation read(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getLong(1),
                row.getString(2),
                Role.of(row.getString(3)).orElseThrow(),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
