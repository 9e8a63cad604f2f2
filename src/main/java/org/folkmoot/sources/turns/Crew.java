package org.folkmoot.sources.turns;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Works on things of communities, each on a thread of its own and none twice at a time, so that a
/// slow one holds up no other.
public final class Crew {

    private static final Logger log = LoggerFactory.getLogger(Crew.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final LongConsumer work;
    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /// @param name of one of them, for the log: `source`
    public Crew(String name, LongConsumer work) {
        this.name = name;
        this.work = work;
    }

    /// Begins with all that is due in each of these communities.
    ///
    /// @param due asked within the community
    public void look(List<Community> communities, Supplier<Stream<Long>> due) {
        for (var community : communities) {
            try {
                Here.in(community.id(), () -> due.get().forEach(id -> take(community.id(), id)));
            } catch (RuntimeException e) {
                log.error("No {} of community {} was begun", name, community.id(), e);
            }
        }
    }

    /// Begins with it, unless somebody works on it.
    private void take(CommunityId community, long id) {
        if (stopping || !inHand.add(id)) {
            return;
        }
        var thread =
                Thread.ofVirtual()
                        .name(name + "-" + id)
                        .unstarted(
                                () -> {
                                    try {
                                        Here.in(community, () -> work.accept(id));
                                    } catch (RuntimeException e) {
                                        log.error("{} {} could not be worked on", name, id, e);
                                    } finally {
                                        inHand.remove(id);
                                        working.remove(Thread.currentThread());
                                    }
                                });
        working.add(thread);
        thread.start();
    }

    public boolean stopping() {
        return stopping;
    }

    /// Begins nothing more, and waits a while for what is in hand.
    public void stop() throws InterruptedException {
        stopping = true;
        for (var thread : Set.copyOf(working)) {
            thread.join(PATIENCE);
        }
    }
}
