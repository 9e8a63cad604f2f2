package org.folkmoot.orbit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.folkmoot.members.PeopleChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where members stand on a day, and how they moved since the window before.
///
/// @param reweighed whether the weights of the two days are others
/// @param gravity by the profile asked for; not a number where it is not known
record Look(
        Question asked,
        Standing now,
        Standing before,
        Moves moves,
        boolean reweighed,
        double gravity) {

    /// Looks.
    @Component
    static final class Looking {

        /// So many months back the charts go.
        private static final int MONTHS = 12;

        private final Orbits orbits;
        private final PeopleChoice choice;
        private final Boards boards;
        private final Reaches reaches;

        Looking(Orbits orbits, PeopleChoice choice, Boards boards, Reaches reaches) {
            this.orbits = orbits;
            this.choice = choice;
            this.boards = boards;
            this.reaches = reaches;
        }

        LocalDate today() {
            return orbits.today();
        }

        /// @param contacts whether the reader may ask for contact data
        Look at(Question asked, boolean contacts, Books.Heard heard) {
            var moment = orbits.moment(asked.asOf(), heard);
            var among = among(asked, moment, contacts);
            var weights = orbits.weights(asked.asOf(), asked.todays());
            var weightsBefore = orbits.weights(asked.before(), asked.todays());
            var now = orbits.board(asked.asOf(), weights, moment);
            var before = orbits.board(asked.before(), weightsBefore, moment);
            var standing = now.standing(among);
            var standingBefore = before.standing(among);
            double gravity =
                    asked.profile() == Profile.MILESTONES
                            ? standing.gravity(standingBefore)
                            : reaches.quick()
                                    ? now.gravity(reaches(asked, moment), among)
                                    : Double.NaN;
            return new Look(
                    asked,
                    standing,
                    standingBefore,
                    Moves.of(before, now, asked.profile(), among),
                    !weights.key().equals(weightsBefore.key()),
                    gravity);
        }

        /// Everybody's reach; takes minutes where millions of things were done.
        Map<Long, Double> reaches(Question asked) {
            return reaches(asked, orbits.moment(asked.asOf()));
        }

        private Map<Long, Double> reaches(Question asked, Moment moment) {
            return boards.reaches(
                    asked.asOf(), moment, () -> reaches.at(asked.asOf(), moment.zone()));
        }

        /// By decay: the sum of love × reach.
        double gravity(Question asked, Map<Long, Double> reached) {
            var moment = orbits.moment(asked.asOf());
            var board =
                    orbits.board(
                            asked.asOf(), orbits.weights(asked.asOf(), asked.todays()), moment);
            return board.gravity(reached, among(asked, moment, true));
        }

        /// A year back, month by month, up to the day asked for.
        List<Standing> over(Question asked, boolean contacts, Books.Heard heard) {
            var moment = orbits.moment(asked.asOf(), heard);
            var days =
                    java.util.stream.IntStream.rangeClosed(0, MONTHS)
                            .mapToObj(i -> asked.asOf().minusMonths(MONTHS - (long) i))
                            .toList();
            return orbits.over(days, asked.todays(), moment, among(asked, moment, contacts));
        }

        private boolean @Nullable [] among(Question asked, Moment moment, boolean contacts) {
            return asked.where().isEmpty()
                    ? null
                    : moment.persons().among(choice.fitting(asked.where(), contacts));
        }
    }
}
