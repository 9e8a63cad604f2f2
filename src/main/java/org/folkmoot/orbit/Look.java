package org.folkmoot.orbit;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.members.PeopleChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where members stand on a day, and how they moved since the window before.
///
/// @param reweighed whether the weights of the two days are others
record Look(Question asked, Standing now, Standing before, Moves moves, boolean reweighed) {

    /// Looks.
    @Component
    static final class Looking {

        /// So many months back the charts go.
        private static final int MONTHS = 12;

        private final Orbits orbits;
        private final PeopleChoice choice;

        Looking(Orbits orbits, PeopleChoice choice) {
            this.orbits = orbits;
            this.choice = choice;
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
            return new Look(
                    asked,
                    now.standing(among),
                    before.standing(among),
                    Moves.of(before, now, asked.profile(), among),
                    !weights.key().equals(weightsBefore.key()));
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
