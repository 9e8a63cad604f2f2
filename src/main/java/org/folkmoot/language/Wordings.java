package org.folkmoot.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What groups of texts are about, in a few of their own words: those that many of a group use and
/// few others (class-based TF-IDF, M. Grootendorst 2022).
public final class Wordings {

    private static final int WORDS = 3;
    private static final double PAIR = 1.6;

    private Wordings() {}

    /// The words of each group, the telling ones first: up to three.
    ///
    /// @param fewest in so many texts of its group a word must stand
    public static List<List<String>> of(List<List<String>> groups, int fewest) {
        var everywhere = new HashMap<String, Integer>();
        var counts = new ArrayList<Map<String, Integer>>();
        int texts = 0;
        for (var group : groups) {
            var count = new HashMap<String, Integer>();
            for (var text : group) {
                texts++;
                Vocabulary.words(text).stream()
                        .distinct()
                        .forEach(
                                word -> {
                                    count.merge(word, 1, Integer::sum);
                                    everywhere.merge(word, 1, Integer::sum);
                                });
            }
            counts.add(count);
        }
        var all = new ArrayList<List<String>>();
        for (int g = 0; g < groups.size(); g++) {
            all.add(words(counts.get(g), groups.get(g).size(), everywhere, texts, fewest));
        }
        return all;
    }

    private static List<String> words(
            Map<String, Integer> count,
            int size,
            Map<String, Integer> everywhere,
            int texts,
            int fewest) {
        var scores = new HashMap<String, Double>();
        count.forEach(
                (word, n) -> {
                    if (n >= fewest) {
                        double telling =
                                Math.log(1 + (double) texts / everywhere.getOrDefault(word, n));
                        scores.put(
                                word,
                                (double) n / size * telling * (word.contains(" ") ? PAIR : 1));
                    }
                });
        var chosen = new ArrayList<String>();
        scores.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Double>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(word -> chosen.stream().noneMatch(c -> shares(c, word)))
                .limit(WORDS)
                .forEach(chosen::add);
        return chosen;
    }

    /// Whether one of them is a part of the other.
    private static boolean shares(String one, String other) {
        return (" " + one + " ").contains(" " + other + " ")
                || (" " + other + " ").contains(" " + one + " ");
    }
}
