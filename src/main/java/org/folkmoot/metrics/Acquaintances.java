package org.folkmoot.metrics;

import java.util.LinkedHashMap;
import org.folkmoot.kernel.CommunityId;
import org.jspecify.annotations.Nullable;

/// The people of the communities asked about last, up to a million of them, in memory.
final class Acquaintances {

    private static final long MOST = 1_000_000;

    private record Kept(long times, People people) {}

    private final LinkedHashMap<CommunityId, Kept> all = new LinkedHashMap<>(16, 0.75f, true);

    /// @param times how often they have changed; null is answered when that was another number
    synchronized @Nullable People of(CommunityId community, long times) {
        var kept = all.get(community);
        return kept == null || kept.times != times ? null : kept.people;
    }

    synchronized void keep(CommunityId community, long times, People people) {
        all.put(community, new Kept(times, people));
        long sum = all.values().stream().mapToLong(k -> k.people.size()).sum();
        var eldest = all.values().iterator();
        while (sum > MOST && all.size() > 1) {
            sum -= eldest.next().people.size();
            eldest.remove();
        }
    }
}
