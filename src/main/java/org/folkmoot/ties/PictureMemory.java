package org.folkmoot.ties;

import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The pictures that were drawn within the last minute, as long as no tie and nobody behind them is
/// other than they were. They are given up when memory runs short.
@Component
class PictureMemory {

    /// A megabyte each at most.
    private static final int MOST = 16;

    /// Whoever is forgotten or erased is gone from them after this at the latest.
    private static final Duration LASTS = Duration.ofMinutes(1);

    private final Clock clock;

    private final Map<Key, Kept> pictures =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, Kept> eldest) {
                    return size() > MOST;
                }
            };

    PictureMemory(Clock clock) {
        this.clock = clock;
    }

    private record Key(CommunityId community, Scope scope, LocalDate today) {}

    private record Kept(Surroundings.State state, Instant at, SoftReference<Picture> picture) {

        boolean holds(Surroundings.State now, Instant moment) {
            return state.equals(now) && at.plus(LASTS).isAfter(moment);
        }
    }

    /// @param state of the ties and people now
    /// @return null when it was not drawn, or when something has changed since
    synchronized @Nullable Picture find(Scope scope, LocalDate today, Surroundings.State state) {
        var kept = pictures.get(new Key(Here.community(), scope, today));
        return kept != null && kept.holds(state, clock.instant()) ? kept.picture.get() : null;
    }

    /// @param state read before the picture was drawn
    synchronized void keep(
            Scope scope, LocalDate today, Surroundings.State state, Picture picture) {
        pictures.put(
                new Key(Here.community(), scope, today),
                new Kept(state, clock.instant(), new SoftReference<>(picture)));
    }
}
