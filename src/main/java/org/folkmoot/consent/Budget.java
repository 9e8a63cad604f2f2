package org.folkmoot.consent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How often one person may be asked, over all modules.
///
/// @param asks at most, within `days` times 24 hours
record Budget(int asks, int days) {

    Duration span() {
        return Duration.ofDays(days);
    }

    /// When she may be asked again; empty when she may be asked now.
    ///
    /// @param before when she was asked, in any order
    Optional<Instant> free(List<Instant> before, Instant now) {
        var counting = spent(before, now);
        return counting.size() < asks
                ? Optional.empty()
                : Optional.of(counting.get(counting.size() - asks).plus(span()));
    }

    /// The asks that count now, the oldest first.
    List<Instant> spent(List<Instant> before, Instant now) {
        return before.stream().filter(at -> at.plus(span()).isAfter(now)).sorted().toList();
    }
}
