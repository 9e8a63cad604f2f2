package org.folkmoot.sources.prints;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Found;

/// What rounds of pulls say, with what is kept of each for the next.
public final class Rounds {

    private final Map<Prints.Key, Print> kept = new HashMap<>();

    /// All that a round says, as it is stored.
    public List<Found> dated(int number, List<List<Found>> pages, Instant at) {
        var prints = new Prints(kept, number);
        var dated = pages.stream().flatMap(page -> prints.dated(page, at).stream()).toList();
        kept.putAll(prints.fresh());
        return dated;
    }

    /// Whether it is of something that can change.
    public static boolean changes(Found found) {
        return Saying.thing(found) != null;
    }

    /// When it was last changed, as it says itself.
    public static Instant own(Found found) {
        return Saying.own(found);
    }
}
