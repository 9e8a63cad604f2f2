package org.folkmoot.lifecycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.folkmoot.metrics.Attendance.Register;

/// Who comes much less than they used to, as of the end of a day.
///
/// @param leaving whose days are missed most first
/// @param all everybody who has a rhythm
/// @param tide by how much the days of all regulars have become fewer or more, at most 1
record Drift(List<Rhythm> leaving, List<Rhythm> all, double tide) {

    int regulars() {
        return all.size();
    }

    /// @param day the register's number of the day
    static Drift of(Register register, int day) {
        var regulars = new ArrayList<Rhythm>();
        double usual = 0;
        double recent = 0;
        for (int p = 0; p < register.persons(); p++) {
            var rhythm = Rhythm.of(register, p, day);
            if (rhythm.regular()) {
                regulars.add(rhythm);
                usual += rhythm.usual();
                recent += rhythm.recent();
            }
        }
        double tide = usual == 0 ? 1 : Math.min(1, recent / usual);
        return new Drift(
                regulars.stream()
                        .filter(r -> r.leaving(tide, day))
                        .sorted(
                                Comparator.comparingDouble(Rhythm::missed)
                                        .reversed()
                                        .thenComparingInt(Rhythm::person))
                        .toList(),
                regulars,
                tide);
    }

    /// How right this would have been: who was listed at the ends of six months past, and how many
    /// of them were not seen in the 30 days after, beside the other regulars.
    ///
    /// @param listed people listed, all six times together
    /// @param gone how many of them were not seen in the 30 days after
    /// @param others regulars not listed
    /// @param othersGone how many of these were not seen in the 30 days after
    record Record(int listed, int gone, int others, int othersGone) {

        private static final int TIMES = 6;
        static final int AHEAD = 30;

        /// @param day of which it is asked now; the register must begin 361 days before
        static Record of(Register register, int day) {
            int listed = 0;
            int gone = 0;
            int others = 0;
            int othersGone = 0;
            for (int time = 1; time <= TIMES; time++) {
                int then = day - time * AHEAD;
                var drift = Drift.of(register, then);
                listed += drift.leaving.size();
                gone += unseen(register, drift.leaving, then);
                others += drift.all.size() - drift.leaving.size();
                othersGone +=
                        unseen(register, drift.all, then) - unseen(register, drift.leaving, then);
            }
            return new Record(listed, gone, others, othersGone);
        }

        /// How many of them were not seen in the days after.
        private static int unseen(Register register, List<Rhythm> some, int then) {
            return (int)
                    some.stream()
                            .filter(r -> register.next(r.person(), then + 1, then + AHEAD) < 0)
                            .count();
        }

        /// The days of a register that this needs.
        static int days() {
            return Rhythm.LENGTH + TIMES * AHEAD;
        }
    }
}
