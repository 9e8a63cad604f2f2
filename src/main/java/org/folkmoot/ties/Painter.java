package org.folkmoot.ties;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.springframework.stereotype.Component;

/// Draws what is asked for.
@Component
class Painter {

    /// Of a neighbourhood so many are taken before theirs are.
    private static final int NEAR = 300;

    /// Of each account so many of the strongest ties are followed, in each direction.
    private static final int OWN = 40;

    private final Surroundings surroundings;
    private final PictureMemory memory;

    Painter(Surroundings surroundings, PictureMemory memory) {
        this.surroundings = surroundings;
        this.memory = memory;
    }

    /// A page and the drawing in it ask for the same; the second gets what the first did.
    ///
    /// @throws Refusal.NotFound when there is nobody to draw around
    Picture paint(Scope scope, LocalDate today) {
        var state = surroundings.state();
        var known = memory.find(scope, today, state);
        if (known != null) {
            var nodes = surroundings.nodes(known.members());
            if (nodes.size() == known.people().size()) {
                return known.called(nodes);
            }
        }
        var around = scope.around();
        var painted = around == null ? whole(scope, today) : near(scope, around, today);
        memory.keep(scope, today, state, painted);
        return painted;
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
        var ids = surroundings.around(List.of(around), scope.most(), Math.min(scope.most(), NEAR));
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
