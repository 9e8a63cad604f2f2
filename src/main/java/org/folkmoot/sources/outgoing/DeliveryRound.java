package org.folkmoot.sources.outgoing;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.sources.turns.Crew;
import org.folkmoot.sources.turns.Due;
import org.folkmoot.store.Here;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has subscribers told, each on a thread of its own, so that a slow one holds up no other. From a
/// made-up community nothing leaves.
@Component
class DeliveryRound {

    private final Crew crew;
    private final Subscribers subscribers;
    private final Tellings tellings;
    private final Due due;
    private final Communities communities;
    private final Clock clock;

    DeliveryRound(
            Delivering delivering,
            Subscribers subscribers,
            Tellings tellings,
            Due due,
            Communities communities,
            Clock clock) {
        this.crew = new Crew("subscriber", delivering::round);
        this.subscribers = subscribers;
        this.tellings = tellings;
        this.due = due;
        this.communities = communities;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        crew.look(
                due.subscribers(),
                () ->
                        subscribers.all().stream()
                                .filter(one -> one.state() == Subscriber.State.ON)
                                .map(Subscriber::id));
    }

    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void tidy() {
        communities.all().forEach(c -> Here.in(c.id(), () -> tellings.tidy(clock.instant())));
    }

    @PreDestroy
    void stop() throws InterruptedException {
        crew.stop();
    }
}
