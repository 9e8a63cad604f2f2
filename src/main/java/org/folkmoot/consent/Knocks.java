package org.folkmoot.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the public page from being used to fill somebody's mailbox. Only digests are kept, for a
/// day.
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Knocks {

    private static final Duration MEMORY = Duration.ofDays(1);

    private final JdbcClient db;

    Knocks(JdbcClient db) {
        this.db = db;
    }

    /// Counts one, unless there were too many: also of many at once.
    ///
    /// @param who a network address or a mail address
    /// @param most within `span`, which is a day at most
    /// @return whether it may go on
    boolean may(String who, int most, Duration span, Instant now) {
        var digest = digest(who);
        db.sql("select pg_advisory_xact_lock(hashtextextended(:digest, 11))")
                .param("digest", digest)
                .query((_, _) -> "")
                .single();
        db.sql(
                        "delete from consent.knock where community_id = folkmoot.community() and at < :before")
                .param("before", Asks.utc(now.minus(MEMORY)))
                .update();
        var before =
                db.sql(
                                """
                                select count(*) from consent.knock
                                where community_id = folkmoot.community() and digest = :digest and at > :since
                                """)
                        .param("digest", digest)
                        .param("since", Asks.utc(now.minus(span)))
                        .query(Long.class)
                        .single();
        if (before >= most) {
            return false;
        }
        db.sql(
                        """
                        insert into consent.knock (community_id, digest, at)
                        values (folkmoot.community(), :digest, :at)
                        """)
                .param("digest", digest)
                .param("at", Asks.utc(now))
                .update();
        return true;
    }

    private static String digest(String who) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(who.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
