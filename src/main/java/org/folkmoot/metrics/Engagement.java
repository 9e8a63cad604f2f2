package org.folkmoot.metrics;

/// What others did with what members made.
///
/// @param items content made in the window
/// @param engagements replies at any depth, reactions on the item and shares, by others
/// @param squares the sum of each item's engagements squared
public record Engagement(long items, long engagements, double squares) {

    /// Engagements per item.
    Reading reading() {
        return items == 0
                ? Reading.unknown(0, Views.NOBODY)
                : new Reading(
                        (double) engagements / items,
                        items,
                        Interval.ofMean((double) engagements, squares, items),
                        null);
    }
}
