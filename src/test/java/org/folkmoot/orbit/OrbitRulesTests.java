package org.folkmoot.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Kinds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of both profiles, by examples that can be checked by hand.
class OrbitRulesTests {

    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final Weights WEIGHTS = Weights.of(new Kinds.Table(Map.of()));

    private static Standing standing(
            int exploring, int participating, int contributing, int leading) {
        var steps = new int[13];
        steps[1] = exploring;
        steps[4] = participating - 1;
        steps[6] = 1;
        steps[9] = contributing;
        steps[10] = leading;
        steps[0] = 100;
        return new Standing(DAY, steps, new int[5], 0, 0);
    }

    @Test
    void gravityIsThatOfTheThreeMonthsOfTheModel() {
        var january = standing(17, 8, 4, 1);
        var february = standing(15, 9, 5, 1);
        var march = standing(12, 10, 6, 2);
        assertThat(january.commitment()).isEqualTo(441);
        assertThat(february.commitment()).isEqualTo(504);
        assertThat(march.commitment()).isEqualTo(666);
        assertThat(february.gravity(january)).isCloseTo(2.1, within(1e-9));
        assertThat(march.gravity(february)).isCloseTo(5.4, within(1e-9));
        assertThat(march.placed(Profile.MILESTONES)).isEqualTo(30);
        assertThat(standing(0, 1, 0, 0).gravity(january)).isCloseTo(-425, within(1e-9));
        assertThat(new Standing(DAY, new int[13], new int[5], 0, 0).gravity(january)).isNaN();
    }

    private static Did did(String day, Kind kind, int times) {
        return new Did(LocalDate.parse(day), kind, times);
    }

