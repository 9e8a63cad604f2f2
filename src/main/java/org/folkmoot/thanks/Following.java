package org.folkmoot.thanks;

import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.members.AccountsCame;
import org.folkmoot.store.Beside;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Follows the ledger and who is who: first the days that changed, then the people they concern, a
/// handful at a time, each in a transaction of its own. So it costs with what is new, may be killed
/// anywhere and go on, and done twice changes nothing.
@Service
class Following {

    private static final Logger log = LoggerFactory.getLogger(Following.class);
    private static final int DAYS = 31;
    private static final int PEOPLE = 500;
    private static final int AT_ONCE = 50;

    private final Tallies tallies;
    private final Stale stale;
    private final Reckoning reckoning;
    private final Communities communities;
    private final TransactionTemplate transaction;
    private final boolean server;
    private final Beside beside;

    Following(
            Tallies tallies,
            Stale stale,
            Reckoning reckoning,
            Communities communities,
            PlatformTransactionManager transactions,
            @Value("${folkmoot.server:false}") boolean server) {
        this.tallies = tallies;
        this.stale = stale;
        this.reckoning = reckoning;
        this.communities = communities;
        this.transaction = new TransactionTemplate(transactions);
        this.server = server;
        this.beside =
                Beside.pieceByPiece(
                        "thanks",
                        _ -> piece(),
                        e ->
                                log.error(
                                        "Moments could not be worked out; it is tried again in a while",
                                        e));
    }

    /// Works off all news of the community we are in.
    void run() {
        while (piece()) {}
    }

    /// Some days, or where none is due some people.
    private boolean piece() {
        return did(this::count) || did(() -> reckon(PEOPLE));
    }

    /// Whether all news of the community we are in was worked off. In the caller's transaction.
    boolean settled() {
        return stale.none() && tallies.due(1).isEmpty();
    }

    /// Works off a little, for whoever looks right after two people were joined; nothing while
    /// another is at it.
    void freshen() {
        did(() -> tallies.turnIsFree() && reckon(AT_ONCE));
    }

    private boolean did(java.util.function.BooleanSupplier step) {
        return Boolean.TRUE.equals(transaction.execute(_ -> step.getAsBoolean()));
    }

    /// Days that lie apart are counted apart, as each count reads all between the first and last.
    private boolean count() {
        tallies.takeTurn();
        var due = tallies.due(DAYS);
        if (due.isEmpty()) {
            return false;
        }
        var last = due.getFirst().day().plusDays(DAYS);
        tallies.count(due.stream().filter(d -> d.day().isBefore(last)).toList());
        return true;
    }

    private boolean reckon(int most) {
        var some = stale.take(most);
        if (some.isEmpty()) {
            return false;
        }
        tallies.takeTurn();
        reckoning.of(some);
        return true;
    }

    /// After an import, beside all else. What the command line brings is left to the server.
    @EventListener
    void after(AccountsCame came) {
        if (server) {
            beside.begin(came.community());
        }
    }

    /// What a stop left, and what the command line brought while the server ran.
    @Scheduled(fixedDelay = 300, initialDelay = 10, timeUnit = TimeUnit.SECONDS)
    void catchUp() {
        communities.all().forEach(c -> beside.begin(c.id()));
    }
}
