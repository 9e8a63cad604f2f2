package org.folkmoot.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.folkmoot.kernel.CommunityId;

/// Work that goes on beside all else, for each community by itself: one run at a time, and one more
/// when something came meanwhile.
public final class Beside {

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
