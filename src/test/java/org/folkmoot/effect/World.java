package org.folkmoot.effect;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;

/// A made-up community: everybody has an eagerness of their own, comes at some time and goes at
/// some time, and whoever was there much lately does the thing in question more often, whether it
/// helps or not.
@NullUnmarked
final class World implements Days {

    private final int[] since;
    private final BitSet[] active;
    final int[] when;

    /// @param lift by how much whoever did it is likelier to be active on each of the 30 days after
    World(long seed, int people, int days, double lift) {
        var random = new Random(seed);
        since = new int[people];
        active = new BitSet[people];
        when = new int[people];
        Arrays.fill(when, Integer.MAX_VALUE);
        for (int p = 0; p < people; p++) {
            double eager = Math.pow(random.nextDouble(), 3) * 0.5;
            since[p] = random.nextInt(days + 400) - 400;
            int until = since[p] + 20 + random.nextInt(900);
            active[p] = new BitSet(days);
            for (int day = Math.max(0, since[p]); day < Math.min(days, until); day++) {
                boolean lifted = day > when[p] && day <= when[p] + 30L;
                if (random.nextDouble() < eager + (lifted ? lift : 0)) {
                    active[p].set(day);
                    if (when[p] == Integer.MAX_VALUE
                            && random.nextDouble() < 0.003 * (1 + many(p, day - 28, day - 1))) {
                        when[p] = day;
                    }
                }
            }
        }
    }

    @Override
    public int persons() {
        return since.length;
    }

    @Override
    public long member(int person) {
        return person + 1L;
    }

    @Override
    public int since(int person) {
        return since[person];
    }

    @Override
    public int many(int person, int from, int to) {
        return to < from
                ? 0
                : active[person].get(Math.max(0, from), Math.max(0, to + 1)).cardinality();
    }

    @Override
    public int next(int person, int from, int to) {
        int next = active[person].nextSetBit(Math.max(0, from));
        return next > to ? -1 : next;
    }

    @Override
    public LocalDate day(int number) {
        return LocalDate.of(2025, 1, 1).plusDays(number);
    }
}
