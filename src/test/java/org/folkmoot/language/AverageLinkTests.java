package org.folkmoot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AverageLinkTests {

    /// Joins the two nearest groups of all, again and again.
    private static Set<Set<Integer>> naive(List<Direction> all, double least) {
        var groups = new ArrayList<List<Integer>>();
        for (int i = 0; i < all.size(); i++) {
            groups.add(new ArrayList<>(List.of(i)));
        }
        while (true) {
            double most = 0;
            int one = -1;
            int other = -1;
            for (int a = 0; a < groups.size(); a++) {
                for (int b = a + 1; b < groups.size(); b++) {
                    double sum = 0;
                    for (int i : groups.get(a)) {
                        for (int j : groups.get(b)) {
                            sum += all.get(i).cosine(all.get(j));
                        }
                    }
                    double mean = sum / groups.get(a).size() / groups.get(b).size();
                    if (mean > most) {
                        most = mean;
                        one = a;
                        other = b;
                    }
                }
            }
            if (one < 0 || most < least) {
                var sets = new HashSet<Set<Integer>>();
                groups.forEach(g -> sets.add(Set.copyOf(g)));
                return sets;
            }
            groups.get(one).addAll(groups.remove(other));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void chainsGiveTheSameGroupsAsJoiningTheNearestAgainAndAgain(long seed) {
        var random = new Random(seed);
        var all = new ArrayList<Direction>();
        for (int i = 0; i < 40; i++) {
            var weights = new HashMap<Integer, Double>();
            for (int t = 0; t < 6; t++) {
                weights.put(random.nextInt(15), .1 + random.nextDouble());
            }
            all.add(Direction.of(weights));
        }
        for (double least : new double[] {.2, .4, .6, .8}) {
            var sets = new HashSet<Set<Integer>>();
            AverageLink.groups(all, least).forEach(g -> sets.add(Set.copyOf(g)));
            assertThat(sets).as("least %s", least).isEqualTo(naive(all, least));
        }
    }

    @Test
    void whatIsSaidOfOneThingComesTogetherAndIsCalledByIt() {
        var texts =
                List.of(
                        "The dark theme flickers when I switch pages",
                        "Anyone else seeing the dark theme flicker?",
                        "Dark theme flickers again since the update",
                        "Search index is slow to rebuild on big sites",
                        "How do I rebuild the search index without downtime?",
                        "Rebuilding the search index takes an hour",
                        "Lunch on Friday");
        var words = Vocabulary.of(texts);
        var groups = AverageLink.groups(texts.stream().map(words::of).toList(), .1);
        assertThat(groups).contains(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6));
        var labels = Wordings.of(List.of(texts.subList(0, 3), texts.subList(3, 6)), 2);
        assertThat(labels.get(0)).startsWith("dark theme");
        assertThat(labels.get(1)).startsWith("search index");
    }

    @Test
    void nothingIsNearToNothing() {
        assertThat(AverageLink.groups(List.of(), .1)).isEmpty();
        var nowhere = Direction.of(new HashMap<>());
        assertThat(AverageLink.groups(List.of(nowhere, nowhere), .1))
                .containsExactly(List.of(0), List.of(1));
    }
}
