package org.folkmoot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.folkmoot.kernel.CommunityId;
import org.junit.jupiter.api.Test;

class BesideTests {

    private static final CommunityId ADA = new CommunityId(1);
    private static final CommunityId GRACE = new CommunityId(2);

    @Test
    void whateverComesMeanwhileIsDoneOnceMore() throws Exception {
        var entered = new Semaphore(0);
        var go = new Semaphore(0);
        var runs = new AtomicInteger();
        var beside =
                new Beside(
                        "test",
                        () -> {
                            entered.release();
                            go.acquireUninterruptibly();
                            runs.incrementAndGet();
                        },
                        _ -> {});
        beside.begin(ADA);
        take(entered, 1);
        for (int i = 0; i < 10; i++) {
            beside.begin(ADA);
        }
        go.release(20);
        take(entered, 1);
        assertThat(entered.tryAcquire(300, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(runs).hasValue(2);
    }

    @Test
    void piecesTakeTurnsAndNoMoreThanHalfTheProcessors() throws Exception {
        int most = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        var order = new ConcurrentLinkedQueue<String>();
        var now = new AtomicInteger();
        var highest = new AtomicInteger();
        var done = new CountDownLatch(4);
        var began = new CountDownLatch(4);
        for (var name : List.of("ties", "thanks")) {
            var left = new ConcurrentHashMap<CommunityId, Integer>();
            var beside =
                    Beside.pieceByPiece(
                            name,
                            first -> {
                                if (first) {
                                    began.countDown();
                                }
                                highest.accumulateAndGet(now.incrementAndGet(), Math::max);
                                order.add(name + Here.community());
                                pause();
                                now.decrementAndGet();
                                boolean more = left.merge(Here.community(), 1, Integer::sum) < 5;
                                if (!more) {
                                    done.countDown();
                                }
                                return more;
                            },
                            _ -> {});
            beside.begin(ADA);
            beside.begin(GRACE);
        }
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(highest.get()).isBetween(1, most);
        assertThat(order).hasSize(20);
        // nobody had all of its pieces before another had its first
        assertThat(began.getCount()).isZero();
        assertThat(order.stream().limit(16).distinct()).hasSize(4);
    }

    @Test
    void afterAFailureItRunsAgain() throws Exception {
        var failures = new Semaphore(0);
        var runs = new AtomicInteger();
        var beside =
                Beside.pieceByPiece(
                        "test",
                        _ -> {
                            if (runs.incrementAndGet() == 1) {
                                throw new IllegalStateException("no");
                            }
                            failures.release();
                            return false;
                        },
                        _ -> failures.release());
        beside.begin(ADA);
        take(failures, 1);
        beside.begin(ADA);
        take(failures, 1);
        assertThat(runs).hasValue(2);
    }

    private static void take(Semaphore semaphore, int many) throws InterruptedException {
        assertThat(semaphore.tryAcquire(many, 10, TimeUnit.SECONDS)).isTrue();
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
