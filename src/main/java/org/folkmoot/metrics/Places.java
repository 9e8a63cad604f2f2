package org.folkmoot.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Where each of some ids is in their list.
final class Places {

    private final long first;
    private final int[] dense;
    private final Map<Long, Integer> sparse;

    private Places(long first, int[] dense, Map<Long, Integer> sparse) {
        this.first = first;
        this.dense = dense;
        this.sparse = sparse;
    }

    /// Ids that lie close together, as those of one community mostly do, need no hashing.
    static Places of(long[] ids) {
        long first = Arrays.stream(ids).min().orElse(0);
        long span = Arrays.stream(ids).max().orElse(-1) - first + 1;
        if (span <= 16L * ids.length + 1024) {
            var dense = new int[(int) span];
            Arrays.fill(dense, -1);
            for (int i = 0; i < ids.length; i++) {
                dense[(int) (ids[i] - first)] = i;
            }
            return new Places(first, dense, Map.of());
        }
        var sparse = new HashMap<Long, Integer>();
        for (int i = 0; i < ids.length; i++) {
            sparse.put(ids[i], i);
        }
        return new Places(first, new int[0], sparse);
    }

    /// Beyond all ids there are, counted from `first`; 0 when they lie too far apart.
    int span() {
        return dense.length;
    }

    long first() {
        return first;
    }

    /// -1 when it is not among them.
    int of(long id) {
        if (!sparse.isEmpty()) {
            return sparse.getOrDefault(id, -1);
        }
        long place = id - first;
        return place >= 0 && place < dense.length ? dense[(int) place] : -1;
    }
}
