package org.folkmoot.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.folkmoot.lifecycle.Newcomer.Step;
import org.folkmoot.lifecycle.Onion.Ring;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class LifecycleRulesTests {

    private static Onion onion(long... contributions) {
        var people = new ArrayList<Onion.Made>();
        LongStream.of(contributions)
                .boxed()
                .sorted(java.util.Comparator.reverseOrder())
                .forEach(n -> people.add(new Onion.Made(people.size() + 1, n)));
        return Onion.of(people);
    }

    @Test
    void theAbsenceFactorIsTheFewestWhoDidHalf() {
        // the example of the definition
        assertThat(onion(1000, 202, 90, 33, 332, 343, 42, 433).absence()).isEqualTo(2);
        assertThat(onion(5, 5).absence()).isEqualTo(1);
        assertThat(onion(5, 4, 1).absence()).isEqualTo(1);
        assertThat(onion(4, 4, 4).absence()).isEqualTo(2);
        assertThat(onion(7).absence()).isEqualTo(1);
        assertThat(onion().absence()).isZero();
    }

    @Test
    void theAbsenceFactorIsWhatTryingAllNumbersFinds() {
        var random = new Random(5);
        for (int run = 0; run < 200; run++) {
            var made =
                    LongStream.generate(() -> 1 + (long) Math.pow(random.nextInt(30), 2))
                            .limit(1 + random.nextInt(12))
                            .toArray();
            var sorted = LongStream.of(made).boxed().sorted((a, b) -> Long.compare(b, a)).toList();
            long all = LongStream.of(made).sum();
            int fewest = 1;
            while (2 * sorted.stream().limit(fewest).mapToLong(n -> n).sum() < all) {
                fewest++;
            }
            assertThat(onion(made).absence()).as("%s", sorted).isEqualTo(fewest);
        }
    }

    @Test
    void theCoreEndsWhereThoseBeforeMadeFourFifths() {
        var onion = onion(50, 29, 2, 14, 4, 1);
        // before each: 0, 50, 79, 93, 97, 99 of 100
        assertThat(onion.people(Ring.CORE)).isEqualTo(3);
        assertThat(onion.people(Ring.REGULAR)).isEqualTo(1);
        assertThat(onion.people(Ring.CASUAL)).isEqualTo(2);
        assertThat(onion.made(Ring.CORE)).isEqualTo(93);
        assertThat(onion.share(1)).isEqualTo(0.5);
        assertThat(onion.share(100)).isEqualTo(1);
        assertThat(onion(100).people(Ring.CORE)).isEqualTo(1);
    }

    @Test
    void theChanceIsThatOfSoFewDays() {
        // half of the days used to be active: 28 coins, at most 7 heads
        var rhythm = new Rhythm(0, 77, 154, 7, 181);
        double sum = 0;
        double ways = 1;
        for (int heads = 0; heads <= 7; heads++) {
            sum += ways;
            ways = ways * (28 - heads) / (heads + 1);
        }
        assertThat(rhythm.chance(1)).isCloseTo(sum / Math.pow(2, 28), within(1e-12));
        assertThat(rhythm.usual()).isEqualTo(14);
        assertThat(rhythm.leaving(1, 181)).isTrue();
        // everybody comes half as often: then 7 days are what one expects
        assertThat(rhythm.chance(0.5)).isGreaterThan(0.4);
        assertThat(rhythm.leaving(0.5, 181)).isFalse();
    }

    @Test
    void whoIsGoneForLongOrNeverCameRegularlyIsNotAboutToLeave() {
        assertThat(new Rhythm(0, 77, 154, 0, 181 - 84).leaving(1, 181)).isFalse();
        assertThat(new Rhythm(0, 77, 154, 0, 181 - 83).leaving(1, 181)).isTrue();
        assertThat(new Rhythm(0, 7, 154, 0, 150).leaving(1, 181)).isFalse();
        assertThat(new Rhythm(0, 20, 55, 0, 150).leaving(1, 181)).isFalse();
        // every day until now, and still
        assertThat(new Rhythm(0, 154, 154, 28, 181).leaving(1, 181)).isFalse();
        assertThat(new Rhythm(0, 154, 154, 14, 181).leaving(1, 181)).isTrue();
    }

    private static final Instant CAME = Instant.parse("2026-03-01T10:00:00Z");

    private static Newcomer newcomer(long posted, Long answered) {
        return new Newcomer(
                1,
                "Ada",
                CAME,
                CAME.plusSeconds(posted),
                7,
                CAME.plusSeconds(posted),
                answered == null ? null : CAME.plusSeconds(answered),
                null,
                null);
    }

    @Test
    void firstPostsAreAnsweredWithinADayOrNotAndYoungOnesAreNotAsked() {
        var end = CAME.plusSeconds(100 * 3600);
        var funnel =
                new Funnel(
                        List.of(
                                newcomer(0, 3600L),
                                newcomer(0, 24 * 3600L),
                                newcomer(0, 24 * 3600 + 1L),
                                newcomer(0, null),
                                newcomer(90 * 3600, null),
                                new Newcomer(2, "Grace", CAME, null, 0, null, null, null, null)),
                        end);
        assertThat(funnel.withinADay()).isEqualTo(new Funnel.Rate(4, 2));
        assertThat(funnel.reached(Step.CAME)).isEqualTo(6);
        assertThat(funnel.reached(Step.ACTIVE)).isEqualTo(5);
        assertThat(funnel.share(Step.ANSWERED)).isEqualTo(0.5);
        assertThat(funnel.median(Step.ANSWERED)).isEqualTo(24 * 3600.0);
        assertThat(funnel.median(Step.CONTRIBUTED)).isNull();
        assertThat(funnel.waiting()).hasSize(2);
        // 1 h: 4/5; 24 h: 3 still there of whom one is answered at that time -> (4/5)(2/3);
        // a second later (8/15)(1/2): at most half
        assertThat(funnel.waits().n()).isEqualTo(5);
        assertThat(funnel.waits().median()).isEqualTo(24 * 3600 + 1.0);
    }
}
