package org.folkmoot.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.folkmoot.language.Gist;
import org.junit.jupiter.api.Test;

class LikenessTests {

    @Test
    void allThatDifferInAFewBitsAreFoundAsByComparingEachWithEach() {
        var random = new Random(7);
        var gists = new long[400];
        for (int i = 0; i < gists.length; i++) {
            gists[i] =
                    i % 3 == 0 ? random.nextLong() : gists[i - 1] ^ 1L << random.nextInt(Long.SIZE);
        }
        var found = new HashSet<Set<Integer>>();
        Likeness.groups(gists).forEach(group -> found.add(Set.copyOf(group)));
        assertThat(found).isEqualTo(naive(gists));
    }

    private static Set<Set<Integer>> naive(long[] gists) {
        var groups = new ArrayList<Set<Integer>>();
        for (int i = 0; i < gists.length; i++) {
            var joined = new HashSet<>(Set.of(i));
            for (var group : List.copyOf(groups)) {
                int one = i;
                if (group.stream().anyMatch(other -> Gist.near(gists[one], gists[other]))) {
                    joined.addAll(group);
                    groups.remove(group);
                }
            }
            groups.add(joined);
        }
        groups.removeIf(group -> group.size() < 2);
        return new HashSet<>(groups);
    }

    @Test
    void aMeaningInFewBytesKeepsItsCosines() {
        var random = new Random(3);
        for (int round = 0; round < 50; round++) {
            var one = direction(random);
            var other = direction(random);
            double cosine = 0;
            for (int i = 0; i < one.length; i++) {
                cosine += one[i] * other[i];
            }
            assertThat(Meaning.cosine(Meaning.pack(one), Meaning.pack(other)))
                    .isCloseTo(cosine, org.assertj.core.api.Assertions.within(.002));
        }
        assertThat(Meaning.cosine(Meaning.pack(new float[3]), Meaning.pack(new float[] {1, 0, 0})))
                .isZero();
    }

    private static float[] direction(Random random) {
        var parts = new float[384];
        double squares = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (float) random.nextGaussian();
            squares += parts[i] * parts[i];
        }
        for (int i = 0; i < parts.length; i++) {
            parts[i] /= (float) Math.sqrt(squares);
        }
        return parts;
    }
}
