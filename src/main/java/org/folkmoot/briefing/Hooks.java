package org.folkmoot.briefing;

import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The channel of the team of the community we are in. Its address is never shown again.
@Repository
@Transactional
class Hooks {

    private final JdbcClient db;
    private final HookSeal seal;
    private final HookLine line;
    private final Trail trail;

    Hooks(JdbcClient db, HookSeal seal, HookLine line, Trail trail) {
        this.db = db;
        this.seal = seal;
        this.line = line;
        this.trail = trail;
    }

    /// What may be told of it.
    ///
    /// @param readable whether its address can still be opened here
    record Known(String host, String by, boolean readable) {}

    @Transactional(readOnly = true)
    Optional<Known> here() {
        return db.sql(
                        "select host, by, sealed from briefing.hook where community_id = folkmoot.community()")
                .query(
                        (row, _) ->
                                new Known(
                                        row.getString(1),
                                        row.getString(2),
                                        seal.open(row.getBytes(3)).isPresent()))
                .optional();
    }

    void keep(String address) {
        var uri = line.usable(address);
        db.sql(
                        """
                        insert into briefing.hook (community_id, sealed, host, by) values (folkmoot.community(), :sealed, :host, :by)
                        on conflict (community_id) do update
                            set sealed = excluded.sealed, host = excluded.host, by = excluded.by, at = now()
                        """)
                .param("sealed", seal.seal(uri.toString()))
                .param("host", uri.getHost())
                .param("by", Trail.who())
                .update();
        trail.record("channel set", "channel", uri.getHost(), Map.of());
    }

    void forget() {
        db.sql("delete from briefing.hook where community_id = folkmoot.community()").update();
        trail.record("channel removed", "channel", null, Map.of());
    }

    /// A secret: for whoever writes there alone.
    @Transactional(readOnly = true)
    Optional<String> address() {
        return db.sql("select sealed from briefing.hook where community_id = folkmoot.community()")
                .query(byte[].class)
                .optional()
                .flatMap(seal::open);
    }
}
