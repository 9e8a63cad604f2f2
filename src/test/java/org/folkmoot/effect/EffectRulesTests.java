package org.folkmoot.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.activity.Kind;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class EffectRulesTests {

    private static final LocalDate YESTERDAY =
            LocalDate.of(2025, 1, 1).plusDays(Question.BEFORE + 365 + 30 - 1L);
    private static final Question ASKED =
            new Question(new Cause.Did(Kind.ATTENDANCE), 30, 365, "", YESTERDAY, YESTERDAY);

    private static Effect effect(World world) {
        var all = new boolean[world.persons()];
        Arrays.fill(all, true);
        var chosen =
                new Looks(world, world.when, true, Question.BEFORE, Question.BEFORE + 364)
                        .choose(all);
        return Effect.of(ASKED, chosen, world.when, world);
    }

    private static World world(long seed, double lift) {
        return new World(seed, 1500, Question.BEFORE + 365 + 30, lift);
    }

    @Test
    void whereNothingHelpsTheEagerLookHelpedUntilLikeIsComparedWithLike() {
        int sure = 0;
        double sum = 0;
        double crude = 0;
        for (int run = 0; run < 40; run++) {
            var effect = effect(world(run, 0));
            var days = effect.of(Outcome.DAYS);
            sum += days.value();
            sure += days.sure() ? 1 : 0;
            var recent = effect.balance().get(1);
            crude += recent.did() - recent.others();
        }
        // who did it had been active on days more than others, before they did it
        assertThat(crude / 40).isGreaterThan(1.5);
        // afterwards no difference is left, and it is called sure in about one world of twenty
        assertThat(sum / 40).isCloseTo(0, within(0.2));
        assertThat(sure).isLessThanOrEqualTo(5);
    }

    @Test
    void whatHelpsIsFoundAndItsSizeIsRight() {
        double sum = 0;
        for (int run = 0; run < 20; run++) {
            var effect = effect(world(1000 + run, 0.1));
            var days = effect.of(Outcome.DAYS);
            assertThat(days.low()).as("world %d", run).isPositive();
            sum += days.value();
        }
        // a tenth of 30 days, less those who are gone by then and those of the others who did it
        // later
        assertThat(sum / 20).isBetween(2.2, 2.8);
    }

    @Test
    void bothSidesAreAlikeInAllTheyAreMatchedBy() {
        var effect = effect(world(7, 0.1));
        assertThat(effect.balanced()).isTrue();
        assertThat(effect.check().sure()).isFalse();
        assertThat(effect.balance().get(1).apart()).isGreaterThan(0.2);
        // before, week by week, they lie upon each other; after, they do not
        assertThat(effect.weeks()).hasSize(12 + 4);
        assertThat(effect.weeks().getFirst().did())
                .isCloseTo(effect.weeks().getFirst().alike(), within(0.1));
        assertThat(effect.weeks().get(12).did())
                .isGreaterThan(effect.weeks().get(12).alike() + 0.05);
    }

    @Test
    void theWeightsOfACellAddUpToThoseWhoDidItThere() {
        var did = look(0, true, 3);
        var alike =
                Alike.of(
                        List.of(
                                did,
                                look(1, true, 3),
                                look(2, false, 4),
                                look(3, false, 3),
                                look(4, false, 3),
                                look(5, true, 20),
                                look(6, false, 0)));
        assertThat(alike.did()).extracting(Look::person).containsExactly(0, 1);
        assertThat(alike.others()).extracting(o -> o.look().person()).containsExactly(2, 3, 4);
        assertThat(alike.others()).allSatisfy(o -> assertThat(o.weight()).isEqualTo(2.0 / 3));
        assertThat(alike.alone()).isEqualTo(1);
        assertThat(alike.people()).isEqualTo(3);
    }

    @Test
    void theIntervalIsThatOfTwoMeansWhereEverybodyIsLookedAtOnce() {
        // 4 of 8 against 2 of 8: .25, standard error sqrt(.25/8 + .1875/8), with 16/15 for few
        var looks = new java.util.ArrayList<Look>();
        for (int i = 0; i < 16; i++) {
            looks.add(look(i, i < 8, 1));
        }
        var difference =
                Difference.plain(Alike.of(looks), l -> l.person() % 8 < (l.did() ? 4 : 2) ? 1 : 0);
        assertThat(difference.did()).isEqualTo(0.5);
        assertThat(difference.others()).isCloseTo(0.25, within(1e-12));
        double error = Math.sqrt((0.25 / 8 + 0.1875 / 8) * 16 / 15);
        assertThat(difference.low()).isCloseTo(0.25 - 1.959964 * error, within(1e-9));
        assertThat(difference.high()).isCloseTo(0.25 + 1.959964 * error, within(1e-9));
        assertThat(difference.sure()).isFalse();
    }

    @Test
    void whoDidItLaterIsOneOfTheOthersUntilThen() {
        var world = world(3, 0);
        var effect = effect(world);
        var looks =
                new Looks(world, world.when, true, Question.BEFORE, Question.BEFORE + 364)
                        .choose(all(world))
                        .looks();
        assertThat(looks)
                .filteredOn(l -> !l.did())
                .allSatisfy(l -> assertThat(world.when[l.person()]).isGreaterThan(l.day()))
                .anySatisfy(l -> assertThat(world.when[l.person()]).isLessThan(Integer.MAX_VALUE));
        assertThat(effect.later()).isBetween(0.01, 0.5);
    }

    private static boolean[] all(World world) {
        var all = new boolean[world.persons()];
        Arrays.fill(all, true);
        return all;
    }

    @Test
    void fewAreNotComparedAndTheWordsSaySo() {
        var world = new World(5, 12, Question.BEFORE + 365 + 30, 0);
        var effect = effect(world);
        assertThat(effect.enough()).isFalse();
        var words = new Sentences(effect, "attended for the first time", english());
        assertThat(words.finding())
                .containsAnyOf("Too few to compare", "Nobody attended for the first time");
    }

    @Test
    void theWordsSayHowSureItIs() {
        var helped = effect(world(11, 0.2));
        assertThat(new Sentences(helped, "attended for the first time", english()).finding())
                .startsWith(
                        "Within 30 days, those who attended for the first time were active again more often than members like them:")
                .contains("points (95 % sure: +");
        var not = effect(world(12, 0));
        assertThat(new Sentences(not, "attended for the first time", english()).finding())
                .contains("about as often as members like them", "may be chance");
        assertThat(new Sentences(not, "attended", english()).limits())
                .anyMatch(l -> l.contains("It is no proof"))
                .anyMatch(l -> l.contains("A check that it passes"));
    }

    private static Wording english() {
        return new Wording(java.util.Locale.ENGLISH);
    }

    private static Look look(int person, boolean did, int recent) {
        return new Look(person, 100, did, 50, recent, 0, 0, true);
    }
}
