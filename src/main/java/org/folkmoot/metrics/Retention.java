package org.folkmoot.metrics;

/// How many of those active before are active again. Who left in between is one who was not
/// retained.
///
/// @param activeBefore members active in the window before
/// @param retained those of them also active in this one
public record Retention(long retained, long activeBefore) {

    Reading reading() {
        return Reading.share(
                retained, activeBefore, "Nobody was active in the window before this one.");
    }
}
