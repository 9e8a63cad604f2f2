package org.folkmoot.language;

import java.util.Arrays;
import java.util.function.LongConsumer;

/// Distinct keys that are not 0, few at a time.
final class LongSet {

    private long[] keys = new long[256];
    private int size;

    void add(long key) {
        if (2 * size > keys.length) {
            var old = keys;
            keys = new long[2 * old.length];
            size = 0;
            Arrays.stream(old).filter(k -> k != 0).forEach(this::add);
        }
        var slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
        while (keys[slot] != 0) {
            if (keys[slot] == key) {
                return;
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        size++;
    }

    void each(LongConsumer use) {
        for (var key : keys) {
            if (key != 0) {
                use.accept(key);
            }
        }
    }
}
