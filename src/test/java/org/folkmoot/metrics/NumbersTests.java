package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.folkmoot.community.BusinessHours;
import org.folkmoot.kernel.Refusal;
import org.junit.jupiter.api.Test;

class NumbersTests {

    /// Monday, eight o'clock in Berlin.
    private static final Instant DAWN = Instant.parse("2026-03-09T07:00:00Z");

    private static final long MORNING = Census.micros(DAWN);

    private static OpenTime open(BusinessHours hours) {
        return new OpenTime(hours, ZoneId.of("Europe/Berlin"), DAWN, DAWN.plus(Duration.ofDays(7)));
    }

    private static Wait answered(double seconds) {
        return new Wait(1L, MORNING, 1000, seconds, null, null);
    }

    private static final Wait OPEN = new Wait(1L, MORNING, 1000, null, null, null);

    private static Waits waits(Wait... all) {
        return new Waits(Arrays.asList(all), false, open(BusinessHours.USUAL));
    }

    @Test
    void theMedianOfThreeAnswersIsTheMiddleOne() {
        assertThat(waits(answered(30), answered(10), answered(20)).reading().value())
                .isEqualTo(20.0);
    }

    @Test
    void oneOfThreeStillWaitingMovesTheMedianUp() {
        var waits = waits(answered(10), answered(20), OPEN);
        // 1/3 gone at 10, 2/3 gone at 20
        assertThat(waits.reading().value()).isEqualTo(20.0);
        assertThat(waits.answeredMedian()).isEqualTo(15.0);
        assertThat(waits.answeredMean()).isEqualTo(15.0);
        assertThat(waits.unansweredShare().value()).isEqualTo(1.0 / 3, within(1e-12));
    }

    @Test
    void whenMoreThanHalfWaitTheReasonIsGivenInsteadOfANumber() {
        var reading = waits(answered(10), OPEN, OPEN).reading();
        assertThat(reading.value()).isNull();
        assertThat(reading.n()).isEqualTo(3);
        assertThat(reading.reason()).contains("More than half");
    }

    @Test
    void theEarlierOfAReplyAndAnInferredOneCounts() {
        var both = new Wait(1L, MORNING, 1000, 50.0, 20.0, null);
        assertThat(both.answered()).isEqualTo(20);
        assertThat(both.byInference()).isTrue();
        assertThat(new Wait(1L, MORNING, 1000, 20.0, 20.0, null).byInference()).isFalse();
        assertThat(waits(both).strict().value()).isEqualTo(50.0);
        assertThat(waits(both, answered(5)).inferredShare().value()).isEqualTo(0.5);
    }

    @Test
    void withoutATeamThereIsNoTeamsResponseTime() {
        assertThat(waits(answered(1)).staff().reason()).contains("staff");
        var staffed =
                new Waits(
                        List.of(new Wait(1L, MORNING, 1000, 5.0, null, 7.0)),
                        true,
                        open(BusinessHours.USUAL));
        assertThat(staffed.staff().value()).isEqualTo(7.0);
    }

    @Test
    void inBusinessHoursTheNightBeforeThemTakesNoTime() {
        var hour = 3600.0;
        // asked at eight: answered half an hour later, at ten, at eleven
        var waits = waits(answered(hour / 2), answered(2 * hour), answered(3 * hour));
        assertThat(waits.reading().value()).isEqualTo(2 * hour);
        assertThat(waits.business().value()).isEqualTo(hour);
        assertThat(waits(answered(hour / 2)).business().value()).isZero();
        // who still waits counts with the hours waited so far
        var silent = new Wait(1L, MORNING, 48 * hour, null, null, null);
        assertThat(waits(silent, silent, answered(hour)).business().reason()).contains("More than");
        assertThat(waits(silent).businessCurve().longest()).isEqualTo(16 * hour);
    }

    @Test
    void daysWithoutBusinessHoursKnowNoWaitInThem() {
        var sundays =
                new BusinessHours(
                        Map.of(DayOfWeek.SUNDAY, new BusinessHours.Span(540, 1020)),
                        new TreeMap<>(Map.of(LocalDate.parse("2026-03-15"), "Lantern day")),
                        true);
        var waits = new Waits(List.of(answered(60)), false, open(sundays));
        assertThat(waits.business().value()).isNull();
        assertThat(waits.business().reason()).isEqualTo("These days have no business hours.");
        assertThat(waits.business().n()).isEqualTo(1);
    }

    @Test
    void aRateByViewIsOfTheItemsWhoseViewsAreKnown() {
        var views = new Views(5, 2, 80, 4);
        assertThat(views.rate().value()).isEqualTo(0.05);
        assertThat(views.rate().n()).isEqualTo(2);
        assertThat(views.coverage().value()).isEqualTo(0.4);
        assertThat(new Views(5, 0, 0, 0).rate().reason()).contains("No platform tells");
        assertThat(new Views(5, 2, 0, 1).rate().reason()).contains("Nobody has viewed");
        assertThat(new Views(0, 0, 0, 0).rate().reason()).contains("Nobody made anything");
        assertThat(new Views(0, 0, 0, 0).coverage().value()).isNull();
    }

