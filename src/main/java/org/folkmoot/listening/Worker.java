package org.folkmoot.listening;

import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.members.AccountsCame;
import org.folkmoot.store.Beside;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has posts read in the background: after imports, when somebody sees that some are unread, and
/// every few minutes for what else changed. One thread for all communities, which take turns, so
/// that reading never takes more than one core.
@Component
public class Worker {

    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final Listening listening;
    private final MeaningWork meanings;
    private final Communities communities;
    private final boolean server;
    private final Set<CommunityId> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService hands =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("listening").daemon().factory());

    private volatile boolean stopping;

    Worker(
            Listening listening,
            MeaningWork meanings,
            Communities communities,
            @Value("${folkmoot.server:false}") boolean server) {
        this.listening = listening;
        this.meanings = meanings;
        this.communities = communities;
        this.server = server;
    }

    /// Has what is unread there read soon. Returns at once; only a server reads in the background.
    public void wake(CommunityId community) {
        if (server && !stopping && waiting.add(community)) {
            hands.execute(() -> read(community));
        }
    }

    private void read(CommunityId community) {
        waiting.remove(community);
        try {
            var more =
                    Here.in(
                            community,
                            () ->
                                    Beside.inTurn(() -> listening.some(() -> stopping)).days() > 0
                                            || Beside.inTurn(() -> meanings.some(() -> stopping))
                                                    > 0);
            if (more) {
                wake(community);
            }
        } catch (Exception | Error e) {
            log.error("Posts could not be read; it is tried again in a few minutes", e);
        }
    }

    @EventListener
    void after(AccountsCame came) {
        wake(came.community());
    }

    /// What the last stop left, what the command line brought, and what was deleted.
    @Scheduled(fixedDelay = 5, initialDelay = 0, timeUnit = TimeUnit.MINUTES)
    void goOn() {
        communities.all().forEach(community -> wake(community.id()));
    }

    /// Lets the running step end: it is lost otherwise, though nothing else is.
    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        hands.shutdown();
        if (!hands.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("Posts are still being read; what this step read is read again");
        }
    }
}
