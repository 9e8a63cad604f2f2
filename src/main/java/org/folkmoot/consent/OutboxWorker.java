package org.folkmoot.consent;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks into the outbox of every community, as long as the server runs.
@Component
class OutboxWorker {

    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);

    private final Outbox outbox;
    private final Communities communities;
    private final Clock clock;

    OutboxWorker(Outbox outbox, Communities communities, Clock clock) {
        this.outbox = outbox;
        this.communities = communities;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        for (var community : communities.all()) {
            try {
                Here.in(community.id(), () -> outbox.run(clock.instant()));
            } catch (RuntimeException e) {
                log.error("Could not send what is due in community {}", community.id(), e);
            }
        }
    }
}
