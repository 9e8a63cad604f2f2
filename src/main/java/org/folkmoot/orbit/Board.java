package org.folkmoot.orbit;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where everybody stands at the end of a day, in columns by person. Bots and those who were
/// forgotten stand nowhere.
final class Board {

    private final LocalDate asOf;
    private final Persons persons;
    private final byte[] steps;
    private final double[] love;
    private volatile @Nullable Standing everybody;

    Board(LocalDate asOf, Persons persons, byte[] steps, double[] love) {
        this.asOf = asOf;
        this.persons = persons;
        this.steps = steps;
        this.love = love;
    }

    LocalDate asOf() {
        return asOf;
    }

    Persons persons() {
        return persons;
    }

    /// 0 to 12.
    int step(int person) {
        return steps[person];
    }

    double love(int person) {
        return love[person];
    }

    /// In a profile: 0 for none, 1 the outermost, 4 the innermost.
    int rank(Profile profile, int person) {
        return switch (profile) {
            case MILESTONES -> Level.rank(steps[person]);
            case DECAY -> {
                int orbit = Decay.orbit(love[person]);
                yield orbit == 0 ? 0 : 5 - orbit;
            }
        };
    }

    /// How many stand where, without the team.
    ///
    /// @param among who is counted; null: all
    Standing standing(boolean @Nullable [] among) {
        if (among != null) {
            return counted(among);
        }
        var standing = everybody;
        if (standing == null) {
            standing = counted(null);
            everybody = standing;
        }
        return standing;
    }

    /// The sum of love × reach over all who are counted, the team left out.
    ///
    /// @param reaches by member; who reaches nobody may be absent
    double gravity(Map<Long, Double> reaches, boolean @Nullable [] among) {
        double sum = 0;
        for (int i = 0; i < love.length; i++) {
            if (love[i] > 0 && persons.counts(i, among)) {
                sum += love[i] * reaches.getOrDefault(persons.id(i), 0.0);
            }
        }
        return sum;
    }

    private Standing counted(boolean @Nullable [] among) {
        var bySteps = new int[Level.STEPS + 1];
        var byOrbit = new int[5];
        double sum = 0;
        int loved = 0;
        for (int i = 0; i < steps.length; i++) {
            if (persons.counts(i, among)) {
                bySteps[steps[i]]++;
                byOrbit[rank(Profile.DECAY, i)]++;
                sum += love[i];
                loved += love[i] > 0 ? 1 : 0;
            }
        }
        return new Standing(asOf, bySteps, byOrbit, sum, loved);
    }
}
