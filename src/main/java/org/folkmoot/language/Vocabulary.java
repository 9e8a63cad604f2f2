package org.folkmoot.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The words of many texts and pairs of them, with how rare each is (TF-IDF): what nearly everybody
/// says, and what is said only once, tells no texts apart. Immutable.
public final class Vocabulary {

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}][\\p{L}\\p{N}+#]*(?:['\u2019.-][\\p{L}\\p{N}]+)*");
    private static final int LOOK_AT = 2_000;
    private static final double COMMON = .25;

    // among few texts nothing is common
    private static final int FEW = 40;

    private final Map<String, Integer> ids;
    private final List<String> terms;
    private final double[] rarity;

    private Vocabulary(Map<String, Integer> ids, List<String> terms, double[] rarity) {
        this.ids = ids;
        this.terms = terms;
        this.rarity = rarity;
    }

    /// Of texts that are to be compared.
    public static Vocabulary of(List<String> texts) {
        var in = new TreeMap<String, Integer>();
        for (var text : texts) {
            new HashSet<>(words(text)).forEach(term -> in.merge(term, 1, Integer::sum));
        }
        double most = Math.max(FEW, COMMON * texts.size());
        in.values().removeIf(n -> n < 2 || n > most);
        var ids = new HashMap<String, Integer>();
        var terms = new ArrayList<String>(in.keySet());
        var rarity = new double[terms.size()];
        for (int i = 0; i < rarity.length; i++) {
            ids.put(terms.get(i), i);
            rarity[i] = Math.log(1 + (1.0 + texts.size()) / in.getOrDefault(terms.get(i), 1));
        }
        return new Vocabulary(ids, terms, rarity);
    }

    /// What a text is about, as a direction.
    public Direction of(String text) {
        var counts = new HashMap<Integer, Double>();
        for (var term : words(text)) {
            var id = ids.get(term);
            if (id != null) {
                counts.merge(id, 1.0, Double::sum);
            }
        }
        counts.replaceAll((id, n) -> (1 + Math.log(n)) * rarity[id]);
        return Direction.of(counts);
    }

    /// The same of terms with their weights, as `terms` gave them; terms not known here are left
    /// out.
    public Direction of(Map<String, Double> weights) {
        var known = new HashMap<Integer, Double>();
        weights.forEach(
                (term, weight) -> {
                    var id = ids.get(term);
                    if (id != null) {
                        known.put(id, weight);
                    }
                });
        return Direction.of(known);
    }

    String term(int id) {
        return terms.get(id);
    }

    double rarity(int id) {
        return rarity[id];
    }

    /// A direction's heaviest terms with their weights.
    public Map<String, Double> terms(Direction direction, int most) {
        var told = new HashMap<String, Double>();
        direction.heaviest(most).forEach((id, weight) -> told.put(terms.get(id), weight));
        return told;
    }

    /// Words and pairs of neighbours, in order, without those that say nothing.
    static List<String> words(String text) {
        var prose =
                Prose.bare(text.length() > LOOK_AT ? text.substring(0, LOOK_AT) : text)
                        .toLowerCase(Locale.ROOT)
                        .replace('\u2019', '\'');
        var found = new ArrayList<String>();
        var matcher = WORD.matcher(prose);
        String before = null;
        int end = -1;
        while (matcher.find()) {
            var word = bare(matcher.group());
            if (word.length() < 3
                    || CommonWords.ALL.contains(word)
                    || CommonWords.ALL.contains(matcher.group())) {
                before = null;
                continue;
            }
            found.add(word);
            if (before != null && matcher.start() - end <= 1) {
                found.add(before + " " + word);
            }
            before = word;
            end = matcher.end();
        }
        return found;
    }

    /// One form for one and many.
    static String bare(String word) {
        var one = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        if (one.length() > 4 && one.endsWith("ies")) {
            return one.substring(0, one.length() - 3) + "y";
        }
        return one.length() > 4
                        && one.endsWith("s")
                        && !one.endsWith("ss")
                        && !one.endsWith("us")
                        && !one.endsWith("is")
                ? one.substring(0, one.length() - 1)
                : one;
    }
}
