package org.folkmoot.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.metrics.Gauge;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class GoalTests {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 4, 11);

    private static Goal goal(Gauge gauge, double from, double to, Map<LocalDate, Double> readings) {
        return new Goal(
                1,
                gauge,
                from,
                START,
                to,
                DUE,
                to > from,
                "",
                "Grace",
                Instant.EPOCH,
                new TreeMap<>(readings));
    }

    @Test
    void halfOfTheWayInHalfOfTheTimeIsOnTrackAndSaysWhatEachWeekNeeds() {
        // 100 days from 100 to 200: on day 50 the straight way is at 150
        var goal = goal(Gauge.ACTIVE, 100, 200, Map.of());
        var there = START.plusDays(50);
        assertThat(goal.expected(there)).isEqualTo(150);
        var standing = goal.on(there, 150.0);
        assertThat(standing.state()).isEqualTo(GoalState.ON_TRACK);
        assertThat(standing.weekly()).isCloseTo(7, within(1e-9));
        assertThat(new GoalWords(Locale.ENGLISH).standing(goal, standing))
                .isEqualTo("On track for 200 by Apr 11, 2026: 150 now, 7 more a week are needed.");
        assertThat(goal.on(there, 145.0).state()).isEqualTo(GoalState.ON_TRACK);
        assertThat(goal.on(there, 144.9).state()).isEqualTo(GoalState.BEHIND);
        assertThat(goal.on(there, 200.0).state()).isEqualTo(GoalState.REACHED);
        assertThat(goal.on(there, null).state()).isEqualTo(GoalState.UNKNOWN);
    }

    @Test
    void whereLessIsTheGoalLessIsGood() {
        var goal = goal(Gauge.RESPONSE, 7200, 3600, Map.of());
        var there = START.plusDays(50);
        assertThat(goal.on(there, 5400.0).state()).isEqualTo(GoalState.ON_TRACK);
        assertThat(goal.on(there, 6000.0).state()).isEqualTo(GoalState.BEHIND);
        assertThat(goal.on(there, 3600.0).state()).isEqualTo(GoalState.REACHED);
        assertThat(new GoalWords(Locale.ENGLISH).standing(goal, goal.on(there, 6000.0)))
                .contains("Behind the goal of 1 h", "less a week");
    }

    @Test
    void afterItsDayAGoalIsKeptOrMissedByWhatTheNumberWasThen() {
        var after = DUE.plusDays(40);
        assertThat(goal(Gauge.ACTIVE, 100, 200, Map.of(DUE, 201.0)).on(after, 3.0).state())
                .isEqualTo(GoalState.KEPT);
        assertThat(goal(Gauge.ACTIVE, 100, 200, Map.of(DUE, 199.0)).on(after, 300.0).state())
                .isEqualTo(GoalState.MISSED);
        assertThat(goal(Gauge.ACTIVE, 100, 200, Map.of()).on(after, 300.0).state())
                .isEqualTo(GoalState.UNKNOWN);
        assertThat(goal(Gauge.ACTIVE, 100, 200, Map.of()).on(DUE, 200.0).state())
                .isEqualTo(GoalState.REACHED);
    }

    @Test
    void whatIsTypedIsReadInItsUnitOrRefusedInWords() {
        var today = START;
        var share = new GoalForm("active-share", "42,5", "2026-03-01", "", "", "");
        assertThat(share.read(today).orRefuse().target()).isCloseTo(0.425, within(1e-12));
        var hours = new GoalForm("response", "4", "2026-03-01", "", "most", "");
        assertThat(hours.read(today).orRefuse().target()).isEqualTo(14_400);
        var wrong = new GoalForm("love", "-1", "2025-01-01", "x", "up", "y".repeat(301));
        assertThat(wrong.read(today).wrong())
                .containsOnlyKeys("gauge", "target", "start", "due", "direction", "why");
        for (var hostile : new String[] {"NaN", "Infinity", "1e300", "\0", "<b>1</b>", ""}) {
            assertThat(
                            new GoalForm("active", hostile, "2026-03-01", "", "", "")
                                    .read(today)
                                    .wrong())
                    .as(hostile)
                    .containsKey("target");
        }
    }

    @Test
    void theWeeksToReadEndWithItsLastDay() {
        var goal = goal(Gauge.ACTIVE, 100, 200, Map.of());
        assertThat(GoalReadings.days(goal, START))
                .hasSize(Goal.BEFORE + 1)
                .endsWith(START)
                .startsWith(START.minusWeeks(Goal.BEFORE));
        assertThat(GoalReadings.days(goal, DUE.plusYears(1))).endsWith(DUE).hasSize(24);
    }
}
