package org.folkmoot.identity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How often what belongs to one person agrees: the m of each level of names, and of user names.
/// Learnt from identities of different platforms that share a mailbox, which is known without their
/// names; priors, as heavy as 50 such pairs, stand behind it.
///
/// @param names of pairs with two full names, the share on each level that speaks for
/// @param handle of pairs with two user names, the share that is equal
record Habits(Map<NameLevel, Double> names, double handle) {

    private static final double BEHIND = 50;
    private static final double SAME_HANDLE = 0.25;

    /// No share is taken for less: what was never seen is still possible.
    private static final double LEAST = 0.01;

    static final Habits PRIOR = of(List.of());

    /// Two identities known to be one person.
    record Known(Portrait one, Portrait other) {}

    static Habits of(List<Known> pairs) {
        var levels = new EnumMap<NameLevel, Integer>(NameLevel.class);
        var named = 0;
        var handled = 0;
        var equal = 0;
        for (var pair : pairs) {
            var level = level(pair);
            if (level != null) {
                named++;
                levels.merge(level, 1, Integer::sum);
            }
            var one = handle(pair.one());
            var other = handle(pair.other());
            if (one != null && other != null) {
                handled++;
                equal += one.equals(other) ? 1 : 0;
            }
        }
        var names = new EnumMap<NameLevel, Double>(NameLevel.class);
        for (var level : NameLevel.values()) {
            names.put(level, share(levels.getOrDefault(level, 0), named, level.m));
        }
        return new Habits(names, share(equal, handled, SAME_HANDLE));
    }

    double m(NameLevel level) {
        return Objects.requireNonNull(names.get(level));
    }

    private static double share(int seen, int of, double prior) {
        return Math.max(LEAST, (seen + prior * BEHIND) / (of + BEHIND));
    }

    /// On which level their latest names agree; null if one of them has no full name.
    private static @Nullable NameLevel level(Known pair) {
        var one = pair.one().names();
        var other = pair.other().names();
        return one.isEmpty()
                        || other.isEmpty()
                        || !one.getFirst().isFull()
                        || !other.getFirst().isFull()
                ? null
                : NameMatch.of(one.getFirst(), other.getFirst()).level();
    }

    private static @Nullable String handle(Portrait portrait) {
        var own = portrait.own();
        return own == null ? null : Handles.plain(own.substring(own.indexOf(':') + 1));
    }
}
