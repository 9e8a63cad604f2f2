package org.folkmoot.ties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// What people care about, and who cares about the same: places, tags and the words of what they
/// wrote, each weighed by how often it is theirs and how rare it is among all (tf-idf), compared by
/// the cosine.
final class Interests {

    /// What more people than this share brings nobody together.
    static final int RARE = 30;

    /// Among fewer people nothing is rare.
    private static final int FEWEST = 6;

    /// Less likeness than this is chance.
    static final double ENOUGH = 0.12;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 30;
    private static final Pattern NOISE =
            Pattern.compile("https?://\\S+|`{3}.*?`{3}|<[@#!][^>]*>", Pattern.DOTALL);

    /// The number of each feature, by its kind and name: numbers are compared sooner than words.
    private final Map<String, Map<String, Integer>> numbers = new HashMap<>();

    private final List<Feature> features = new ArrayList<>();
    private final Map<Long, Cares> all = new HashMap<>();
    private int texts;

    /// Which text each feature was in last.
    private int[] lastIn = new int[1 << 10];

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
        all.computeIfAbsent(member, _ -> new Cares())
                .add(number(feature.kind(), feature.name()), times);
    }

    private int number(String kind, String name) {
        var named = numbers.computeIfAbsent(kind, _ -> new HashMap<>());
        var known = named.get(name);
        if (known == null) {
            known = features.size();
            named.put(name, known);
            features.add(new Feature(kind, name));
        }
        return known;
    }

    /// Takes the words of one text, each once.
    void read(long member, String text) {
        var cares = all.computeIfAbsent(member, _ -> new Cares());
        texts++;
        words(
                plain(text),
                word -> {
                    var number = number("word", word);
                    if (number >= lastIn.length) {
                        lastIn = Arrays.copyOf(lastIn, 2 * number);
                    }
                    if (lastIn[number] != texts) {
                        lastIn[number] = texts;
                        cares.add(number, 1);
                    }
                });
    }

    /// Most texts have nothing in them that is to be taken out, which is quickly seen.
    private static String plain(String text) {
        return text.contains("://") || text.contains("```") || text.contains("<")
                ? NOISE.matcher(text).replaceAll(" ")
                : text;
    }

    /// Words begin with a letter, may have digits and `+#.-` in them, and are of 4 to 30 signs.
    static void words(String text, Consumer<String> hears) {
        for (int from = 0; from < text.length(); ) {
            var sign = text.codePointAt(from);
            if (!Character.isLetter(sign)) {
                from += Character.charCount(sign);
                continue;
            }
            var to = from;
            var length = 0;
            while (to < text.length() && length < LONGEST && goesOn(text.codePointAt(to))) {
                to += Character.charCount(text.codePointAt(to));
                length++;
            }
            if (length >= SHORTEST) {
                var word = trimmed(text.substring(from, to).toLowerCase(Locale.ROOT));
                if (word.length() >= SHORTEST && !SmallTalk.WORDS.contains(word)) {
                    hears.accept(word);
                }
            }
            from = to;
        }
    }

    private static boolean goesOn(int sign) {
        return Character.isLetter(sign)
                || "+#.-".indexOf(sign) >= 0
                || switch (Character.getType(sign)) {
                    case Character.DECIMAL_DIGIT_NUMBER,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER ->
                            true;
                    default -> false;
                };
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
    List<Likeness> alike(Set<String> apart, int most) {
        return all.size() < FEWEST ? List.of() : new Likest(all, features).pairs(apart, most);
    }

    static String key(long one, long other) {
        return Math.min(one, other) + "-" + Math.max(one, other);
    }
}
