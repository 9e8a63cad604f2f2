package org.folkmoot.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// About how often a word stands in English texts in general: the vocabulary of BERT, learnt from
/// Wikipedia and books, is in the order of how often its words are used there, and frequencies fall
/// with the rank (G. K. Zipf, 1949). Good for telling 10 times from 1, not 1.1 from 1.
final class GeneralWords {

    private static final String VOCABULARY = "bge-small-en-v1.5-q-tokenizer.json";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /// Signs and placeholders come before.
    private static final int FIRST = 1_995;

    /// The share of the first word of all in a text, and how flat the curve begins (B. Mandelbrot).
    private static final double MOST = .1;

    private static final double BEND = 2.7;

    /// What is not among the 23,000 words is used about so often, or less.
    private static final double RARE = 1e-6;

    private final Map<String, Integer> ranks;

    private GeneralWords(Map<String, Integer> ranks) {
        this.ranks = ranks;
    }

    /// Some megabytes, for as long as somebody holds on to it.
    static GeneralWords load() {
        try (InputStream vocabulary =
                Objects.requireNonNull(
                        GeneralWords.class.getClassLoader().getResourceAsStream(VOCABULARY))) {
            var ranks = new HashMap<String, Integer>();
            JsonMapper.shared()
                    .readTree(vocabulary)
                    .path("model")
                    .path("vocab")
                    .properties()
                    .forEach(
                            e -> {
                                int rank = e.getValue().asInt() - FIRST;
                                if (rank > 0 && !e.getKey().startsWith("##")) {
                                    ranks.put(e.getKey(), rank);
                                }
                            });
            return new GeneralWords(ranks);
        } catch (IOException e) {
            throw new UncheckedIOException("The words of general English cannot be read", e);
        }
    }

    /// The share of a text's words that this one usually is.
    double share(String word) {
        var plain =
                MARKS.matcher(
                                Normalizer.normalize(
                                        word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                        .replaceAll("");
        return Math.max(known(plain), known(plain + "s"));
    }

    private double known(String word) {
        var rank = ranks.get(word);
        return rank == null ? RARE : MOST / (rank + BEND);
    }
}
