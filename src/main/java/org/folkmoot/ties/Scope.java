package org.folkmoot.ties;

import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// Which people are asked for: somebody's neighbourhood, or those with the strongest ties.
///
/// @param around null for the whole community
/// @param hops 1: whom she knows; 2: and whom they know
/// @param most so many people
record Scope(@Nullable Long around, int hops, int most) {

    static final int MOST = 2_000;

    Scope {
        if (hops < 1 || hops > 2) {
            throw new Refusal.Unusable("hops=%d will not do: ask for 1 or 2.".formatted(hops));
        }
        if (most < 2 || most > MOST) {
            throw new Refusal.Unusable(
                    "most=%d will not do: ask for 2 to %d people.".formatted(most, MOST));
        }
    }

    /// The address of this view, for what follows a `?`.
    String address() {
        var of = around == null ? "" : "around=%d&hops=%d&".formatted(around, hops);
        return of + "most=" + most;
    }
}
