package org.folkmoot.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class RhythmTests {

    private static List<List<Integer>> week(int[]... dayHourMany) {
        var week = new ArrayList<List<Integer>>();
        for (int d = 0; d < 7; d++) {
            week.add(new ArrayList<>(Collections.nCopies(24, 0)));
        }
        for (var one : dayHourMany) {
            week.get(one[0] - 1).set(one[1], one[2]);
        }
        return week;
    }

    @Test
    void halfOfADayCanGoRoundMidnight() {
        var week = week(new int[] {1, 23, 4}, new int[] {2, 0, 4}, new int[] {3, 12, 4});
        var rhythm = new Rhythm(week, week, List.of());
        assertThat(rhythm.half()).isEqualTo(new Rhythm.Half(23, 1));
    }

    @Test
    void theFirstOfEquallyBusyHoursIsNamedAndWeekendsAreAShare() {
        var week = week(new int[] {2, 14, 3}, new int[] {6, 9, 3});
        var rhythm = new Rhythm(week, week, List.of());
        assertThat(rhythm.busiest()).isEqualTo(new Rhythm.Hour(DayOfWeek.TUESDAY, 14, 3));
        assertThat(rhythm.weekend()).isEqualTo(0.5);
        assertThat(rhythm.silent()).isFalse();
        assertThat(new Rhythm(week(), week(), List.of()).silent()).isTrue();
    }

    @Test
    void theRunningMonthIsNotCalledTheEmptiest() {
        var months = new ArrayList<Rhythm.Month>();
        int[] people = {5, 30, 10, 20, 1};
        for (int i = 0; i < people.length; i++) {
            months.add(new Rhythm.Month(YearMonth.of(2026, 1 + i), people[i]));
        }
        var rhythm = new Rhythm(week(), week(), months);
        assertThat(rhythm.fullest()).contains(new Rhythm.Month(YearMonth.of(2026, 2), 30));
        assertThat(rhythm.emptiest()).contains(new Rhythm.Month(YearMonth.of(2026, 3), 10));
    }
}
