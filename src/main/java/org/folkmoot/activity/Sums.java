package org.folkmoot.activity;

/// Adds up numbers by account: a table of primitive values, as there may be many.
final class Sums {

    private long[] keys = new long[1 << 10];
    private int[] sums = new int[1 << 10];
    private int size;

    interface Each {
        void of(long account, int sum);
    }

    /// @param account not 0
    void add(long account, int number) {
        if (2 * size >= keys.length) {
            grow();
        }
        var at = place(account);
        if (keys[at] == 0) {
            keys[at] = account;
            size++;
        }
        sums[at] += number;
    }

    void forEach(Each each) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                each.of(keys[i], sums[i]);
            }
        }
    }

    private int place(long key) {
        var mask = keys.length - 1;
        var at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var before = keys;
        var numbers = sums;
        keys = new long[2 * before.length];
        sums = new int[keys.length];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                var at = place(before[i]);
                keys[at] = before[i];
                sums[at] = numbers[i];
            }
        }
    }
}
