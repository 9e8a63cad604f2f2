package org.folkmoot.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text as numbers: which words, pairs of words and runs of letters it has, hashed into
/// 2^18 places, and what the rules of [Vader] say of it.
///
/// Places are ascending, from 1; the values of the hashed ones have length 1 together.
final class Features {

    /// How many of the places are hashed; the rules' numbers follow them.
    static final int HASHED = 1 << 18;

    static final int PLACES = HASHED + 16;

    final int[] places;
    final double[] values;

    private Features(int[] places, double[] values) {
        this.places = places;
        this.values = values;
    }

    /// How much the rules weigh beside the hashed ones; found by cross-validation.
    private static final double RULES = .5;

    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{M}]+(?:['\u2019][\\p{L}]+)*|\\p{N}+|[^\\s\\p{L}\\p{N}]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}");
    private static final int SHORTEST_RUN = 3;
    private static final int LONGEST_RUN = 5;

    static Features of(String text) {
        var prose = Prose.marked(text);
        var hashed = new Counter();
        var lower = prose.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        words(lower, hashed);
        runs(lower, hashed);
        return hashed.with(rules(prose));
    }

    private static void words(String lower, Counter into) {
        var words = WORD.matcher(lower);
        String before = "^";
        String beforeThat = "^";
        boolean denied = false;
        while (words.find()) {
            var word = words.group();
            if (Character.isDigit(word.charAt(0))) {
                word = "0";
            }
            into.add(Hash.of("w", word));
            into.add(Hash.of("b", before, " ", word));
            into.add(Hash.of("s", beforeThat, " ", word));
            if (denied && Character.isLetter(word.charAt(0))) {
                into.add(Hash.of("n", word));
            }
            denied =
                    Valences.denies(word)
                            || word.equals("no")
                            || (denied && Character.isLetter(word.charAt(0)));
            beforeThat = before;
            before = word;
        }
        into.add(Hash.of("b", before, " $"));
    }

    private static void runs(String lower, Counter into) {
        var text =
                " "
                        + NUMBER.matcher(SPACES.matcher(lower.strip()).replaceAll(" "))
                                .replaceAll("0")
                        + " ";
        for (int from = 0; from < text.length(); from++) {
            int hash = Hash.of("c");
            int to = Math.min(text.length(), from + LONGEST_RUN);
            for (int i = from; i < to; i++) {
                hash = Hash.on(hash, text.charAt(i));
                if (i - from + 1 >= SHORTEST_RUN) {
                    into.add(hash);
                }
            }
        }
    }

    private static double[] rules(String prose) {
        var v = Vader.of(prose);
        var last = prose.strip();
        var end = Vader.of(last.substring(Math.max(0, last.length() - 80)));
        var beginning = Vader.of(last.substring(0, Math.min(80, last.length())));
        return new double[] {
            v.compound(),
            v.positive(),
            v.negative(),
            v.neutral(),
            v.best() / 4,
            -v.worst() / 4,
            v.compound() > .05 ? 1 : 0,
            v.compound() < -.05 ? 1 : 0,
            end.compound(),
            beginning.compound(),
            Math.min(3, prose.chars().filter(c -> c == '!').count()) / 3.,
            Math.min(3, prose.chars().filter(c -> c == '?').count()) / 3.,
            Math.log1p(prose.length()) / 8,
            v.best() > 0 && v.worst() < 0 ? 1 : 0
        };
    }

    /// How often each place is hit.
    private static final class Counter {

        private int[] hits = new int[512];
        private int size;

        void add(int hash) {
            if (size == hits.length) {
                hits = Arrays.copyOf(hits, 2 * size);
            }
            hits[size++] = (Hash.stirred(hash) & (HASHED - 1)) + 1;
        }

        Features with(double[] rules) {
            Arrays.sort(hits, 0, size);
            var places = new int[size + rules.length];
            var values = new double[size + rules.length];
            int many = 0;
            double squares = 0;
            for (int i = 0; i < size; ) {
                int times = 0;
                var place = hits[i];
                while (i < size && hits[i] == place) {
                    times++;
                    i++;
                }
                places[many] = place;
                values[many] = 1 + Math.log(times);
                squares += values[many] * values[many];
                many++;
            }
            for (int i = 0; i < many; i++) {
                values[i] /= Math.sqrt(squares);
            }
            for (int i = 0; i < rules.length; i++) {
                if (rules[i] != 0) {
                    places[many] = HASHED + 1 + i;
                    values[many++] = RULES * rules[i];
                }
            }
            return new Features(Arrays.copyOf(places, many), Arrays.copyOf(values, many));
        }
    }
}
