package org.folkmoot.ties;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What people care about, and who cares about the same: places, tags and the words of what they
/// wrote, each weighed by how often it is theirs and how rare it is among all (tf-idf), compared by
/// the cosine. Only who shares two rare things is compared, so the work does not grow with all
/// pairs.
final class Interests {

    /// What more people than this share brings nobody together.
    static final int RARE = 30;

    /// Among fewer people nothing is rare.
    private static final int FEWEST = 6;

    /// Less likeness than this is chance.
    static final double ENOUGH = 0.12;

    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}+#.-]{3,29}");
    private static final Pattern NOISE =
            Pattern.compile("https?://\\S+|`{3}.*?`{3}|<[@#!][^>]*>", Pattern.DOTALL);

    private final Map<Long, Map<Feature, Integer>> all = new HashMap<>();

    /// Something somebody cares about.
    ///
    /// @param kind `place`, `tag` or `word`
    record Feature(String kind, String name) {}

    /// Two who care about the same.
    ///
    /// @param score the cosine, 0 to 1
    /// @param shared what they share, most telling first
    record Likeness(long one, long other, double score, List<Feature> shared) {}

    void add(long member, Feature feature, int times) {
        all.computeIfAbsent(member, _ -> new HashMap<>()).merge(feature, times, Integer::sum);
    }

    /// Takes the words of one text, each once.
    void read(long member, String text) {
        var words = new HashSet<String>();
        var plain = NOISE.matcher(text).replaceAll(" ");
        WORD.matcher(plain)
                .results()
                .map(r -> trimmed(r.group().toLowerCase(Locale.ROOT)))
                .filter(w -> w.length() > 3 && !SmallTalk.WORDS.contains(w))
                .forEach(words::add);
        words.forEach(word -> add(member, new Feature("word", word), 1));
    }

    private static String trimmed(String word) {
        var end = word.length();
        while (end > 0 && (word.charAt(end - 1) == '.' || word.charAt(end - 1) == '-')) {
            end--;
        }
        return word.substring(0, end);
    }

    /// The likest pairs first.
    ///
    /// @param apart pairs that are not to be brought together, as `smaller-larger`
    List<Likeness> alike(Set<String> apart) {
        if (all.size() < FEWEST) {
            return List.of();
        }
        var by = new HashMap<Feature, List<Long>>();
        all.forEach(
                (member, features) ->
                        features.keySet()
                                .forEach(
                                        f ->
                                                by.computeIfAbsent(f, _ -> new ArrayList<>())
                                                        .add(member)));
        // a word of one person brings nobody together; one of nearly all says nothing
        var common = Math.max(2, all.size() / 10);
        by.values().removeIf(m -> m.size() < 2 || m.size() > common);
        var vectors = new HashMap<Long, Map<Feature, Double>>();
        all.forEach((member, features) -> vectors.put(member, vector(features, by)));
        var pairs = new HashMap<Pair, Integer>();
        by.forEach(
                (_, members) -> {
                    if (members.size() <= RARE) {
                        pair(members, pairs);
                    }
                });
        return pairs.entrySet().stream()
                .filter(
                        p ->
                                p.getValue() > 1
                                        && !apart.contains(
                                                key(p.getKey().one(), p.getKey().other())))
                .map(Map.Entry::getKey)
                .map(p -> likeness(p.one(), p.other(), vectors, by))
                .filter(l -> l.score() >= ENOUGH && l.shared().size() >= 2)
                .sorted(
                        Comparator.comparingDouble(Likeness::score)
                                .reversed()
                                .thenComparingLong(Likeness::one)
                                .thenComparingLong(Likeness::other))
                .toList();
    }

    private record Pair(long one, long other) {}

    private static void pair(List<Long> members, Map<Pair, Integer> pairs) {
        for (int i = 0; i < members.size(); i++) {
            for (int j = i + 1; j < members.size(); j++) {
                var a = Math.min(members.get(i), members.get(j));
                var b = Math.max(members.get(i), members.get(j));
                pairs.merge(new Pair(a, b), 1, Integer::sum);
            }
        }
    }

    static String key(long one, long other) {
        return Math.min(one, other) + "-" + Math.max(one, other);
    }

    private Map<Feature, Double> vector(
            Map<Feature, Integer> features, Map<Feature, List<Long>> by) {
        var vector = new HashMap<Feature, Double>();
        var length = 0.0;
        for (var entry : features.entrySet()) {
            var who = by.get(entry.getKey());
            if (who != null) {
                var w = (1 + Math.log(entry.getValue())) * Math.log(1.0 * all.size() / who.size());
                vector.put(entry.getKey(), w);
                length += w * w;
            }
        }
        var norm = Math.sqrt(Math.max(length, 1e-9));
        vector.replaceAll((_, w) -> w / norm);
        return vector;
    }

    private static Likeness likeness(
            long one,
            long other,
            Map<Long, Map<Feature, Double>> vectors,
            Map<Feature, List<Long>> by) {
        var a = vectors.getOrDefault(one, Map.of());
        var b = vectors.getOrDefault(other, Map.of());
        var products = new HashMap<Feature, Double>();
        a.forEach(
                (feature, w) -> {
                    var v = b.get(feature);
                    if (v != null) {
                        products.put(feature, w * v);
                    }
                });
        var shared =
                products.entrySet().stream()
                        .sorted(
                                Map.Entry.<Feature, Double>comparingByValue()
                                        .reversed()
                                        .thenComparingInt(
                                                e -> by.getOrDefault(e.getKey(), List.of()).size())
                                        .thenComparing(e -> e.getKey().name()))
                        .map(Map.Entry::getKey)
                        .limit(4)
                        .toList();
        return new Likeness(one, other, sum(products.values()), shared);
    }

    private static double sum(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }
}
