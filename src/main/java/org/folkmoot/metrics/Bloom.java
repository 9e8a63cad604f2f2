package org.folkmoot.metrics;

/// Accounts in few bits: it says surely who is not among them, and of one in twenty others that
/// they may be (B. H. Bloom, 1970).
final class Bloom {

    private final long[] bits;
    private final int mask;

    /// @param many about as many accounts at most; more, and it is less sure
    Bloom(int many) {
        int size = Integer.highestOneBit(Math.max(8, many)) * 16;
        this.bits = new long[size / Long.SIZE];
        this.mask = size - 1;
    }

    void add(long account) {
        long hash = hash(account);
        set((int) hash & mask);
        set((int) (hash >>> Integer.SIZE) & mask);
    }

    private void set(int bit) {
        bits[bit / Long.SIZE] |= 1L << bit;
    }

    boolean mayHave(long account) {
        long hash = hash(account);
        return has((int) hash & mask) && has((int) (hash >>> Integer.SIZE) & mask);
    }

    boolean mayHaveAny(long[] accounts) {
        for (long account : accounts) {
            if (mayHave(account)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(int bit) {
        return (bits[bit / Long.SIZE] >>> bit & 1) != 0;
    }

    /// The last step of splitmix64, which scatters neighbours.
    private static long hash(long account) {
        long mixed = (account ^ account >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
