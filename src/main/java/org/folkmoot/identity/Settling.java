package org.folkmoot.identity;

import java.util.Collection;
import org.folkmoot.activity.Ledger;
import org.folkmoot.members.Belonging;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// How a change of who is who begins and ends: alone, and with everything that depends on it.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Settling {

    private final WhoIsWho known;
    private final Belonging belonging;
    private final Ledger ledger;

    Settling(WhoIsWho known, Belonging belonging, Ledger ledger) {
        this.known = known;
        this.belonging = belonging;
        this.ledger = ledger;
    }

    /// Until the transaction ends nobody else changes anything here.
    void takeTurn() {
        ledger.takeTurn();
    }

    /// Alone with these identities and all that hang together with them.
    Ground ground(Collection<Long> seeds) {
        takeTurn();
        return known.look(seeds);
    }

    /// Moves the pointers, and looks again at who asked and who answered.
    void settle(Ground ground) {
        var changes = ground.changes();
        if (!changes.after().isEmpty()) {
            belonging.gather(changes.after());
            ledger.reconsider(changes.before());
            ledger.reconsider(changes.after());
        }
    }
}
