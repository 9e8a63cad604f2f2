package org.folkmoot.briefing;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every few minutes in each community whether letters are due.
@Component
class LetterRound {

    private static final Logger log = LoggerFactory.getLogger(LetterRound.class);

    private final Communities communities;
    private final LetterBook book;
    private final Courier courier;
    private final OneAtATime turn;
    private final Clock clock;

    LetterRound(
            Communities communities,
            LetterBook book,
            Courier courier,
            OneAtATime turn,
            Clock clock) {
        this.communities = communities;
        this.book = book;
        this.courier = courier;
        this.turn = turn;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 3, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void look() {
        for (var community : communities.all()) {
            try {
                Here.in(community.id(), this::here);
            } catch (RuntimeException e) {
                log.error("Could not send letters in community {}", community.id(), e);
            }
        }
    }

    private void here() {
        if (!book.all().isEmpty()) {
            turn.take(OneAtATime.LETTERS, () -> courier.run(clock.instant()));
        }
    }
}
