package org.folkmoot.metrics;

import org.jspecify.annotations.Nullable;

/// How long one of those who started something waited, in seconds. Each answer is null as long as
/// there is none.
///
/// @param at when it started, in microseconds since 1970
/// @param open from the start to the end of what is known
/// @param threaded until the first threaded reply by another human
/// @param inferred until the first message that answers without saying so, in chat
/// @param staff until the first answer of either sort by the team
public record Wait(
        @Nullable Long place,
        long at,
        double open,
        @Nullable Double threaded,
        @Nullable Double inferred,
        @Nullable Double staff) {

    @Nullable Double answered() {
        return threaded == null
                ? inferred
                : inferred == null ? threaded : Double.valueOf(Math.min(threaded, inferred));
    }

    boolean byInference() {
        return inferred != null && (threaded == null || inferred < threaded);
    }
}
