package org.folkmoot.privacy;

import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.connectors.Hindrance;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Whether people of this community were forgotten elsewhere, under a key that did not come along.
/// Nobody could tell them again, so until the key is here nobody is let in.
@Repository
@Transactional
public class UnknownKey implements Hindrance {

    private static final String WHAT =
            "People were forgotten in the Folkmoot that this community came from, and the key by which they are"
                    + " known again is not here. There: folkmoot privacy list -o FILE; here: folkmoot privacy"
                    + " reapply FILE. Until then an import could bring them back.";

    private final JdbcClient db;
    private final Trail trail;

    UnknownKey(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> why() {
        return fingerprint().map(_ -> WHAT);
    }

    /// @throws Refusal.Unusable while the key is not here
    @Transactional(readOnly = true)
    public void mustNotBe() {
        if (fingerprint().isPresent()) {
            throw new Refusal.Unusable(WHAT);
        }
    }

    @Transactional(readOnly = true)
    Optional<String> fingerprint() {
        return db.sql(
                        "select fingerprint from privacy.unknown_key where community_id = folkmoot.community()")
                .query(String.class)
                .optional();
    }

    /// @return false when one of another is missing already
    boolean misses(String fingerprint) {
        db.sql(
                        """
                        insert into privacy.unknown_key (community_id, fingerprint) values (folkmoot.community(), :fingerprint)
                        on conflict do nothing
                        """)
                .param("fingerprint", fingerprint)
                .update();
        return fingerprint().equals(Optional.of(fingerprint));
    }

    /// The key is here.
    void found() {
        db.sql("delete from privacy.unknown_key where community_id = folkmoot.community()")
                .update();
    }

    /// Goes on without it: whoever was forgotten elsewhere is a stranger here and may come back.
    ///
    /// @return false when none is missing
    public boolean giveUp() {
        if (fingerprint().isEmpty()) {
            return false;
        }
        found();
        trail.record("key of the forgotten given up", "community", "", Map.of());
        return true;
    }
}
