package org.folkmoot.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// How good or bad English words, abbreviations and emoticons sound: from -4 to 4, the mean of ten
/// people's ratings. The lexicon is VADER's (MIT).
final class Valences {

    /// What a word before another adds to how strong that sounds.
    static final Map<String, Double> STRONGER = new HashMap<>();

    static final double STEP = .293;

    static {
        for (var word :
                """
                absolutely amazingly awfully completely considerable considerably decidedly deeply effing enormous enormously
                entirely especially exceptional exceptionally extreme extremely fabulously flipping fricking frickin frigging
                fully fuckin fucking greatly hella highly hugely incredible incredibly intensely major majorly more most
                particularly purely quite really remarkably so substantially thoroughly total totally tremendous tremendously
                uber unbelievably unusually utter utterly very"""
                        .split("\\s+")) {
            STRONGER.put(word, STEP);
        }
        for (var word :
                """
                almost barely hardly kinda less little marginal marginally occasional occasionally partly scarce scarcely
                slight slightly somewhat sorta"""
                        .split("\\s+")) {
            STRONGER.put(word, -STEP);
        }
    }

    private static final Set<String> DENYING =
            Set.of(
                    """
                    aint arent cannot cant couldnt darent didnt doesnt dont hadnt hasnt havent isnt mightnt mustnt neither
                    neednt never none nope nor not nothing nowhere oughtnt shant shouldnt uhuh wasnt werent without wont
                    wouldnt rarely seldom despite"""
                            .split("\\s+"));

    private static final class Lazy {
        static final Map<String, Float> WORDS = load();
    }

    private Valences() {}

    /// @param word in lower case
    /// @return 0 for one that is neither good nor bad
    static double of(String word) {
        return Lazy.WORDS.getOrDefault(word, 0f);
    }

    static boolean has(String word) {
        return Lazy.WORDS.containsKey(word);
    }

    /// Whether a word turns what follows into its opposite.
    static boolean denies(String word) {
        return DENYING.contains(word) || word.endsWith("n't") || word.endsWith("n\u2019t");
    }

    private static Map<String, Float> load() {
        var words = new HashMap<String, Float>();
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Valences.class.getResourceAsStream("valences.tsv")),
                                StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var tab = line.lastIndexOf('\t');
                words.put(line.substring(0, tab), Float.valueOf(line.substring(tab + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The lexicon of words cannot be read", e);
        }
        return words;
    }
}
