package org.folkmoot.ties;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.members.AccountsCame;
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

    private final MeetingDays meetings;
    private final Suggesting suggesting;
    private final Communities communities;
    private final TransactionTemplate step;
    private final Clock clock;
    private final boolean server;

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
    }

    /// What a run did.
    ///
    /// @param days how many days were worked out
    /// @param pairs how many pairs of accounts changed in them
    record Done(int days, long pairs) {}

    /// Works out whatever is due in the community we are in.
    Done run() {
        var today = LocalDate.ofInstant(clock.instant(), communities.here().zone());
        var due = step.execute(_ -> meetings.due(today));
        long pairs = 0;
        for (var batch : MeetingDays.batches(due)) {
            Integer changed = step.execute(_ -> meetings.work(batch));
            pairs += changed == null ? 0 : changed;
        }
        return new Done(due.size(), pairs);
    }

    @EventListener
    void after(AccountsCame came) {
        if (server) {
            Thread.ofVirtual()
                    .name("ties-" + came.community())
                    .start(() -> follow(came.community()));
        }
    }

    /// What the last stop left, what an import by the command line brought, and what one more day
    /// made old.
    @Scheduled(fixedDelay = 30, initialDelay = 0, timeUnit = TimeUnit.MINUTES)
    void goOn() {
        if (server) {
            communities.all().stream().map(Community::id).forEach(this::follow);
        }
    }

    private void follow(CommunityId community) {
        try {
            Here.in(
                    community,
                    () -> run().days() > 0 ? suggesting.run() : new Suggesting.Done(0, 0));
        } catch (Exception e) {
            log.error("Ties could not be worked out; it is tried again in half an hour", e);
        }
    }
}
