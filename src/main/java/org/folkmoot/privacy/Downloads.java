package org.folkmoot.privacy;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.folkmoot.access.SignedLinks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The links that open somebody's own copy: signed, for a week, once.
@Repository
@Transactional
class Downloads {

    static final Duration LIFE = Duration.ofDays(7);

    private static final String PURPOSE = "privacy copy";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final SignedLinks links;
    private final Clock clock;

    Downloads(JdbcClient db, SignedLinks links, Clock clock) {
        this.db = db;
        this.links = links;
        this.clock = clock;
    }

    /// A new link for a request; one made before no longer opens anything.
    String make(long request) {
        var secret = new byte[16];
        RANDOM.nextBytes(secret);
        var download = HexFormat.of().formatHex(secret);
        db.sql(
                        """
                        update privacy.request set download = :download, download_until = :until
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("download", download)
                .param("until", clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
                .param("id", request)
                .update();
        return links.sign(PURPOSE, request + "." + download);
    }

    /// Whether the link would open something now.
    @Transactional(readOnly = true)
    boolean good(String link) {
        return links.read(PURPOSE, link).isPresent()
                && db.sql(
                                """
                                select count(*) from privacy.request where community_id = folkmoot.community()
                                    and id::text || '.' || download = :said and download_until > :now and put_on is not null
                                """)
                        .param("said", links.read(PURPOSE, link).orElseThrow())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                        .equals(1L);
    }

    /// Opens it, and no other time.
    ///
    /// @return the request; empty when the link is old, used, or nobody's
    Optional<Long> open(String link) {
        return links.read(PURPOSE, link)
                .flatMap(
                        said ->
                                db.sql(
                                                """
                                                update privacy.request set download = null, download_until = null
                                                where community_id = folkmoot.community() and id::text || '.' || download = :said
                                                    and download_until > :now and put_on is not null
                                                returning id
                                                """)
                                        .param("said", said)
                                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                                        .query(Long.class)
                                        .optional());
    }
}
