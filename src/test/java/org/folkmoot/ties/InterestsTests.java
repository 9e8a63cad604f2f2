package org.folkmoot.ties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.folkmoot.ties.Interests.Feature;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class InterestsTests {

    private static Interests people() {
        var all = new Interests();
        for (long member = 1; member <= 40; member++) {
            all.read(member, "Hello everybody, this works well for number" + member);
            all.add(member, new Interests.Feature("place", "slack:T general"), 5);
        }
        for (var text :
                new String[] {
                    "Our Kubernetes operator and its reconciler",
                    "The reconciler of our operator on kubernetes."
                }) {
            all.read(7, text);
            all.read(31, text);
        }
        return all;
    }

    @Test
    void twoWhoShareSomethingRareAreAlikeAndTheReasonNamesIt() {
        var alike = people().alike(Set.of(), 100);
        assertThat(alike).hasSize(1);
        assertThat(alike.getFirst().one()).isEqualTo(7);
        assertThat(alike.getFirst().other()).isEqualTo(31);
        assertThat(alike.getFirst().score()).isBetween(0.9, 1.001);
        assertThat(alike.getFirst().shared())
                .extracting(Interests.Feature::name)
                .contains("kubernetes", "reconciler", "operator")
                .doesNotContain("everybody");
    }

    @Test
    void whoIsToStayApartIsNotCompared() {
        assertThat(people().alike(Set.of(Interests.key(31, 7)), 100)).isEmpty();
    }

    @Test
    void whatEverybodySaysBringsNobodyTogether() {
        var all = new Interests();
        for (long member = 1; member <= 50; member++) {
            all.read(member, "deployment pipeline failing again");
        }
        assertThat(all.alike(Set.of(), 100)).isEmpty();
    }

    @Test
    void linksNamesAndCodeAreNoInterests() {
        var all = new Interests();
        for (long member : new long[] {1, 2}) {
            all.read(member, "<@U123456> https://example.org/kettle ```teapot();```");
        }
        for (long member = 3; member < 9; member++) {
            all.read(member, "something else" + member);
        }
        assertThat(all.alike(Set.of(), 100)).isEmpty();
    }

    @Test
    void wordsOfAnyScriptCount() {
        var all = new Interests();
        for (long member = 1; member < 20; member++) {
            all.read(member, "filler" + member);
        }
        all.read(3, "الحديقة والزراعة");
        all.read(5, "الحديقة والزراعة");
        assertThat(all.alike(Set.of(), 100))
                .singleElement()
                .satisfies(a -> assertThat(a.shared()).hasSize(2));
    }

    /// The same, said pair by pair.
    @Test
    void whoIsAlikeIsWhatTheCosineOfAllPairsSays() {
        var random = new Random(11);
        for (int round = 0; round < 20; round++) {
            var told = new HashMap<Long, Map<Feature, Integer>>();
            var all = new Interests();
            var apart = new HashSet<String>();
            for (long member = 1; member <= 30; member++) {
                for (int i = random.nextInt(12); i > 0; i--) {
                    var word = (int) (60 * Math.pow(random.nextDouble(), 1 + round % 3));
                    var feature = new Feature(i % 4 == 0 ? "place" : "word", "thing" + word);
                    var times = 1 + random.nextInt(3);
                    all.add(member, feature, times);
                    told.computeIfAbsent(member, _ -> new HashMap<>())
                            .merge(feature, times, Integer::sum);
                }
                apart.add(Interests.key(member, 1 + random.nextInt(30)));
            }
            var expected = pairByPair(told, apart);
            assertThat(all.alike(apart, 1000))
                    .extracting(l -> Interests.key(l.one(), l.other()))
                    .containsExactlyInAnyOrderElementsOf(expected.keySet());
            assertThat(all.alike(apart, 1000))
                    .allSatisfy(
                            l ->
                                    assertThat(l.score())
                                            .isCloseTo(
                                                    expected.get(Interests.key(l.one(), l.other())),
                                                    within(1e-9)));
            assertThat(all.alike(apart, 3))
                    .as("the likest alone")
                    .isEqualTo(all.alike(apart, 1000).stream().limit(3).toList());
        }
    }

    private static Map<String, Double> pairByPair(
            Map<Long, Map<Feature, Integer>> told, Set<String> apart) {
        var whose = new HashMap<Feature, Integer>();
        told.values().forEach(f -> f.keySet().forEach(k -> whose.merge(k, 1, Integer::sum)));
        var common = Math.max(2, told.size() / 10);
        whose.values().removeIf(n -> n < 2 || n > common);
        var alike = new HashMap<String, Double>();
        for (var one : told.keySet()) {
            for (var other : told.keySet()) {
                var both = new HashSet<>(told.get(one).keySet());
                both.retainAll(told.get(other).keySet());
                both.retainAll(whose.keySet());
                var score = 0.0;
                for (var f : both) {
                    score += weight(told, whose, one, f) * weight(told, whose, other, f);
                }
                score /= length(told, whose, one) * length(told, whose, other);
                var rare = both.stream().filter(f -> whose.get(f) <= Interests.RARE).count();
                var key = Interests.key(one, other);
                if (one < other && rare > 1 && score >= Interests.ENOUGH && !apart.contains(key)) {
                    alike.put(key, score);
                }
            }
        }
        return alike;
    }

    private static double length(
            Map<Long, Map<Feature, Integer>> told, Map<Feature, Integer> whose, long member) {
        return Math.sqrt(
                told.get(member).keySet().stream()
                        .filter(whose::containsKey)
                        .mapToDouble(f -> Math.pow(weight(told, whose, member, f), 2))
                        .sum());
    }

    private static double weight(
            Map<Long, Map<Feature, Integer>> told,
            Map<Feature, Integer> whose,
            long member,
            Feature f) {
        return (1 + Math.log(told.get(member).get(f))) * Math.log(1.0 * told.size() / whose.get(f));
    }

    @Test
    void wordsAreWhatTheyWere() {
        var word = java.util.regex.Pattern.compile("[\\p{L}][\\p{L}\\p{N}+#.-]{3,29}");
        var random = new Random(5);
        var signs = "abcdeäß山𝔘١9+#.-- _,<>/:\n";
        var points = signs.codePoints().toArray();
        for (int i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (int n = 0; n < 80; n++) {
                text.appendCodePoint(
                        points[random.nextInt(random.nextBoolean() ? 9 : points.length)]);
            }
            var words = new HashSet<String>();
            Interests.words(text.toString(), words::add);
            assertThat(words)
                    .as(text.toString())
                    .isEqualTo(
                            word.matcher(text)
                                    .results()
                                    .map(r -> r.group().toLowerCase(java.util.Locale.ROOT))
                                    .map(w -> w.replaceAll("[.-]+$", ""))
                                    .filter(w -> w.length() > 3)
                                    .collect(java.util.stream.Collectors.toSet()));
        }
    }
}
