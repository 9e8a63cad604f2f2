package org.folkmoot.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.metrics.Beat;
import org.folkmoot.metrics.Beat.Of;
import org.folkmoot.metrics.Beat.Where;
import org.junit.jupiter.api.Test;

/// How often alarms are wrong, and how often what happened is noticed, on made-up communities.
class ScreeningTests {

    private static final int DAYS = 520;

    /// So many communities go through quiet years; with more than a few, all figures are told.
    private static final int TOWNS = Integer.getInteger("screening.towns", 3);
    private static final int LEARNING = 120;

    private record Found(LocalDate day, Finding finding) {}

    /// Day after day as the nightly round does, on what is known by then.
    private static List<Found> year(List<Beat> all, int from, int to) {
        var found = new ArrayList<Found>();
        for (int d = from; d < to; d++) {
            int known = d;
            var day = SimulatedTowns.FIRST.plusDays(d);
            var soFar =
                    all.stream()
                            .map(
                                    b ->
                                            new Beat(
                                                    b.of(),
                                                    b.where(),
                                                    b.key(),
                                                    b.name(),
                                                    Arrays.copyOf(b.values(), known + 1)))
                            .toList();
            var before =
                    found.stream()
                            .filter(f -> f.day().isAfter(day.minusDays(21)))
                            .map(
                                    f ->
                                            new Screening.Raised(
                                                    f.day(),
                                                    f.finding().story(),
                                                    f.finding().span()))
                            .toList();
            new Screening(SimulatedTowns.FIRST, soFar)
                    .on(day, _ -> true, before)
                    .forEach(f -> found.add(new Found(day, f)));
        }
        return found;
    }

    @Test
    void ofQuietYearsFewAlarmsCome() {
        int wrong = 0;
        double weeks = 0;
        for (int seed = 1; seed <= TOWNS; seed++) {
            var town =
                    new SimulatedTowns(seed, DAYS, seed % 3 == 0 ? 30 : seed % 3 == 1 ? 120 : 600);
            var found = year(town.beats((_, _) -> 1.0), LEARNING, DAYS);
            wrong += found.size();
            weeks += (DAYS - LEARNING) / 7.0;
            for (int d = LEARNING; d < DAYS; d++) {
                var day = SimulatedTowns.FIRST.plusDays(d);
                assertThat(
                                found.stream()
                                        .filter(
                                                f ->
                                                        !f.day().isAfter(day)
                                                                && f.day()
                                                                        .isAfter(day.minusDays(7))))
                        .hasSizeLessThanOrEqualTo(Screening.WEEKLY);
            }
        }
        report("alarms a week in quiet years", wrong / weeks);
        assertThat(wrong / weeks).isLessThan(0.5);
    }

    private static double noticed(double size, int platform, double factor, int lasting) {
        int noticed = 0;
        int times = 40;
        for (int seed = 100; seed < 100 + times; seed++) {
            int when = 200 + seed % 14;
            var town = new SimulatedTowns(seed, when + lasting + 1, size);
            var beats =
                    town.beats(
                            (p, d) ->
                                    d >= when
                                                    && d < when + lasting
                                                    && (platform < 0 || p == platform)
                                            ? factor
                                            : 1.0);
            var story = factor < 1 ? " down" : " up";
            noticed +=
                    year(beats, when, when + lasting).stream()
                                    .anyMatch(f -> f.finding().story().endsWith(story))
                            ? 1
                            : 0;
        }
        return (double) noticed / times;
    }

    @Test
    void whatHappensIsNoticed() {
        for (var size : TOWNS > 3 ? new double[] {30, 120, 600} : new double[0]) {
            report("%.0f a day, outage of a day".formatted(size), noticed(size, -1, 0.05, 1));
            report("%.0f a day, halved for a day".formatted(size), noticed(size, -1, 0.5, 1));
            report("%.0f a day, doubled for a day".formatted(size), noticed(size, -1, 2, 1));
            report(
                    "%.0f a day, a third less for a week".formatted(size),
                    noticed(size, -1, 0.67, 7));
            report(
                    "%.0f a day, second platform silent for 3 days".formatted(size),
                    noticed(size, 1, 0.02, 3));
        }
        assertThat(noticed(120, -1, 0.05, 1)).isGreaterThan(0.95);
        assertThat(noticed(120, -1, 2, 1)).isGreaterThan(0.7);
        assertThat(noticed(120, -1, 0.67, 7)).isGreaterThan(0.6);
        assertThat(noticed(120, 1, 0.02, 3)).isGreaterThan(0.9);
    }

