package org.folkmoot.metrics;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.folkmoot.kernel.CommunityId;
import org.jspecify.annotations.Nullable;

/// The people of the communities asked about last, about two million of them, in memory, and who of
/// them is asked about.
final class Acquaintances {

    private static final long MOST = 2_000_000;
    private static final int SCOPES = 12;

    /// Everybody as of one moment.
    static final class Kept {
        private final long times;
        private final String moment;
        private final Roll roll;
        private final People people;
        private final Map<Filters, Scope> scopes = new LinkedHashMap<>(16, 0.75f, true);

        /// @param times how often they had changed
        /// @param moment the database's name for what was to be seen
        Kept(long times, String moment, Roll roll, People people) {
            this.times = times;
            this.moment = moment;
            this.roll = roll;
            this.people = people;
        }

        long times() {
            return times;
        }

        String moment() {
            return moment;
        }

        Roll roll() {
            return roll;
        }

        People people() {
            return people;
        }
    }

    private final LinkedHashMap<CommunityId, Kept> all = new LinkedHashMap<>(16, 0.75f, true);

    synchronized @Nullable Kept of(CommunityId community) {
        return all.get(community);
    }

    synchronized void keep(CommunityId community, Kept kept) {
        all.put(community, kept);
        long sum = all.values().stream().mapToLong(k -> k.people.size()).sum();
        Iterator<Kept> eldest = all.values().iterator();
        while (sum > MOST && all.size() > 1) {
            sum -= eldest.next().people.size();
            eldest.remove();
        }
    }

    /// Who of these people is asked about, found out once; nothing is kept of people who are not
    /// kept themselves.
    Scope scope(CommunityId community, People people, Filters filters, Supplier<Scope> work) {
        var kept = of(community);
        if (kept == null || kept.people != people) {
            return work.get();
        }
        synchronized (kept.scopes) {
            var known = kept.scopes.get(filters);
            if (known != null) {
                return known;
            }
            var scope = work.get();
            kept.scopes.put(filters, scope);
            if (kept.scopes.size() > SCOPES) {
                kept.scopes.remove(kept.scopes.keySet().iterator().next());
            }
            return scope;
        }
    }
}
