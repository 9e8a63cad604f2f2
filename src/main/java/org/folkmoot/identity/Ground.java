package org.folkmoot.identity;

import java.util.Comparator;
import java.util.Set;

/// Everybody whom a change may concern: grouped as they are, and as they will be.
record Ground(Partition before, Partition after) {

    private static final Comparator<Set<Long>> FIRST =
            Comparator.comparing(group -> group.iterator().next());

    /// The groups that are no more, and those that come in their stead.
    WhoIsWho.Changes changes() {
        var was = Set.copyOf(before.groups());
        var will = Set.copyOf(after.groups());
        return new WhoIsWho.Changes(
                was.stream().filter(g -> !will.contains(g)).sorted(FIRST).toList(),
                will.stream().filter(g -> !was.contains(g)).sorted(FIRST).toList());
    }
}
