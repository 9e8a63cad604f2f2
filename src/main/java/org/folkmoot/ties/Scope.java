package org.folkmoot.ties;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /// Of each account so many of the strongest ties are followed, in each direction.
    private static final int OWN = 40;

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
            var around = scope.around();
            return around == null ? whole(scope, today) : near(scope, around, today);
        }

        /// Whoever has the strongest of the strongest ties.
        private Picture whole(Scope scope, LocalDate today) {
            var lines = surroundings.strongest(today);
            var strength = new HashMap<Long, Double>();
            for (var line : lines) {
                strength.merge(line.one(), line.weight(), Double::sum);
                strength.merge(line.other(), line.weight(), Double::sum);
            }
            var ids =
                    strength.entrySet().stream()
                            .sorted(
                                    Map.Entry.<Long, Double>comparingByValue()
                                            .reversed()
                                            .thenComparing(Map.Entry.comparingByKey()))
                            .limit(scope.most())
                            .map(Map.Entry::getKey)
                            .toList();
            return Picture.of(surroundings.nodes(ids), lines);
        }

        private Picture near(Scope scope, long around, LocalDate today) {
            var ids =
                    surroundings.around(
                            List.of(around), scope.most(), Math.min(scope.most(), NEAR));
            if (scope.hops() == 2 && !ids.isEmpty()) {
                ids = surroundings.around(ids, OWN, scope.most());
            }
            var nodes = surroundings.nodes(ids);
            if (nodes.isEmpty()) {
                throw new Refusal.NotFound("This person");
            }
            return Picture.of(nodes, surroundings.among(ids, today, OWN));
        }
    }
}
