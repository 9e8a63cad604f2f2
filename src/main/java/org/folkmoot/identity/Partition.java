package org.folkmoot.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// Which identities are one person, as it follows from steps in their order. Who was never merged
/// stands alone.
final class Partition {

    private final Map<Long, Set<Long>> groups = new HashMap<>();

    /// @param identities whom to tell of, also those no step speaks of
    /// @param steps those that hold, oldest first
    static Partition of(Collection<Long> identities, Collection<Step> steps) {
        var partition = new Partition();
        identities.forEach(partition::group);
        for (var step : steps) {
            if (step.other() == null) {
                partition.part(step.one());
            } else {
                partition.join(step.one(), step.other());
            }
        }
        return partition;
    }

    Set<Long> group(long identity) {
        return groups.computeIfAbsent(identity, id -> new TreeSet<>(List.of(id)));
    }

    Set<Long> all() {
        return groups.keySet();
    }

    boolean together(long one, long other) {
        return group(one).contains(other);
    }

    /// @return whether they were two before
    boolean join(long one, long other) {
        var into = group(one);
        var from = group(other);
        if (into.contains(other)) {
            return false;
        }
        if (into.size() < from.size()) {
            var smaller = into;
            into = from;
            from = smaller;
        }
        for (var identity : from) {
            groups.put(identity, into);
        }
        into.addAll(from);
        return true;
    }

    void part(long one) {
        var group = group(one);
        if (group.size() > 1) {
            group.remove(one);
            groups.put(one, new TreeSet<>(List.of(one)));
        }
    }

    /// Every group once.
    List<Set<Long>> groups() {
        var all = new ArrayList<Set<Long>>();
        var told = new HashSet<Long>();
        for (var identity : new LinkedHashSet<>(groups.keySet())) {
            var group = Objects.requireNonNull(groups.get(identity));
            if (told.add(group.iterator().next())) {
                all.add(group);
            }
        }
        return all;
    }
}
