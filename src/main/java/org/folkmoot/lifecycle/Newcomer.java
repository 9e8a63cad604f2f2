package org.folkmoot.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who came within a window, and how far they found their way in by its end.
///
/// @param came first seen
/// @param active first took part
/// @param post what they wrote first; 0 for nothing
/// @param posted when that was
/// @param answered when somebody else first answered it
/// @param again the Monday of the second week in which they were active
/// @param contributed first built something
public record Newcomer(
        long member,
        String name,
        Instant came,
        @Nullable Instant active,
        long post,
        @Nullable Instant posted,
        @Nullable Instant answered,
        @Nullable Instant again,
        @Nullable Instant contributed) {

    /// The steps on the way in, each asked of everybody by itself.
    enum Step {
        CAME("Came"),
        ACTIVE("Took part"),
        ANSWERED("Got an answer"),
        AGAIN("Active in a second week"),
        CONTRIBUTED("Contributed");

        private final String label;

        Step(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /// When they reached it; null when they did not by then.
    @Nullable Instant at(Step step) {
        return switch (step) {
            case CAME -> came;
            case ACTIVE -> active;
            case ANSWERED -> answered;
            case AGAIN -> again;
            case CONTRIBUTED -> contributed;
        };
    }

    /// Whether their first post still has no answer.
    boolean waits() {
        return posted != null && answered == null;
    }
}
