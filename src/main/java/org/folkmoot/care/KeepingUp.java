package org.folkmoot.care;

import java.util.List;
import org.folkmoot.community.Communities;
import org.folkmoot.members.AccountsCame;
import org.folkmoot.store.Beside;
import org.folkmoot.store.Here;
import org.folkmoot.store.Opened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Follows the ledger: after imports, at the start, and whenever somebody looks and finds that who
/// is of the team has changed. A step is a transaction that says how far it came, so a crash loses
/// nothing.
@Service
class KeepingUp {

    private static final Logger log = LoggerFactory.getLogger(KeepingUp.class);
    private static final int STEP = 50_000;

    private final Touches touches;
    private final Communities communities;
    private final TransactionTemplate transaction;
    private final Beside beside;

    KeepingUp(Touches touches, Communities communities, PlatformTransactionManager transactions) {
        this.touches = touches;
        this.communities = communities;
        this.transaction = new TransactionTemplate(transactions);
        this.beside =
                Beside.pieceByPiece(
                        "keeping-up",
                        this::piece,
                        e ->
                                log.error(
                                        "Could not read who spoke with whom; it is tried again with the next",
                                        e));
    }

    /// Reads all there is of the community we are in.
    void run() {
        for (boolean more = piece(true); more; ) {
            more = piece(false);
        }
    }

    private boolean piece(boolean first) {
        if (first) {
            transaction.executeWithoutResult(_ -> begin());
        }
        return Boolean.TRUE.equals(transaction.execute(_ -> step()));
    }

    /// Begins anew when somebody came to the team or left it.
    private void begin() {
        touches.takeTurn();
        var stir = touches.stir();
        var before = touches.read();
        if (before.isPresent() && before.get().stir().equals(stir)) {
            touches.reconsider(before.get().team());
            return;
        }
        var team = touches.team();
        if (before.isPresent() && before.get().team().equals(team)) {
            touches.reconsider(team);
            touches.remember(new Touches.Read(before.get().upTo(), team, stir));
            return;
        }
        touches.forgetAll();
        touches.reconsider(team);
        touches.remember(new Touches.Read(0, team, stir));
    }

    private boolean step() {
        touches.takeTurn();
        var read = touches.read().orElse(new Touches.Read(0, List.of(), "0"));
        var upTo = touches.slice(read.upTo(), STEP);
        if (upTo == null) {
            return false;
        }
        touches.readOn(read.upTo(), upTo, read.team());
        touches.remember(new Touches.Read(upTo, read.team(), read.stir()));
        return true;
    }

    /// Whether all that is known of who is who is known here too; if not, sees to it.
    boolean current() {
        var current =
                transaction.execute(
                        _ ->
                                touches.read()
                                        .filter(r -> r.stir().equals(touches.stir()))
                                        .isPresent());
        if (!Boolean.TRUE.equals(current)) {
            beside.begin(Here.community());
            return false;
        }
        return true;
    }

    /// What teammates say of themselves changes who is of the team.
    void again() {
        transaction.executeWithoutResult(
                _ -> {
                    touches.takeTurn();
                    touches.read()
                            .ifPresent(
                                    r ->
                                            touches.remember(
                                                    new Touches.Read(r.upTo(), r.team(), "-1")));
                });
        beside.begin(Here.community());
    }

    @EventListener
    void after(AccountsCame came) {
        beside.begin(came.community());
    }

    @EventListener(Opened.class)
    void goOn() {
        communities.all().forEach(community -> beside.begin(community.id()));
    }
}
