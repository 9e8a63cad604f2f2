package org.folkmoot.identity;

import org.folkmoot.members.AccountsLeave;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Forgets what was ever said of accounts that are taken away: whoever was one person by way of
/// them is so no more.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Leaving {

    private final Settling settling;
    private final WhoIsWho known;
    private final JdbcClient db;

    Leaving(Settling settling, WhoIsWho known, JdbcClient db) {
        this.settling = settling;
        this.known = known;
        this.db = db;
    }

    @EventListener
    void leave(AccountsLeave gone) {
        var was = settling.ground(gone.identities()).before();
        forget(
                gone,
                """
                delete from identity.step where community_id = folkmoot.community()
                    and (one_identity = any(:ids) or other_identity = any(:ids))
                """);
        forget(
                gone,
                """
                with gone as (delete from identity.trait
                    where community_id = folkmoot.community() and identity_id = any(:ids) returning identity_id)
                update identity.tally set identities = identities - (select count(distinct identity_id) from gone)
                where community_id = folkmoot.community()
                """);
        settling.settle(new Ground(was, known.look(was.all()).after()));
    }

    private void forget(AccountsLeave gone, String sql) {
        db.sql(sql).param("ids", gone.identities().toArray(Long[]::new)).update();
    }
}
