package org.folkmoot.listening;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;

/// Meanings at hand, each community's by itself: at most 8 MB each, given up when memory runs
/// short, and read on from where they ended each time somebody asks.
@Component
class MeaningShelf {

    private static final int ROOM = Meanings.MOST + Meanings.MOST / 4;

    private final Meanings meanings;
    private final Map<CommunityId, SoftReference<Held>> all = new ConcurrentHashMap<>();

    MeaningShelf(Meanings meanings) {
        this.meanings = meanings;
    }

    /// @param score the cosine
    record Near(long id, double score) {}

    /// Within a transaction: for each of these that is known those nearest to it, nearest first.
    ///
    /// @param least from which score on
    Map<Long, List<Near>> near(Collection<Long> ids, double least, int most) {
        return held().near(ids, least, most);
    }

    private Held held() {
        var here = Here.community();
        var reference = all.get(here);
        var held = reference == null ? null : reference.get();
        if (held == null || held.full()) {
            held = new Held();
            all.put(here, new SoftReference<>(held));
        }
        held.readOn(meanings);
        return held;
    }

    private static final class Held {

        private final Map<Long, byte[]> directions = new LinkedHashMap<>();
        private long seq;

        synchronized boolean full() {
            return directions.size() > ROOM;
        }

        synchronized void readOn(Meanings meanings) {
            seq = meanings.since(seq, (direction, id) -> directions.put(id, direction));
        }

        synchronized Map<Long, List<Near>> near(Collection<Long> ids, double least, int most) {
            var found = new HashMap<Long, List<Near>>();
            for (var id : ids) {
                var asked = directions.get(id);
                if (asked != null) {
                    found.put(id, nearest(id, asked, least, most));
                }
            }
            return found;
        }

        private List<Near> nearest(long id, byte[] asked, double least, int most) {
            var near = new ArrayList<Near>();
            directions.forEach(
                    (other, direction) -> {
                        var score = Meaning.cosine(asked, direction);
                        if (score >= least && other != id) {
                            near.add(new Near(other, score));
                        }
                    });
            near.sort(
                    Comparator.comparingDouble((Near n) -> -n.score())
                            .thenComparingLong(n -> -n.id()));
            return List.copyOf(near.subList(0, Math.min(most, near.size())));
        }
    }
}
