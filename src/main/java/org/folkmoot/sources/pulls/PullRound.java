package org.folkmoot.sources.pulls;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.turns.Crew;
import org.folkmoot.sources.turns.Due;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has every source asked when it is due, several at once.
@Component
class PullRound {

    private static final int AT_ONCE = 6;
    private static final Duration FOR_A_TURN = Duration.ofMillis(100);
    private static final int TRIES = 20;

    private final Puller puller;
    private final Sources sources;
    private final Due due;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Crew crew = new Crew("source", this::inPlace);

    PullRound(Puller puller, Sources sources, Due due, Clock clock) {
        this.puller = puller;
        this.sources = sources;
        this.due = due;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        var now = clock.instant();
        crew.look(due.pulls(now), () -> sources.due(now).stream().map(Source::id));
    }

    private void inPlace(long id) {
        try {
            places.acquire();
            try {
                work(id);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Page by page, as long as there is more; a moment's wait when another has its turn.
    private void work(long id) throws InterruptedException {
        for (int tries = 0; !crew.stopping() && tries < TRIES; ) {
            switch (puller.step(id)) {
                case MORE -> tries = 0;
                case BUSY -> {
                    tries++;
                    Thread.sleep(FOR_A_TURN);
                }
                case DONE, WAITS, STOPPED -> tries = TRIES;
            }
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        crew.stop();
    }
}