    @Test
    void loveFadesByATenthAMonth() {
        var marie = new Life(List.of(did("2026-02-10", Kind.MESSAGE, 6)));
        var jennifer =
                new Life(
                        List.of(did("2026-03-01", Kind.TALK, 1), did("2025-12-31", Kind.REPLY, 1)));
        var terrence = new Life(List.of(did("2026-01-01", Kind.REACTION, 1)));
        assertThat(marie.love(DAY, WEIGHTS)).isCloseTo(5.4, within(1e-9));
        assertThat(jennifer.love(DAY, WEIGHTS)).isCloseTo(3.729, within(1e-9));
        assertThat(terrence.love(DAY, WEIGHTS)).isCloseTo(0.81, within(1e-9));
        assertThat(terrence.love(LocalDate.parse("2025-12-31"), WEIGHTS)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.2, 4",
        "0.4999, 4",
        "0.5, 3",
        "0.9999, 3",
        "1, 2",
        "1.4999, 2",
        "1.5, 1",
        "80, 1"
    })
    void orbitsBeginWhereTheModelSays(double love, int orbit) {
        assertThat(Decay.orbit(love)).isEqualTo(orbit);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "4, 1", "5, 2", "8, 2", "9, 3", "12, 3"})
    void theTwelveWeightsBecomeThree(int twelve, int three) {
        assertThat(Decay.weight(twelve)).isEqualTo(three);
    }

    @ParameterizedTest
    @CsvSource({
        "1, Exploring III, exploring-3", "3, Exploring I, exploring-1",
        "4, Participating III, participating-3", "8, Contributing II, contributing-2",
        "12, Leading I, leading-1"
    })
    void aWeightIsAStep(int weight, String words, String key) {
        assertThat(Year.step(Year.with(0, weight))).isEqualTo(weight);
        assertThat(Level.step(weight)).isEqualTo(words);
        assertThat(Level.stepKey(weight)).isEqualTo(key);
        assertThat(Level.stepOf(key)).contains(weight);
    }

    private static int step(String... days) {
        var year = new Year(DAY);
        long reached = 0;
        for (var day : days) {
            reached = year.active(reached, year.place(LocalDate.parse(day)));
        }
        return Year.step(reached);
    }

    @Test
    void presenceLeadsUpByWeeksMonthsAndQuarters() {
        assertThat(step("2026-03-02")).isZero();
        // Monday and Sunday of one week, and Sunday with Monday of two
        assertThat(step("2026-03-02", "2026-03-08")).isEqualTo(4);
        assertThat(step("2026-03-08", "2026-03-09")).isZero();
        assertThat(step("2026-03-02", "2026-03-02")).isZero();
        assertThat(step("2025-06-02", "2025-06-03", "2026-03-02", "2026-03-03")).isEqualTo(5);
        assertThat(
                        step(
                                "2025-06-02",
                                "2025-06-03",
                                "2026-01-05",
                                "2026-01-11",
                                "2026-03-02",
                                "2026-03-03"))
                .isEqualTo(6);
        // a week over the turn of the year is one
        assertThat(step("2025-12-31", "2026-01-01")).isEqualTo(4);
        var month = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            month.add(LocalDate.parse("2026-02-01").plusDays(i * 4L).toString());
        }
        assertThat(step(month.subList(0, 6).toArray(String[]::new))).isEqualTo(5);
        assertThat(step(month.toArray(String[]::new))).isEqualTo(7);
        var quarter = new ArrayList<String>();
        for (int i = 0; i < 30; i++) {
            quarter.add(LocalDate.parse("2026-01-01").plusDays(i * 3L).toString());
        }
        // the 30 days lie in one quarter: ten a month, three months of seven
        assertThat(step(quarter.toArray(String[]::new))).isEqualTo(10);
        assertThat(step(quarter.subList(0, 29).toArray(String[]::new))).isEqualTo(9);
    }

    @Test
    void oneIsToldWhyAndWhatTheNextStepNeeds() {
        var life =
                new Life(
                        List.of(
                                did("2026-03-02", Kind.MESSAGE, 3),
                                did("2026-03-03", Kind.JOIN, 1),
                                did("2026-03-05", Kind.REPLY, 1),
                                did("2026-03-30", Kind.REACTION, 1),
                                did("2024-03-30", Kind.TALK, 1)));
        var why = new Why(DAY, life, WEIGHTS, List.of());
        assertThat(why.reached()).isEqualTo(new Reached(4, 1, 0, 0));
        assertThat(why.step()).isEqualTo(4);
        assertThat(why.deciding())
                .extracting(Reached.Way::words)
                .containsExactly("weight 4", "2 active days or more in 1 week");
        assertThat(why.heaviest().getFirst())
                .isEqualTo(new Life.Heavy(Kind.REPLY, 4, 1, LocalDate.parse("2026-03-05")));
        assertThat(why.spans(Life.Piece.WEEK))
                .containsExactly(new Life.Span(LocalDate.parse("2026-03-02"), 2));
        assertThat(why.next())
                .containsExactly(
                        "something of weight 5 or more, such as idea, issue, attendance",
                        "2 active days in one more week; 1 so far in this week");
        assertThat(why.over()).hasSize(13).last().extracting(Why.Then::step).isEqualTo(4);
        var top =
                new Why(
                        DAY,
                        new Life(List.of(did("2026-03-02", Kind.TALK, 1))),
                        WEIGHTS,
                        List.of());
        assertThat(top.next())
                .containsExactly(
                        "something of weight 12, which no kind has by now",
                        "30 active days in 3 quarters; 1 so far in this quarter");
        assertThat(new Reached(12, 0, 0, 0).next()).isEmpty();
    }

    @Test
    void reachFadesByTheMonthAndSpeakingCountsTenfold() {
        var contacts =
                List.of(
                        new Contact(1, "Grace", true, LocalDate.parse("2026-03-01")),
                        new Contact(2, "Linus", true, LocalDate.parse("2026-01-31")),
                        new Contact(3, "Zoë", false, LocalDate.parse("2026-02-27")));
        assertThat(Contact.reach(contacts, DAY)).isCloseTo(10 + 10 * 0.81 + 0.9, within(1e-9));
    }

    @Test
    void aSheetSaysWhatWasWrittenOnIt() {
        var writer = new DaySheet.Writer();
        var written = new ArrayList<String>();
        for (long account : new long[] {3, 4, 300, 70_000, 5_000_000_000L}) {
            for (int kind = 0; kind < Kind.values().length; kind += 7) {
                int times = (int) (account % 5) * 100 + 1;
                writer.did(account, kind, times);
                written.add(account + " " + kind + " " + times);
            }
        }
        var read = new ArrayList<String>();
        DaySheet.read(
                writer.bytes(),
                (account, kind, times) -> read.add(account + " " + kind + " " + times));
        assertThat(read).isEqualTo(written);
        assertThat(Kind.values()).as("a kind fits in six bits").hasSizeLessThan(64);
    }
}
