package org.folkmoot.effect;

import java.util.ArrayList;
import java.util.List;

/// Chooses whom to look at, and when: everybody who did it, on that day, and the others on days by
/// which they had not. What anybody did later does not decide whether they
/// are looked at (B. Lu: Propensity Score Matching with Time-Dependent Covariates, Biometrics 61,
/// 2005), so some of the others do it later; how many is told.
final class Looks {

    /// So many of the others, at most, are looked at in four weeks.
    static final int MOST = 20_000;

    private final Days days;
    private final int[] when;
    private final boolean present;
    private final int first;
    private final int last;
    private final List<Look> all = new ArrayList<>();
    private boolean sampled;

    /// @param when of each person the day they first did it, by its number; negative
    ///     when before, `Integer.MAX_VALUE` when never
    /// @param present whether only days are taken on which the others were active, as whoever did
    ///     it was
    /// @param first the first day to look at, by its number
    /// @param last the last
    Looks(Days days, int[] when, boolean present, int first, int last) {
        this.days = days;
        this.when = when;
        this.present = present;
        this.first = first;
        this.last = last;
    }

    /// @param sampled whether there were so many others that not all were looked at
    record Chosen(List<Look> looks, boolean sampled) {}

    /// @param among of each person whether they are looked at
    Chosen choose(boolean[] among) {
        for (int from = first - first % Look.BLOCK; from <= last; from += Look.BLOCK) {
            block(Math.max(from, first), Math.min(from + Look.BLOCK - 1, last), among);
        }
        return new Chosen(all, sampled);
    }

    private void block(int from, int to, boolean[] among) {
        var others = new ArrayList<Look>();
        for (int p = 0; p < days.persons(); p++) {
            if (!among[p] || days.since(p) > to) {
                continue;
            }
            if (when[p] >= from && when[p] <= to && days.since(p) <= when[p]) {
                all.add(look(p, when[p], true));
            }
            others(p, from, to, others);
        }
        if (others.size() > MOST) {
            sampled = true;
            others.sort(
                    (a, b) ->
                            Long.compareUnsigned(
                                    mixed(a.person(), a.day()), mixed(b.person(), b.day())));
            all.addAll(others.subList(0, MOST));
        } else {
            all.addAll(others);
        }
    }

    /// The days of the block on which this person had not done it: all on which they were active,
    /// or else any one, which a hash chooses, so that the same question always has the same answer.
    private void others(int person, int from, int to, List<Look> others) {
        int begin = Math.max(from, days.since(person));
        int end = Math.min(to, when[person] - 1);
        if (begin > end) {
            return;
        }
        if (!present) {
            int chosen = (int) Long.remainderUnsigned(mixed(person, from), end - begin + 1L);
            others.add(look(person, begin + chosen, false));
            return;
        }
        for (int day = days.next(person, begin, end);
                day >= 0;
                day = days.next(person, day + 1, end)) {
            others.add(look(person, day, false));
        }
    }

    private Look look(int person, int day, boolean did) {
        return new Look(
                person,
                day,
                did,
                day - days.since(person),
                days.many(person, day - 28, day - 1),
                days.many(person, day - 56, day - 29),
                days.many(person, day - 84, day - 57),
                days.any(person, day, day));
    }

    /// The numbers of David Stafford's Mix13, as in [java.util.SplittableRandom].
    private static long mixed(int person, int block) {
        long z = (person * 0x9E3779B97F4A7C15L) ^ (block * 0xD1B54A32D192ED03L);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
