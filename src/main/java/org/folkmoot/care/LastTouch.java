package org.folkmoot.care;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When somebody of the team last spoke with a person.
///
/// @param activity what was said, where the ledger knows it; null for a conversation logged by hand
/// @param thread to which that belongs
/// @param mate who of the team
/// @param how `spoke` for the team, `answered` for the person, or the way of a logged conversation
record LastTouch(
        Instant at, @Nullable Long activity, @Nullable Long thread, String mate, String how) {

    /// "Miriam wrote to them", "They wrote to Miriam", "Call with Miriam".
    String words() {
        return switch (how) {
            case "spoke" -> mate + " wrote to them";
            case "answered" -> "They wrote to " + mate;
            default -> Talks.WAYS.getOrDefault(how, "Conversation") + " with " + mate;
        };
    }

    long days(Instant now) {
        return Math.max(0, Duration.between(at, now).toDays());
    }
}
