package org.folkmoot.ties;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which people are asked for: somebody's neighbourhood, or those with the strongest ties.
///
/// @param around null for the whole community
/// @param hops 1: whom she knows; 2: and whom they know
/// @param most so many people
record Scope(@Nullable Long around, int hops, int most) {

    static final int MOST = 2_000;

    /// Of a neighbourhood so many are taken before theirs are.
    private static final int NEAR = 300;

    private static final int LINES = 20_000;

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

    /// Draws what is asked for.
    @Component
    static final class Painter {

        private final Surroundings surroundings;

        Painter(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        /// @throws Refusal.NotFound when there is nobody to draw around
        Picture paint(Scope scope, LocalDate today) {
            var ids = ids(scope);
            var nodes = surroundings.nodes(ids);
            if (scope.around() != null && nodes.isEmpty()) {
                throw new Refusal.NotFound("This person");
            }
            return Picture.of(nodes, surroundings.among(ids, today, LINES));
        }

        private List<Long> ids(Scope scope) {
            if (scope.around() == null) {
                return surroundings.strongest(scope.most());
            }
            var near = surroundings.around(List.of(scope.around()), Math.min(scope.most(), NEAR));
            if (near.isEmpty()) {
                return List.of(scope.around());
            }
            return scope.hops() == 1 ? near : surroundings.around(near, scope.most());
        }
    }
}
