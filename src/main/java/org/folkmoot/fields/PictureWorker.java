package org.folkmoot.fields;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.members.AccountsCame;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Has the pictures of communities fetched: soon after an import or a choice, and every six hours.
@Component
class PictureWorker {

    private static final Logger log = LoggerFactory.getLogger(PictureWorker.class);

    private final PictureRound round;
    private final Communities communities;
    private final boolean allowed;
    private final Set<CommunityId> asked = ConcurrentHashMap.newKeySet();

    PictureWorker(
            PictureRound round,
            Communities communities,
            @Value("${folkmoot.pictures:true}") boolean allowed) {
        this.round = round;
        this.communities = communities;
        this.allowed = allowed;
    }

    /// Whether whoever runs this installation lets teams choose.
    boolean allowed() {
        return allowed;
    }

    /// Looks there soon.
    void ask(CommunityId community) {
        asked.add(community);
    }

    @EventListener
    void after(AccountsCame came) {
        ask(came.community());
    }

    @Scheduled(fixedDelay = 6, initialDelay = 0, timeUnit = TimeUnit.HOURS)
    void askEverywhere() {
        if (allowed) {
            communities.all().forEach(c -> ask(c.id()));
        }
    }

    @Scheduled(fixedDelay = 10, initialDelay = 20, timeUnit = TimeUnit.SECONDS)
    void work() {
        if (!allowed) {
            return;
        }
        for (var community : List.copyOf(asked)) {
            asked.remove(community);
            try {
                Here.in(community, (Callable<Integer>) round::fetch);
            } catch (CannotAcquireLockException e) {
                log.debug("An import is at work; pictures are tried again soon", e);
                ask(community);
            } catch (Exception e) {
                log.error("Pictures could not be fetched; it is tried again in some hours", e);
            }
        }
    }
}
