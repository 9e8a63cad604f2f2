package org.folkmoot.orbit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who moved between two days, the team left out: how many from which rank to which.
///
/// @param people by rank before and rank now, each 0 (none) to 4
@SuppressWarnings("ArrayRecordComponent") // never compared
record Moves(LocalDate before, LocalDate now, int[][] people) {

    static Moves of(Board before, Board now, Profile profile, boolean @Nullable [] among) {
        var people = new int[5][5];
        for (int i = 0; i < now.persons().size(); i++) {
            if (now.persons().counts(i, among)) {
                people[before.rank(profile, i)][now.rank(profile, i)]++;
            }
        }
        return new Moves(before.asOf(), now.asOf(), people);
    }

    /// Which way somebody went.
    enum Way {
        CAME,
        UP,
        HELD,
        DOWN,
        WENT;

        /// @return null for who had no rank on both days
        static @Nullable Way of(int before, int now) {
            if (before == 0 || now == 0) {
                return before == now ? null : before == 0 ? CAME : WENT;
            }
            return now > before ? UP : now == before ? HELD : DOWN;
        }
    }

    int count(Way way) {
        int sum = 0;
        for (int from = 0; from < 5; from++) {
            for (int to = 0; to < 5; to++) {
                sum += Way.of(from, to) == way ? people[from][to] : 0;
            }
        }
        return sum;
    }

    /// Of those who had this rank before, how many went that way.
    int count(Way way, int from) {
        int sum = 0;
        for (int to = 0; to < 5; to++) {
            sum += Way.of(from, to) == way ? people[from][to] : 0;
        }
        return sum;
    }

    /// Members who had this rank before.
    int before(int rank) {
        int sum = 0;
        for (int to = 0; to < 5; to++) {
            sum += people[rank][to];
        }
        return sum;
    }
}
