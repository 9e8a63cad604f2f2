package org.folkmoot.privacy;

import java.util.concurrent.TimeUnit;
import org.folkmoot.activity.Ledger;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.members.PersonalData.Subject;
import org.folkmoot.store.Here;
import org.folkmoot.store.Opened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Forgets people, a bounded piece in each transaction, and the rest with the last: whoever kills
/// the process at any moment finds it gone on with at the next start. Two who work on the same
/// person take turns.
@Component
public class Eraser {

    private static final Logger log = LoggerFactory.getLogger(Eraser.class);

    private final Subjects subjects;
    private final Erasures erasures;
    private final UnknownKey unknown;
    private final Ledger ledger;
    private final Communities communities;
    private final TransactionTemplate transaction;

    Eraser(
            Subjects subjects,
            Erasures erasures,
            UnknownKey unknown,
            Ledger ledger,
            Communities communities,
            PlatformTransactionManager transactions) {
        this.subjects = subjects;
        this.erasures = erasures;
        this.unknown = unknown;
        this.ledger = ledger;
        this.communities = communities;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Forgets somebody, and returns when it is done.
    public void forget(long member) {
        finish(plan(subjects.get(member)));
    }

    /// Begins to forget somebody in the background.
    void begin(Subject subject) {
        var id = plan(subject);
        begin(Here.community(), id);
    }

    private void begin(CommunityId community, long id) {
        Thread.ofVirtual()
                .name("erasure-" + id)
                .start(() -> Here.in(community, () -> finishOrSay(id)));
    }

    /// @throws org.folkmoot.kernel.Refusal.Unusable while the key of those who were forgotten
    ///     elsewhere is not here: a community has only one
    long plan(Subject subject) {
        unknown.mustNotBe();
        return erasures.plan(subject, subjects.fates(subject));
    }

    /// One step after the other until it is done.
    void finish(long id) {
        while (step(id)) {
            // the next piece
        }
        ledger.finishReading();
    }

    /// @return whether something is left to do
    boolean step(long id) {
        return Boolean.TRUE.equals(transaction.execute(_ -> piece(id)));
    }

    private boolean piece(long id) {
        var held = erasures.hold(id);
        if (held.isEmpty() || unknown.why().isPresent()) {
            return false;
        }
        var subject = subjects.of(held.get().putOn(), held.get().identities());
        var backwards = subjects.everywhere().reversed();
        for (var kept : backwards) {
            if (kept.forgetSome(subject)) {
                return true;
            }
        }
        backwards.forEach(kept -> kept.forget(subject));
        erasures.done(held.get());
        return false;
    }

    private void finishOrSay(long id) {
        try {
            finish(id);
        } catch (RuntimeException e) {
            log.error("Erasure {} was cut short; it goes on by itself", id, e);
        }
    }

    /// Goes on with what was cut short.
    @EventListener(Opened.class)
    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.MINUTES)
    void goOn() {
        for (var community : communities.all()) {
            Here.in(
                    community.id(),
                    () -> erasures.underWay().forEach(e -> begin(community.id(), e.id())));
        }
    }
}
