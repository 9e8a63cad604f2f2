package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever the order, split or repetition in which a history is imported, the community ends in
/// the same state.
@HouseTest
class AnyOrderTests {

    private static final String SLACK = "slack:T1";
    private static final Instant START = Instant.parse("2026-03-28T20:00:00Z");

    @Autowired Town town;
    @Autowired Intaking intaking;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyOrderSplitAndRepetitionEndsInTheSameState(long seed) {
        var random = new Random(seed);
        var history = history(random);
        var straight = town.found();
        var read = intaking.take(straight, history);
        assertThat(read.read()).isEqualTo(read.stored() + read.known() + read.refused());
        var expected = intaking.state(straight);

        var shuffled = new ArrayList<>(history);
        history.stream().filter(_ -> random.nextInt(4) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);
        var other = town.found();
        for (int from = 0; from < shuffled.size(); ) {
            var to = Math.min(shuffled.size(), from + 1 + random.nextInt(25));
            var counts = intaking.take(other, withOrigin(shuffled.subList(from, to)));
            assertThat(counts.read())
                    .isEqualTo(counts.stored() + counts.known() + counts.refused());
            from = to;
        }
        assertThat(differences(intaking.state(other), expected)).isEmpty();

        var again = intaking.take(other, withOrigin(shuffled));
        assertThat(again.stored()).as("the same once more adds nothing").isZero();
        assertThat(differences(intaking.state(other), expected)).isEmpty();
    }

    private static List<String> differences(List<String> is, List<String> should) {
        var all = new ArrayList<String>();
        is.stream()
                .filter(line -> !should.contains(line))
                .forEach(line -> all.add("is     " + line));
        should.stream()
                .filter(line -> !is.contains(line))
                .forEach(line -> all.add("should " + line));
        return all;
    }

    private static List<Found> withOrigin(List<Found> page) {
        var all = new ArrayList<Found>();
        all.add(new Found.Origin(SLACK, "Town square", Markup.SLACK));
        all.add(Found.Place.of(SLACK, "C1", "general", Style.CHAT));
        all.add(Found.Place.of(SLACK, "F1", "forum", Style.FORUM));
        all.addAll(page);
        return all;
    }

    /// A small history with everything that depends on order: late parents, edits, deletions,
    /// accepted answers, profiles that change, people never listed.
    private static List<Found> history(Random random) {
        var all = new ArrayList<Found>();
        for (int p = 0; p < 8; p++) {
            for (int version = 0; version <= random.nextInt(3); version++) {
                all.add(
                        Person.of(SLACK, "U" + p)
                                .with("name", "Person " + p + " v" + random.nextInt(3))
                                .with(
                                        random.nextBoolean() ? "title" : "email",
                                        "t" + random.nextInt(3))
                                .flag(Person.Flag.BOT, p == 7)
                                .joined(
                                        random.nextBoolean()
                                                ? START.minus(Duration.ofDays(random.nextInt(50)))
                                                : null)
                                .left(
                                        random.nextInt(4) == 0
                                                ? START.plus(Duration.ofHours(random.nextInt(60)))
                                                : null)
                                .shown(
                                        random.nextBoolean()
                                                ? START.minus(Duration.ofDays(random.nextInt(90)))
                                                : null)
                                .tagged(Set.of("tag" + random.nextInt(3)))
                                .asOf(
                                        random.nextInt(5) == 0
                                                ? null
                                                : START.plus(Duration.ofHours(random.nextInt(9)))));
            }
        }
        for (int version = 0; version < 4; version++) {
            all.add(
                    Found.Place.of(SLACK, "C2", "place " + random.nextInt(9), Style.CHAT)
                            .about("topic " + random.nextInt(9), null)
                            .asOf(
                                    random.nextBoolean()
                                            ? null
                                            : START.plusSeconds(random.nextInt(3))));
        }
        for (int d = 0; d < 60; d++) {
            var at = START.plus(Duration.ofMinutes(random.nextInt(60 * 72)));
            var parent = d == 0 || random.nextInt(3) == 0 ? null : "m" + random.nextInt(d);
            var kind =
                    parent == null
                            ? Kind.MESSAGE
                            : random.nextInt(4) == 0 ? Kind.REACTION : Kind.REPLY;
            var who = random.nextInt(12) == 0 ? null : "U" + random.nextInt(10);
            var deed =
                    Deed.of(SLACK, "m" + d, kind, who, at)
                            .in(random.nextBoolean() ? "C1" : "F1")
                            .under(random.nextInt(25) == 0 ? "never" + d : parent)
                            .saying(
                                    random.nextInt(3) == 0
                                            ? "How do I turn " + d + "?"
                                            : "Turn it " + d)
                            .mentioning(random.nextBoolean() ? Set.of("U1") : Set.of());
            all.add(deed);
            if (random.nextInt(5) == 0) {
                all.add(
                        deed.saying("Was it " + d + " ever?")
                                .edited(at.plusSeconds(random.nextInt(99))));
            }
            if (random.nextInt(8) == 0) {
                all.add(deed.saying("The same id, another body " + d));
            }
            if (random.nextInt(8) == 0) {
                all.add(
                        new Found.Edit(
                                SLACK, "m" + d, "edited " + d, at.plusSeconds(random.nextInt(99))));
            } else if (random.nextInt(5) == 0) {
                // told of again after others looked at it, once without its text
                all.add(deed.fact("views", "" + random.nextInt(200)));
                all.add(deed.fact("views", "" + random.nextInt(200)));
                all.add(deed.saying(null).fact("views", "999"));
            }
            if (random.nextInt(4) == 0) {
                for (int m = 0; m <= random.nextInt(5); m++) {
                    all.add(mark("m" + d, at, random));
                }
            }
        }
        return withOrigin(all);
    }

    /// Deleted, restored, deleted again: some at the same time, some nobody knows when.
    private static Found.Mark mark(String id, Instant at, Random random) {
        var all = Found.Mark.What.values();
        return new Found.Mark(
                SLACK,
                id,
                all[random.nextInt(all.length + 2) % all.length],
                random.nextBoolean() ? "U1" : null,
                random.nextInt(6) == 0 ? null : at.plusSeconds(random.nextInt(4)));
    }
}
