package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.folkmoot.identity.Lessons.Answer;
import org.junit.jupiter.api.Test;

class LessonsTests {

    private static List<Answer> answers(String key, double score, int yes, int no) {
        var all = new ArrayList<Answer>();
        for (int i = 0; i < yes + no; i++) {
            all.add(new Answer(score, Set.of(key), i < yes));
        }
        return all;
    }

    private static double bits(List<Answer> answers, double score, String... keys) {
        return Lessons.of(answers).of(score, evidence(keys)).map(Evidence::weight).orElse(0.0);
    }

    private static List<Evidence> evidence(String... keys) {
        return java.util.Arrays.stream(keys).map(k -> new Evidence(k, 3, k)).toList();
    }

    @Test
    void answersAsForetoldTeachNothing() {
        assertThat(bits(answers("same_handle", 0, 10, 10), 0, "same_handle")).isZero();
        assertThat(bits(answers("same_handle", 2, 80, 20), 2, "same_handle"))
                .isCloseTo(0, within(0.06));
    }

    @Test
    void aFewAnswersAgainstTeachALittleAndManyMuch() {
        var few = bits(answers("same_handle", 0, 0, 3), 0, "same_handle");
        var many = bits(answers("same_handle", 0, 0, 60), 0, "same_handle");
        assertThat(few).isBetween(-0.5, -0.1);
        assertThat(many).isBetween(-3.0, -2.0);
    }

    @Test
    void howeverManyAnswersThereAreTheyAreBounded() {
        assertThat(bits(answers("name_same", 0, 0, 500), 0, "name_same")).isEqualTo(-3);
        assertThat(bits(answers("name_same", 0, 500, 0), 0, "name_same")).isEqualTo(1);
        var both = answers("name_same", 0, 0, 500);
        both.addAll(answers("same_handle", 0, 0, 500));
        assertThat(bits(both, 0, "name_same", "same_handle")).isEqualTo(-3);
    }

    @Test
    void whatStandsByItselfAndWhatWasNotAskedOfIsLeftAsItIs() {
        assertThat(bits(answers("same_mail", 9, 0, 500), 9, "same_mail")).isZero();
        assertThat(bits(answers("name_same", 0, 0, 500), 0, "same_handle")).isZero();
    }

    /// Whatever the team answers: a pair is merged by itself only when it is certain without that.
    @Test
    void noAnswersMakeThatCertainWhichIsNotCertainWithoutThem() {
        var chance = new Random(7);
        var keys = List.of("name_same", "name_typo", "same_handle", "same_site");
        for (int round = 0; round < 300; round++) {
            var answers = new ArrayList<Answer>();
            for (int i = chance.nextInt(200); i >= 0; i--) {
                answers.add(
                        new Answer(
                                chance.nextDouble(-1, 9),
                                Set.copyOf(
                                        List.of(
                                                keys.get(chance.nextInt(4)),
                                                keys.get(chance.nextInt(4)))),
                                chance.nextInt(10) > 0));
            }
            var score = chance.nextDouble(-3, 5);
            var bits =
                    bits(answers, score, keys.get(chance.nextInt(4)), keys.get(chance.nextInt(4)));
            assertThat(Band.of(score + bits))
                    .as("from %f by %f", score, bits)
                    .isNotEqualTo(Band.CERTAIN);
        }
    }
}
