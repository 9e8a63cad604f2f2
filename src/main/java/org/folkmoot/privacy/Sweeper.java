package org.folkmoot.privacy;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.folkmoot.activity.Ledger;
import org.folkmoot.community.Communities;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Carries the rules out once a day, a bounded piece at a time; what is left over waits for the
/// next day. Throws away requests that nobody proved, too.
@Component
class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final Duration DAILY = Duration.ofHours(23);
    private static final int AT_ONCE = 5_000;
    private static final int PIECES = 100;

    private final Rules rules;
    private final Requests requests;
    private final Ledger ledger;
    private final Communities communities;
    private final Clock clock;

    Sweeper(Rules rules, Requests requests, Ledger ledger, Communities communities, Clock clock) {
        this.rules = rules;
        this.requests = requests;
        this.ledger = ledger;
        this.communities = communities;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void everywhere() {
        for (var community : communities.all()) {
            try {
                Here.in(community.id(), this::here);
            } catch (RuntimeException e) {
                log.error("Retention of {} goes on in an hour", community.slug(), e);
            }
        }
    }

    /// Carries out the rules of the community we are in, those of today that were not yet.
    void here() {
        requests.forgetUnproven();
        var days = rules.all();
        for (var kind : rules.kinds()) {
            var kept = days.get(kind.key());
            if (kept != null && !rules.sweptSince(kind.key(), clock.instant().minus(DAILY))) {
                long went = 0;
                long piece = 1;
                for (int n = 0; n < PIECES && piece > 0; n++) {
                    piece = rules.take(kind, kept, AT_ONCE);
                    went += piece;
                }
                rules.swept(kind, kept, went);
            }
        }
        ledger.finishReading();
    }
}
