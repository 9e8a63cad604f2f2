package org.folkmoot.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.folkmoot.kernel.CommunityId;

/// Work that goes on beside all else, for each community by itself: one run at a time, and one more
/// when something came meanwhile. Whatever takes long does so piece by piece: pieces of all work
/// and all communities take turns, half as many at once as there are processors, so that those who
/// wait for a page find one free, and connections to the database too.
public final class Beside {

    private static final Semaphore TURNS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final String name;
    private final Runnable work;
    private final Consumer<Throwable> failed;

    /// For whom it runs; true when something came meanwhile.
    private final Map<CommunityId, Boolean> busy = new ConcurrentHashMap<>();

    /// @param name of its threads
    /// @param work until nothing is left; runs within the community
    /// @param failed hears of what went wrong; it runs again with the next
    public Beside(String name, Runnable work, Consumer<Throwable> failed) {
        this.name = name;
        this.work = work;
        this.failed = failed;
    }

    /// A piece of work.
    @FunctionalInterface
    public interface Piece {
        /// @param first whether a run begins
        /// @return whether more is left
        boolean next(boolean first);
    }

    /// The same, a piece in each turn. What a stop cuts off must be found again by the next run.
    public static Beside pieceByPiece(String name, Piece piece, Consumer<Throwable> failed) {
        return new Beside(
                name,
                () -> {
                    boolean more = inTurn(() -> piece.next(true));
                    while (more) {
                        more = inTurn(() -> piece.next(false));
                    }
                },
                failed);
    }

    /// Waits for a turn, and works. Whoever holds a connection must not wait for one.
    public static <T> T inTurn(Supplier<T> work) {
        TURNS.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            TURNS.release();
        }
    }

    /// Returns at once.
    public void begin(CommunityId community) {
        if (busy.merge(community, false, (_, _) -> true)) {
            return;
        }
        Thread.ofVirtual()
                .name(name + "-" + community)
                .start(() -> Here.in(community, () -> runFor(community)));
    }

    private void runFor(CommunityId community) {
        try {
            do {
                busy.put(community, false);
                work.run();
            } while (!busy.remove(community, false));
        } catch (RuntimeException | Error e) {
            busy.remove(community);
            failed.accept(e);
        }
    }
}
