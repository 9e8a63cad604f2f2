package org.folkmoot.ties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.members.AccountsCame;
import org.folkmoot.store.Beside;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Follows the ledger: after each import, and every half hour for what else has changed. What was
/// worked out is in the same transaction as from what, so it can be killed and run again anywhere.
@Service
class Following {

    private static final Logger log = LoggerFactory.getLogger(Following.class);

    /// So many days are worked out while somebody waits.
    private static final int FEW = 7;

    private final MeetingDays meetings;
    private final Suggesting suggesting;
    private final Communities communities;
    private final TransactionTemplate step;
    private final Clock clock;
    private final boolean server;
    private final Beside beside;

    Following(
            MeetingDays meetings,
            Suggesting suggesting,
            Communities communities,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${folkmoot.server:false}") boolean server) {
        this.meetings = meetings;
        this.suggesting = suggesting;
        this.communities = communities;
        this.step = new TransactionTemplate(transactions);
        this.clock = clock;
        this.server = server;
        this.beside =
                Beside.pieceByPiece(
                        "ties",
                        _ -> piece(),
                        e ->
                                log.error(
                                        "Ties could not be worked out; it is tried again in half an hour",
                                        e));
    }

    /// What a run did.
    ///
    /// @param days how many days were worked out
    /// @param pairs how many pairs of accounts changed in them
    record Done(int days, long pairs) {}

    /// Works out whatever is due in the community we are in.
    Done run() {
        var due = step.execute(_ -> meetings.due(today()));
        long pairs = 0;
        for (var batch : MeetingDays.batches(due)) {
            Integer changed = step.execute(_ -> meetings.work(batch));
            pairs += changed == null ? 0 : changed;
        }
        return new Done(due.size(), pairs);
    }

    /// For somebody who waits: a few days are worked out at once, more in the background.
    ///
    /// @return whether all is worked out
    boolean soon() {
        var few = Boolean.TRUE.equals(step.execute(_ -> meetings.due(today()).size() <= FEW));
        if (few || !server) {
            run();
            return true;
        }
        beside.begin(Here.community());
        return false;
    }

    /// Some of the days that are due; after the last of them, who might be introduced.
    private boolean piece() {
        var batches = MeetingDays.batches(step.execute(_ -> meetings.due(today())));
        if (batches.isEmpty()) {
            return false;
        }
        step.executeWithoutResult(_ -> meetings.work(batches.getFirst()));
        if (batches.size() == 1) {
            suggesting.run();
        }
        return batches.size() > 1;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), communities.here().zone());
    }

    @EventListener
    void after(AccountsCame came) {
        if (server) {
            beside.begin(came.community());
        }
    }

    /// What the last stop left, what an import by the command line brought, and what one more day
    /// made old.
    @Scheduled(fixedDelay = 30, initialDelay = 0, timeUnit = TimeUnit.MINUTES)
    void goOn() {
        communities.all().stream().map(Community::id).forEach(beside::begin);
    }
}
