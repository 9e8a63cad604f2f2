package org.folkmoot.metrics;

/// How many of those who belong took part.
///
/// @param active distinct members with at least one activity that counts as active
/// @param belonged members who belonged at any time in the window
/// @param contributed those of the active who contributed
/// @param memberDays distinct active members of each day, added up
/// @param days in the window
public record ActiveRatio(long active, long belonged, long contributed, long memberDays, int days) {

    /// Whoever was active belonged, whatever the platforms say of leaving: never over 1.
    public long members() {
        return Math.max(belonged, active);
    }

    Reading reading() {
        return Reading.share(active, members(), "Nobody was a member in this window.");
    }

    /// The mean of each day's active members, as a share of the window's.
    Reading stickiness() {
        return active == 0
                ? Reading.unknown(0, "Nobody was active in this window.")
                : Reading.of((double) memberDays / days / active, active);
    }

    Reading contributing() {
        return Reading.share(contributed, active, "Nobody was active in this window.");
    }
}
