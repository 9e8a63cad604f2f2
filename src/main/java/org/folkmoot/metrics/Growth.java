package org.folkmoot.metrics;

/// How membership changed in a window.
///
/// @param atStart members when the window began
/// @param joined first seen in the window
/// @param left gone in the window, and not back by its end
/// @param returned gone before it, and back in it
/// @param total members at its end: atStart + joined - left + returned
/// @param belonged members at any time in it
/// @param undated profiles with nothing dated about them, in none of the others
public record Growth(
        long atStart,
        long joined,
        long left,
        long returned,
        long total,
        long belonged,
        long undated) {

    public long net() {
        return joined - left;
    }

    /// Net change as a share of the members at the start.
    Reading reading() {
        return atStart == 0
                ? Reading.unknown(
                        0,
                        "Nobody was a member when this window began, so there is nothing to grow from.")
                : Reading.of((double) net() / atStart, atStart);
    }
}
