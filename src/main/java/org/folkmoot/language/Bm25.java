package org.folkmoot.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which texts share the rarest words with a question. Where no [Embedder] can run.
///
/// Source: S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
/// 2009; k1 = 1.2, b = .75.
final class Bm25 {

    private static final double K1 = 1.2;
    private static final double B = .75;

    private record Posting(int text, int times) {}

    private final Map<String, List<Posting>> index = new HashMap<>();
    private final int[] lengths;
    private final double mean;

    Bm25(List<String> texts) {
        lengths = new int[texts.size()];
        for (int i = 0; i < texts.size(); i++) {
            var words = words(texts.get(i));
            lengths[i] = words.size();
            var times = new HashMap<String, Integer>();
            words.forEach(w -> times.merge(w, 1, Integer::sum));
            for (var e : times.entrySet()) {
                index.computeIfAbsent(e.getKey(), _ -> new ArrayList<>())
                        .add(new Posting(i, e.getValue()));
            }
        }
        mean = Math.max(1, Arrays.stream(lengths).average().orElse(1));
    }

    /// The score of each text, 0 for one without a word of the question.
    double[] scores(String question) {
        var scores = new double[lengths.length];
        for (var word : words(question)) {
            var postings = index.getOrDefault(word, List.of());
            var rare = Math.log1p((lengths.length - postings.size() + .5) / (postings.size() + .5));
            for (var p : postings) {
                var saturated =
                        p.times()
                                * (K1 + 1)
                                / (p.times() + K1 * (1 - B + B * lengths[p.text()] / mean));
                scores[p.text()] += rare * saturated;
            }
        }
        return scores;
    }

    static List<String> words(String text) {
        return Arrays.stream(Prose.bare(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(w -> !w.isEmpty())
                .map(Bm25::stem)
                .toList();
    }

    /// Plurals and endings off, as far as that is safe in English.
    private static String stem(String word) {
        for (var ending : List.of("ing", "ed", "es", "s")) {
            if (word.length() > ending.length() + 3 && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
