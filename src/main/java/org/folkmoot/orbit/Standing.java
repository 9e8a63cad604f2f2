package org.folkmoot.orbit;

import java.time.LocalDate;

/// How many members stand where at the end of a day, the team left out.
///
/// @param steps by step, 0 (no level) to 12
/// @param orbits by rank, 0 (none), 1 (Orbit 4) to 4 (Orbit 1)
/// @param love of all together
/// @param loved how many have any love
@SuppressWarnings("ArrayRecordComponent") // never compared
record Standing(LocalDate asOf, int[] steps, int[] orbits, double love, int loved) {

    /// Members of a rank, 0 to 4.
    int rank(Profile profile, int rank) {
        return switch (profile) {
            case DECAY -> orbits[rank];
            case MILESTONES -> {
                int sum = 0;
                for (int step = 0; step < steps.length; step++) {
                    sum += Level.rank(step) == rank ? steps[step] : 0;
                }
                yield sum;
            }
        };
    }

    /// Members who have a rank.
    int placed(Profile profile) {
        int sum = 0;
        for (int rank = 1; rank <= 4; rank++) {
            sum += rank(profile, rank);
        }
        return sum;
    }

    /// The total of `weight² × members` over the levels of the milestones.
    long commitment() {
        long sum = 0;
        for (var level : Level.values()) {
            sum += (long) level.commitment() * rank(Profile.MILESTONES, level.rank());
        }
        return sum;
    }

    /// Change of the commitment against another day, for each member with a level now; not a number
    /// when nobody has one.
    double gravity(Standing before) {
        int placed = placed(Profile.MILESTONES);
        return placed == 0 ? Double.NaN : (double) (commitment() - before.commitment()) / placed;
    }

    /// Mean love of those who have any; not a number when nobody does.
    double meanLove() {
        return loved == 0 ? Double.NaN : love / loved;
    }
}