    @Test
    void growthIsTheNetChangeOnTheStart() {
        var growth = new Growth(200, 12, 4, 1, 209, 213, 3);
        assertThat(growth.net()).isEqualTo(8);
        assertThat(growth.reading().value()).isEqualTo(0.04);
        assertThat(new Growth(0, 5, 0, 0, 5, 5, 0).reading().value()).isNull();
    }

    @Test
    void stickinessIsTheMeanOverAllDaysAlsoTheQuietOnes() {
        // 2 members in 7 days: both on one day, one on another: (2 + 1) / 7 / 2
        var ratio = new ActiveRatio(2, 8, 1, 3, 7);
        assertThat(ratio.reading().value()).isEqualTo(0.25);
        assertThat(ratio.stickiness().value()).isEqualTo(3.0 / 7 / 2, within(1e-12));
        assertThat(ratio.contributing().value()).isEqualTo(0.5);
    }

    @Test
    void theActiveRatioIsNeverOverOne() {
        assertThat(new ActiveRatio(5, 3, 0, 5, 7).reading().value()).isEqualTo(1.0);
    }

    @Test
    void whatCannotBeDividedIsNotKnown() {
        assertThat(new Retention(0, 0).reading().value()).isNull();
        assertThat(new Retention(0, 0).reading().reason()).isNotBlank();
        assertThat(new Retention(0, 4).reading().value()).isZero();
        assertThat(new Engagement(0, 0, 0).reading().value()).isNull();
        assertThat(waits().reading().value()).isNull();
        assertThat(new ActiveRatio(0, 0, 0, 0, 7).stickiness().value()).isNull();
    }

    @Test
    void engagementIsAMeanWithItsInterval() {
        // items with 0, 1 and 5: mean 2, standard deviation 2.6458, standard error 1.5275
        var reading = new Engagement(3, 6, 26).reading();
        assertThat(reading.value()).isEqualTo(2.0);
        var interval = Objects.requireNonNull(reading.interval());
        assertThat(interval.low()).isZero();
        assertThat(interval.high()).isEqualTo(2 + 1.96 * 1.5275, within(0.001));
    }

    @Test
    void aWindowIsCutAtLocalMidnightsAlsoWhenClocksChange() {
        var berlin = ZoneId.of("Europe/Berlin");
        var window =
                Window.of(
                        LocalDate.parse("2026-03-31"),
                        7,
                        berlin,
                        Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(window.from()).isEqualTo("2026-03-24T23:00:00Z");
        assertThat(window.to()).isEqualTo("2026-03-31T22:00:00Z");
        assertThat(window.before().to()).isEqualTo(window.from());
        assertThat(window.before().from()).isEqualTo("2026-03-17T23:00:00Z");
        assertThat(window.eachDay()).hasSize(7);
    }

    @Test
    void aYearIs365DaysAlsoOverALeapDay() {
        var zone = ZoneId.of("Europe/Berlin");
        var now = Instant.parse("2026-06-01T00:00:00Z");
        var window = Window.of(LocalDate.parse("2024-03-01"), 365, zone, now);
        assertThat(window.first()).isEqualTo("2023-03-03");
        assertThat(window.eachDay()).hasSize(365).contains(LocalDate.parse("2024-02-29"));
        assertThat(window.before().last()).isEqualTo("2023-03-02");
        var week = Window.of(LocalDate.parse("2024-02-29"), 7, zone, now);
        assertThat(week.to()).isEqualTo("2024-02-29T23:00:00Z");
    }

    @Test
    void todayEndsNow() {
        var now = Instant.parse("2026-06-01T10:00:00Z");
        var window = Window.of(LocalDate.parse("2026-06-01"), 30, ZoneId.of("UTC"), now);
        assertThat(window.to()).isEqualTo(now);
        assertThat(window.days()).isEqualTo(30);
        assertThat(window.before().to()).isEqualTo("2026-05-03T00:00:00Z");
    }

    @Test
    void aDayThatHasNotComeAndAnOddLengthAreRefused() {
        var now = Instant.parse("2026-06-01T10:00:00Z");
        var utc = ZoneId.of("UTC");
        assertThatThrownBy(() -> Window.of(LocalDate.parse("2026-06-02"), 30, utc, now))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("has not come yet");
        assertThatThrownBy(() -> Window.of(LocalDate.parse("2026-06-01"), 31, utc, now))
                .hasMessageContaining("7, 30, 90 or 365");
    }
}
