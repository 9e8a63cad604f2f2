package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class KaplanMeierTests {

    private static double[] times(double... times) {
        return times;
    }

    @Test
    void withoutAnybodyWaitingTheMedianIsTheTimeByWhichHalfWereAnswered() {
        assertThat(KaplanMeier.of(times(3, 1, 2), times()).median()).isEqualTo(2.0);
        assertThat(KaplanMeier.of(times(1, 2, 3, 4), times()).median()).isEqualTo(2.0);
    }

    // at risk 5, 4, then 3: 4/5, 4/5 * 3/4 = 3/5, 3/5 * 2/3 = 2/5
    @Test
    void whoStillWaitsMakesItWorse() {
        var curve = KaplanMeier.of(times(1, 2, 4), times(10, 10));
        assertThat(curve.median()).isEqualTo(4.0);
        assertThat(curve.leftAfter(2)).isEqualTo(0.6, within(1e-12));
        assertThat(curve.leftAfter(4)).isEqualTo(0.4, within(1e-12));
    }

    // 6 answered at 6 and one gone at 6: 21 at risk, 3 answered: 18/21 = 0.857; at 7: 17 at risk ->
    // 0.807;
    // at 10: 15 at risk -> 0.753 (the 6-MP arm of Freireich et al., 1963, as in every textbook)
    @Test
    void theTextbookExampleComesOut() {
        var curve =
                KaplanMeier.of(
                        times(6, 6, 6, 7, 10, 13, 16, 22, 23),
                        times(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35));
        assertThat(curve.leftAfter(6)).isEqualTo(0.857, within(0.0005));
        assertThat(curve.leftAfter(7)).isEqualTo(0.807, within(0.0005));
        assertThat(curve.leftAfter(10)).isEqualTo(0.753, within(0.0005));
        assertThat(curve.leftAfter(13)).isEqualTo(0.690, within(0.0005));
        assertThat(curve.leftAfter(16)).isEqualTo(0.627, within(0.0005));
        assertThat(curve.leftAfter(22)).isEqualTo(0.538, within(0.0005));
        assertThat(curve.leftAfter(23)).isEqualTo(0.448, within(0.0005));
        assertThat(curve.median()).isEqualTo(23.0);
        // R's survfit(conf.type = "log-log"): median 23, from 13 on, no upper limit
        assertThat(curve.medianInterval()).isEqualTo(new Interval(13, null));
    }

    @Test
    void anAnswerAndAnEndOfSightAtTheSameTimeCountTheAnswerFirst() {
        // at time 5 both are at risk: 1/2 is left
        assertThat(KaplanMeier.of(times(5), times(5)).median()).isEqualTo(5.0);
    }

    @Test
    void aMedianThatIsNotReachedIsNotKnownButTheLongestWaitIs() {
        var curve = KaplanMeier.of(times(1), times(7, 9));
        assertThat(curve.median()).isNull();
        assertThat(curve.longest()).isEqualTo(9);
    }

    @Test
    void exactlyOneHalfIsReachedInSpiteOfFloatingPoint() {
        for (int n = 2; n <= 200; n += 2) {
            var all = new double[n];
            for (int i = 0; i < n; i++) {
                all[i] = i + 1;
            }
            assertThat(KaplanMeier.of(all, times()).median()).as("n = %d", n).isEqualTo(n / 2.0);
        }
    }

    @Test
    void theNinetiethPercentileIsWhereATenthStillWaits() {
        var curve = KaplanMeier.of(times(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), times());
        assertThat(curve.timeUntil(0.1)).isEqualTo(9.0);
    }

    @Test
    void nobodyAtAllIsNoCurve() {
        var curve = KaplanMeier.of(times(), times());
        assertThat(curve.n()).isZero();
        assertThat(curve.median()).isNull();
        assertThat(curve.medianInterval()).isNull();
    }

    @Test
    void wilsonsIntervalIsTheTextbooksOne() {
        // 81 of 263: 0.2553 to 0.3662 (Newcombe, 1998)
        var interval = wilson(81, 263);
        assertThat(interval.low()).isEqualTo(0.2553, within(0.0001));
        assertThat(interval.high()).isEqualTo(0.3662, within(0.0001));
        assertThat(wilson(0, 20).low()).isZero();
        assertThat(wilson(0, 20).high()).isEqualTo(0.1611, within(0.0001));
        assertThat(Interval.wilson(0, 0)).isNull();
    }

    private static Interval wilson(long n, long of) {
        return Objects.requireNonNull(Interval.wilson(n, of));
    }
}
