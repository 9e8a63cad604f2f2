package org.folkmoot.access;

import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What the links of a community are signed with: 256 random bits, made when they are first needed.
@Repository
@Transactional
class LinkKeys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;

    LinkKeys(JdbcClient db) {
        this.db = db;
    }

    byte[] key() {
        return find().orElseGet(this::make);
    }

    /// Whoever is second takes the key of whoever was first.
    private byte[] make() {
        var fresh = new byte[32];
        RANDOM.nextBytes(fresh);
        db.sql(
                        """
                        insert into access.link_key (community_id, key)
                        values (folkmoot.community(), :key) on conflict do nothing
                        """)
                .param("key", fresh)
                .update();
        return find().orElseThrow();
    }

    private Optional<byte[]> find() {
        return db.sql("select key from access.link_key where community_id = folkmoot.community()")
                .query(byte[].class)
                .optional();
    }
}
