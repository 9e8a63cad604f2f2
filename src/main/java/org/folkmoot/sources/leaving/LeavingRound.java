package org.folkmoot.sources.leaving;

import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.store.Beside;
import org.folkmoot.store.Here;
import org.folkmoot.store.Opened;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Erases in the background, and goes on with what was cut short.
@Component
class LeavingRound {

    private static final Logger log = LoggerFactory.getLogger(LeavingRound.class);

    private final Communities communities;
    private final Beside beside;

    LeavingRound(Leaving leaving, Communities communities) {
        this.communities = communities;
        this.beside =
                Beside.pieceByPiece(
                        "leaving",
                        _ -> leaving.step(),
                        e -> log.error("A connection was not erased; it is tried again", e));
    }

    /// For the community we are in.
    void begin() {
        beside.begin(Here.community());
    }

    @EventListener(Opened.class)
    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void goOn() {
        communities.all().forEach(community -> beside.begin(community.id()));
    }
}
