package org.folkmoot.demo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A conversation as it was had, before any platform gives it ids.
///
/// @param turns in order of time, the first post first
record Talk(Script script, @Nullable String title, List<Turn> turns) {

    enum Use {
        FIRST,
        ANSWER,
        ACCEPTED,
        THANKS,
        OTHER
    }

    /// @param to whom it speaks to, if to one person
    record Turn(Actor who, Instant at, String text, Use use, @Nullable Actor to) {}

    Turn first() {
        return turns.getFirst();
    }

    /// Whether anybody but the one who began has spoken by then.
    boolean answered(Instant by) {
        return turns.stream()
                .anyMatch(t -> !t.who().handle().equals(first().who().handle()) && !t.at().isAfter(by));
    }
}
