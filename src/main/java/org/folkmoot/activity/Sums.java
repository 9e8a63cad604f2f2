package org.folkmoot.activity;

import java.util.Arrays;

/// Adds up numbers by account, as there may be many: accounts are numbered as they come, so they
/// lie in blocks of neighbours, and a table finds the block.
final class Sums {

    private static final int BITS = 8;
    private static final int NEIGHBOURS = 1 << BITS;

    private long[] keys = new long[1 << 8];
    private int[][] blocks = new int[keys.length][];
    private int size;

    interface Each {
        void of(long account, int sum);
    }

    /// @param account not negative
    /// @param number below 0 takes away
    void add(long account, int number) {
        var key = account >>> BITS;
        var at = place(key);
        if (blocks[at] == null) {
            if (2 * size >= keys.length) {
                grow();
                at = place(key);
            }
            keys[at] = key;
            blocks[at] = new int[NEIGHBOURS];
            size++;
        }
        blocks[at][(int) account & NEIGHBOURS - 1] += number;
    }

    Sums copy() {
        var copy = new Sums();
        copy.keys = keys.clone();
        copy.blocks = blocks.clone();
        copy.size = size;
        for (int i = 0; i < blocks.length; i++) {
            if (blocks[i] != null) {
                copy.blocks[i] = blocks[i].clone();
            }
        }
        return copy;
    }

    /// In the order of the accounts, but for those that come to nothing.
    void forEach(Each each) {
        var sorted = new long[size];
        var found = 0;
        for (int i = 0; i < keys.length; i++) {
            if (blocks[i] != null) {
                sorted[found++] = keys[i];
            }
        }
        Arrays.sort(sorted);
        for (var key : sorted) {
            var block = blocks[place(key)];
            for (int i = 0; i < NEIGHBOURS; i++) {
                if (block[i] != 0) {
                    each.of((key << BITS) + i, block[i]);
                }
            }
        }
    }

    /// Where the block is, or would be put.
    private int place(long key) {
        var mask = keys.length - 1;
        var at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (blocks[at] != null && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        var before = keys;
        var had = blocks;
        keys = new long[2 * before.length];
        blocks = new int[keys.length][];
        for (int i = 0; i < before.length; i++) {
            if (had[i] != null) {
                var at = place(before[i]);
                keys[at] = before[i];
                blocks[at] = had[i];
            }
        }
    }
}
