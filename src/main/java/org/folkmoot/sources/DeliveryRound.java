package org.folkmoot.sources;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has subscribers told, each on a thread of its own, so that a slow one holds up no other. From a
/// made-up community nothing leaves.
@Component
class DeliveryRound {

    private static final Logger log = LoggerFactory.getLogger(DeliveryRound.class);

    private final Delivering delivering;
    private final Subscribers subscribers;
    private final Tellings tellings;
    private final Communities communities;
    private final Clock clock;
    private final boolean server;
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    DeliveryRound(
            Delivering delivering,
            Subscribers subscribers,
            Tellings tellings,
            Communities communities,
            Clock clock,
            @Value("${folkmoot.server:false}") boolean server) {
        this.delivering = delivering;
        this.subscribers = subscribers;
        this.tellings = tellings;
        this.communities = communities;
        this.clock = clock;
        this.server = server;
    }

    @Scheduled(fixedDelay = 2, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (!server) {
            return;
        }
        for (var community : communities.all()) {
            if (!community.demo()) {
                Here.in(
                        community.id(),
                        () ->
                                subscribers.all().stream()
                                        .filter(one -> one.state() == Subscriber.State.ON)
                                        .forEach(one -> take(community.id(), one.id())));
            }
        }
    }

    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    void tidy() {
        if (server) {
            communities.all().forEach(c -> Here.in(c.id(), () -> tellings.tidy(clock.instant())));
        }
    }

    private void take(CommunityId community, long id) {
        if (stopping || !inHand.add(id)) {
            return;
        }
        var thread =
                Thread.ofVirtual()
                        .name("subscriber-" + id)
                        .unstarted(
                                () -> {
                                    try {
                                        Here.in(community, () -> delivering.round(id));
                                    } catch (RuntimeException e) {
                                        log.error("Subscriber {} could not be told", id, e);
                                    } finally {
                                        inHand.remove(id);
                                        working.remove(Thread.currentThread());
                                    }
                                });
        working.add(thread);
        thread.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        for (var thread : Set.copyOf(working)) {
            thread.join(Duration.ofSeconds(20));
        }
    }
}
