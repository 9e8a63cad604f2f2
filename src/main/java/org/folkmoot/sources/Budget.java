package org.folkmoot.sources;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How much a platform still allows, as its last answer said.
///
/// @param remaining requests, points or whatever it counts; null when it does not say
/// @param most of how many
/// @param resetsAt when all of them are there again
/// @param closedUntil it said itself that nobody may ask before
public record Budget(
        @Nullable Long remaining,
        @Nullable Long most,
        @Nullable Instant resetsAt,
        @Nullable Instant closedUntil) {

    public static final Budget UNKNOWN = new Budget(null, null, null, null);

    /// Until when nothing may be asked; null when something may be asked now.
    public @Nullable Instant shutAt(Instant now) {
        var spent = remaining != null && remaining <= 0 ? resetsAt : null;
        return Stream.of(spent, closedUntil)
                .<Instant>mapMulti(
                        (at, found) -> {
                            if (at != null && at.isAfter(now)) {
                                found.accept(at);
                            }
                        })
                .max(Instant::compareTo)
                .orElse(null);
    }

    public Budget closed(Instant until) {
        return new Budget(remaining, most, resetsAt, until);
    }
}
