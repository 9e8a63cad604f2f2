package org.folkmoot.briefing;

import java.util.Locale;

/// How a goal stands: until its day, and afterwards.
enum GoalState {
    REACHED,
    ON_TRACK,
    BEHIND,
    KEPT,
    MISSED,
    UNKNOWN;

    /// As in the API: `on-track`.
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
