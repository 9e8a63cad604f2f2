package org.folkmoot.connectors.csv;

import java.util.HashMap;
import java.util.Map;

/// Counts how often the same row was met, so that the second of two equal rows has an id of its
/// own. Knows up to four million different rows (64 MB); of rows beyond, equal ones count as one.
final class Repeats {

    private static final int MOST = 1 << 22;

    private long[] seen = new long[1 << 10];
    private int size;
    private final Map<Long, Integer> again = new HashMap<>();

    /// 1 for the first row with this hash, 2 for the second...
    int count(long hash) {
        var key = hash == 0 ? 1 : hash;
        var at = place(seen, key);
        if (seen[at] == key) {
            return again.merge(key, 2, (n, two) -> n + 1);
        }
        if (size < MOST) {
            seen[at] = key;
            if (++size * 2 > seen.length) {
                grow();
            }
        }
        return 1;
    }

    private static int place(long[] table, long key) {
        var at = (int) (key ^ key >>> 32) & table.length - 1;
        while (table[at] != 0 && table[at] != key) {
            at = at + 1 & table.length - 1;
        }
        return at;
    }

    private void grow() {
        var larger = new long[seen.length * 2];
        for (var key : seen) {
            if (key != 0) {
                larger[place(larger, key)] = key;
            }
        }
        seen = larger;
    }
}
