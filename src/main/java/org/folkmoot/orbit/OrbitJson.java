package org.folkmoot.orbit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the API and the command line tell of where members stand.
///
/// @param gravity null where it is not known
/// @param commitment of the milestones, as of the day and of the day it is compared with
record OrbitJson(
        String profile,
        LocalDate asOf,
        LocalDate before,
        int window,
        @Nullable Double gravity,
        long commitment,
        long commitmentBefore,
        int members,
        double love,
        @Nullable Double meanLove,
        boolean reweighed,
        List<Level> levels,
        Moves moves) {

    /// @param level `leading` or `orbit-1`
    /// @param steps members by step: III, II and I; empty by decay
    record Level(String level, int members, int before, List<Integer> steps) {}

    record Moves(int up, int held, int down, int came, int went) {}

    static OrbitJson of(Look look) {
        var profile = look.asked().profile();
        var levels = new ArrayList<Level>();
        for (int rank = 4; rank >= 1; rank--) {
            var steps = new ArrayList<Integer>();
            for (int step = rank * 3 - 2;
                    profile == Profile.MILESTONES && step <= rank * 3;
                    step++) {
                steps.add(look.now().steps()[step]);
            }
            levels.add(
                    new Level(
                            profile.rank(rank).toLowerCase(Locale.ROOT).replace(' ', '-'),
                            look.now().rank(profile, rank),
                            look.before().rank(profile, rank),
                            steps));
        }
        var moves = look.moves();
        return new OrbitJson(
                profile.key(),
                look.asked().asOf(),
                look.asked().before(),
                look.asked().window(),
                known(look.gravity()),
                look.now().commitment(),
                look.before().commitment(),
                look.now().placed(profile),
                look.now().love(),
                known(look.now().meanLove()),
                look.reweighed(),
                levels,
                new Moves(
                        moves.count(org.folkmoot.orbit.Moves.Way.UP),
                        moves.count(org.folkmoot.orbit.Moves.Way.HELD),
                        moves.count(org.folkmoot.orbit.Moves.Way.DOWN),
                        moves.count(org.folkmoot.orbit.Moves.Way.CAME),
                        moves.count(org.folkmoot.orbit.Moves.Way.WENT)));
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