    private static void report(String what, double figure) {
        org.slf4j.LoggerFactory.getLogger(ScreeningTests.class)
                .info("{}: {}", what, "%.2f".formatted(figure));
    }

    @Test
    void weekendsAreNoNews() {
        var values = new double[150];
        for (int d = 0; d < values.length; d++) {
            values[d] = d % 7 >= 5 ? 2 : 100;
        }
        var season = new Season(SimulatedTowns.FIRST, values);
        for (int d = 140; d < 150; d++) {
            assertThat(season.at(d, 1).orElseThrow().chance()).isGreaterThan(0.5);
        }
        values[144] = 20;
        var off = season.at(144, 1).orElseThrow();
        assertThat(off.chance()).isLessThan(0.0005);
        assertThat(off.z()).isNegative();
        assertThat(off.expected()).isCloseTo(100, within(1.0));
        assertThat(off.low()).isLessThan(100);
    }

    @Test
    void daysThatAreSaidToBeUnlikeOthersTeachNothing() {
        var values = new double[150];
        Arrays.fill(values, 100);
        Arrays.fill(values, 100, 149, Double.NaN);
        var season = new Season(SimulatedTowns.FIRST, values);
        assertThat(season.at(149, 1)).isEmpty();
        Arrays.fill(values, 100, 149, 100);
        Arrays.fill(values, 142, 149, Double.NaN);
        assertThat(season.at(149, 1).orElseThrow().expected()).isCloseTo(100, within(0.5));
    }

    @Test
    void aPlaceThatLivesInBurstsIsNoNews() {
        var values = new double[150];
        for (int d = 0; d < values.length; d += 6) {
            values[d] = 9;
        }
        Arrays.fill(values, 143, 150, 7);
        var place = new Beat(Of.DEEDS, Where.PLACE, "1", "theming", values);
        var day = SimulatedTowns.FIRST.plusDays(149);
        assertThat(
                        new Screening(SimulatedTowns.FIRST, List.of(place))
                                .on(day, _ -> true, List.of()))
                .isEmpty();
        Arrays.fill(values, 0, 143, 3);
        Arrays.fill(values, 143, 150, 40);
        assertThat(
                        new Screening(SimulatedTowns.FIRST, List.of(place))
                                .on(day, _ -> true, List.of()))
                .hasSize(1);
    }

    @Test
    void aWaitThatDoublesIsTold() {
        var medians = new double[180];
        Arrays.fill(medians, Double.NaN);
        for (int d = 179, n = 0; d >= 0; d -= 7, n++) {
            medians[d] = 3600 * (1 + 0.1 * (n % 3));
        }
        assertThat(Waiting.at(medians, 179).orElseThrow().chance()).isGreaterThan(0.05);
        medians[179] = 4 * 3600;
        var off = Waiting.at(medians, 179).orElseThrow();
        assertThat(off.z()).isGreaterThan(4);
        assertThat(off.chance()).isLessThan(0.002);
        medians[179] = Double.NaN;
        assertThat(Waiting.at(medians, 179)).isEmpty();
    }

    @Test
    void theTailIsThatOfTheTables() {
        // Student's t with 8 degrees: 2.306 leaves 5 %, 3.355 leaves 1 %, 5.041 leaves 0.1 %
        assertThat(Tail.beyond(2.306)).isCloseTo(0.05, within(0.0001));
        assertThat(Tail.beyond(-3.355)).isCloseTo(0.01, within(0.0001));
        assertThat(Tail.beyond(5.041)).isCloseTo(0.001, within(0.00001));
        assertThat(Tail.beyond(0)).isEqualTo(1);
        assertThat(Tail.words(0.0008, 1, Of.JOINED))
                .isEqualTo("sure: by chance alone about one of 1,200 days looks like this");
    }

    @Test
    void theCauseIsTheOneThatMoved() {
        var town = new SimulatedTowns(7, 202, 200);
        var beats = town.beats((p, d) -> p == 0 && d == 200 ? 0.1 : 1.0);
        var found =
                new Screening(SimulatedTowns.FIRST, beats)
                        .on(
                                SimulatedTowns.FIRST.plusDays(200),
                                beat -> beat.of() == Of.DEEDS,
                                List.of());
        assertThat(found).hasSize(1);
        var fewer = found.getFirst();
        assertThat(fewer.where()).isEqualTo(Where.EVERYWHERE);
        assertThat(fewer.fell()).isTrue();
        assertThat(fewer.causes().getFirst().key()).isEqualTo("p0");
        assertThat(fewer.causes().getFirst().share()).isGreaterThan(0.7);
        assertThat(fewer.causes()).allMatch(cause -> !cause.where().equals("everywhere"));
    }
}
