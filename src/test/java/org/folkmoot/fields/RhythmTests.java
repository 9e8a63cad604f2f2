package org.folkmoot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTests {

    /// Somebody who is active from nine to half past ten in the evening, at that offset from UTC.
    private static Rhythm dayTime(int offset, int days) {
        var hours = new ArrayList<>(Collections.nCopies(24, 0));
        for (int local = 9; local <= 22; local++) {
            hours.set(Math.floorMod(local - offset, 24), days);
        }
        return new Rhythm(hours);
    }

    @ParameterizedTest
    @ValueSource(ints = {-10, -7, -3, 0, 1, 5, 9, 12})
    void whoIsActiveByDayLivesNearTheOffsetThatMakesItDay(int offset) {
        var guess = dayTime(offset, 10).guess().orElseThrow();
        assertThat(Math.floorMod(offset - guess.earliest(), 24)).isLessThanOrEqualTo(4);
        assertThat(guess.hours()).isEqualTo(140);
    }

    @Test
    void theAnswerIsARangeInWords() {
        assertThat(new ZoneGuess(3, 40).words()).isEqualTo("about UTC+1 to UTC+5");
        assertThat(new ZoneGuess(-2, 40).words()).isEqualTo("about UTC-4 to UTC");
    }

    @Test
    void tooFewHoursTellNothing() {
        assertThat(dayTime(1, 1).guess()).isEmpty();
        assertThat(new Rhythm(Collections.nCopies(24, 0)).guess()).isEmpty();
    }

    @Test
    void aRobotThatNeverSleepsTellsNothing() {
        assertThat(new Rhythm(Collections.nCopies(24, 100)).guess()).isEmpty();
    }

    @Test
    void severalAccountsOfOnePersonAreOneDay() {
        var sum = Rhythm.sum(List.of(dayTime(1, 2), dayTime(1, 3)));
        assertThat(sum).isEqualTo(dayTime(1, 5));
        assertThat(sum.guess()).isEqualTo(dayTime(1, 5).guess());
    }

    @Test
    void ofPeopleWhoLiveByTheCurveNineInTenAnswersHoldTheTruth() {
        var random = new Random(7);
        int told = 0;
        int right = 0;
        for (int person = 0; person < 500; person++) {
            int offset = random.nextInt(24) - 11;
            var guess = living(offset, 60, random).guess();
            if (guess.isPresent()) {
                told++;
                right += Math.floorMod(offset - guess.get().earliest(), 24) <= 4 ? 1 : 0;
            }
        }
        assertThat(told).isGreaterThan(200);
        assertThat((double) right / told).isGreaterThan(0.9);
    }

    private static Rhythm living(int offset, int hours, Random random) {
        var curve =
                new int[] {
                    46, 36, 25, 17, 11, 9, 11, 16, 24, 35, 47, 54, 55, 55, 56, 57, 58, 58, 56, 54,
                    54, 56, 56, 52
                };
        var counts = new ArrayList<>(Collections.nCopies(24, 0));
        for (int n = 0; n < hours; n++) {
            int draw = random.nextInt(998);
            int local = 0;
            while (local < 23 && draw >= curve[local]) {
                draw -= curve[local++];
            }
            int utc = Math.floorMod(local - offset, 24);
            counts.set(utc, counts.get(utc) + 1);
        }
        return new Rhythm(counts);
    }
}
