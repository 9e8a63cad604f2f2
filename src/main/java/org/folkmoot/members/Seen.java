package org.folkmoot.members;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the ledger says of one identity: either what was added (then it only adds up), or all there
/// is (then it replaces).
///
/// @param first the earliest of these activities; null when there are none
/// @param kinds how often each kind of activity, and when last
public record Seen(
        long identity,
        @Nullable Instant first,
        @Nullable Instant last,
        int activities,
        Map<String, Times> kinds) {

    public record Times(int times, Instant last) {}

    /// Both together; their kinds differ.
    public Seen and(Seen other) {
        var both = new HashMap<>(kinds);
        both.putAll(other.kinds);
        return new Seen(
                identity,
                first == null || (other.first != null && other.first.isBefore(first))
                        ? other.first
                        : first,
                last == null || (other.last != null && other.last.isAfter(last))
                        ? other.last
                        : last,
                activities + other.activities,
                both);
    }
}
