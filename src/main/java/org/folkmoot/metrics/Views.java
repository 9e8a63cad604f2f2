package org.folkmoot.metrics;

/// How often what members made was looked at, of those items whose platform tells it.
///
/// @param items content made in the window, looked at or not
/// @param known those of them whose views are known
/// @param views of all those, as their platform told at the last import
/// @param engagements of all those
public record Views(long items, long known, long views, long engagements) {

    static final String NOBODY = "Nobody made anything in this window.";

    /// Engagements per view, over the items whose views are known.
    Reading rate() {
        if (views > 0) {
            return Reading.of((double) engagements / views, known);
        }
        return Reading.unknown(
                known,
                items == 0
                        ? NOBODY
                        : known == 0
                                ? "No platform tells how often these items were viewed."
                                : "Nobody has viewed these items.");
    }

    /// The share of items whose views are known.
    Reading coverage() {
        return items == 0 ? Reading.unknown(0, NOBODY) : Reading.of((double) known / items, items);
    }
}
