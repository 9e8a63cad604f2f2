package org.folkmoot.members;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How one person can be reached. Not for readers who may not see addresses.
///
/// @param member who she is now
/// @param homes the members her accounts were born with
/// @param addresses that take mail, in lower case, that of the busiest account first
/// @param zone as she or a platform tells; null when it is not known
/// @param person false for bots and accounts that stand for many
/// @param forgotten whether an account of hers is one that asked to be forgotten
public record Reach(
        long member,
        String name,
        Set<Long> homes,
        List<String> addresses,
        @Nullable ZoneId zone,
        boolean person,
        boolean forgotten) {

    public Reach {
        homes = Set.copyOf(homes);
        addresses = List.copyOf(addresses);
    }
}
