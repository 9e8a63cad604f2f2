package org.folkmoot.sources.outbox;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.folkmoot.sources.turns.Due;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has what waits in the outbox sent when its time has come. Nothing leaves a made-up community.
@Component
class SendingRound {

    private static final Logger log = LoggerFactory.getLogger(SendingRound.class);

    private final Sending sending;
    private final Due due;
    private final Clock clock;

    SendingRound(Sending sending, Due due, Clock clock) {
        this.sending = sending;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        for (var community : due.acts(clock.instant())) {
            try {
                Here.in(community.id(), sending::round);
            } catch (RuntimeException e) {
                log.error("The outbox of community {} was not sent", community.id(), e);
            }
        }
    }
}
