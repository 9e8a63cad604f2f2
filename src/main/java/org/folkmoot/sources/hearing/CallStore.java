package org.folkmoot.sources.hearing;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.sources.Call;
import org.folkmoot.store.Here;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Keeps calls before their platforms get an answer. Those that come at once share a commit, so
/// that many a second cost little.
@Component
class CallStore {

    private static final Logger log = LoggerFactory.getLogger(CallStore.class);
    private static final int AT_ONCE = 500;
    private static final int MOST_WAITING = 20_000;
    private static final long PATIENCE = 20;
    private static final long MOMENT = 500;
    private static final int MOMENTS = 10;

    /// A call on its way into the database.
    record Coming(
            CommunityId community,
            long source,
            String delivery,
            Call call,
            CompletableFuture<Boolean> kept) {}

    private final Calls calls;
    private final BlockingQueue<Coming> coming = new ArrayBlockingQueue<>(MOST_WAITING);
    private final CallPace pace = new CallPace(System.nanoTime());
    private final Thread writer;
    private volatile boolean stopping;

    CallStore(Calls calls) {
        this.calls = calls;
        this.writer = Thread.ofPlatform().daemon().name("calls").unstarted(this::write);
        writer.start();
    }

    /// Whether it is safely there; false when there are too many, or the database is away.
    boolean keep(Callee.One to, String delivery, Call call) {
        try {
            return offer(to, delivery, call).get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    /// The same for whoever can wait.
    CompletableFuture<Boolean> offer(Callee.One to, String delivery, Call call) {
        var one =
                new Coming(to.community(), to.source(), delivery, call, new CompletableFuture<>());
        return stopping || !coming.offer(one)
                ? CompletableFuture.completedFuture(false)
                : one.kept();
    }

    /// Gives way for some seconds while very many come.
    void giveWay() {
        try {
            for (int n = 0; n < MOMENTS && !stopping && pace.tooFast(System.nanoTime()); n++) {
                Thread.sleep(MOMENT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write() {
        while (!stopping || !coming.isEmpty()) {
            try {
                var first = coming.poll(200, TimeUnit.MILLISECONDS);
                var batch = new ArrayList<Coming>();
                if (first != null) {
                    batch.add(first);
                    coming.drainTo(batch, AT_ONCE - 1);
                    keep(batch);
                }
                pace.kept(batch.size(), System.nanoTime());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void keep(List<Coming> batch) {
        var byCommunity = new HashMap<CommunityId, List<Coming>>();
        for (var one : batch) {
            byCommunity.computeIfAbsent(one.community(), _ -> new ArrayList<>()).add(one);
        }
        byCommunity.forEach(
                (community, some) -> {
                    try {
                        Here.in(community, () -> calls.keep(some));
                        some.forEach(one -> one.kept().complete(true));
                    } catch (RuntimeException e) {
                        log.error("Calls could not be kept; their platforms try again", e);
                        some.forEach(one -> one.kept().complete(false));
                    }
                });
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopping = true;
        writer.join(TimeUnit.SECONDS.toMillis(10));
    }
}
