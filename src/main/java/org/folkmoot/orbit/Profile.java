package org.folkmoot.orbit;

import java.util.List;
import java.util.Locale;

/// How closeness is measured: by what somebody reached in a year, or by what fades.
enum Profile {
    MILESTONES(
            "Milestones (2022)", List.of("Exploring", "Participating", "Contributing", "Leading")),
    DECAY("Decay (2021)", List.of("Orbit 4", "Orbit 3", "Orbit 2", "Orbit 1"));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // lists made by List.of
    private final List<String> ranks;

    Profile(String label, List<String> ranks) {
        this.label = label;
        this.ranks = ranks;
    }

    String label() {
        return label;
    }

    /// `milestones`: in addresses.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a rank is called, 1 (outermost) to 4.
    String rank(int rank) {
        return rank == 0 ? "No level" : ranks.get(rank - 1);
    }

    /// The condition that people have this rank: `level is leading`, `orbit is 1`.
    String condition(int rank) {
        return switch (this) {
            case MILESTONES -> "level is " + Level.values()[rank - 1].key();
            case DECAY -> "orbit is " + (5 - rank);
        };
    }

    /// The condition that people have any rank.
    String any() {
        return switch (this) {
            case MILESTONES -> "level at least " + Level.stepKey(1);
            case DECAY -> "orbit within 4";
        };
    }
}
