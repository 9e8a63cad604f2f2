package org.folkmoot.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How a text sounds by rules alone: a lexicon, and what stands around its words.
///
/// Source: C. J. Hutto, E. Gilbert, "VADER: A Parsimonious Rule-based Model for Sentiment Analysis
/// of Social Media Text", ICWSM 2014.
///
/// @param compound from -1 to 1
/// @param positive the share of the text that sounds good, 0 to 1; likewise negative and neutral
/// @param best the highest of its words, at least 0
/// @param worst the lowest of its words, at most 0
record Vader(
        double compound,
        double positive,
        double negative,
        double neutral,
        double best,
        double worst) {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final double LOUDER = .733;
    private static final double DENIED = -.74;

    static Vader of(String text) {
        var words =
                SPACES.splitAsStream(text).map(Vader::bare).filter(w -> w.length() > 1).toList();
        return new Sentence(words).judged(emphasis(text));
    }

    /// Without the punctuation around it, unless that leaves nothing of it (then it's an emoticon).
    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && punctuation(word.charAt(from))) {
            from++;
        }
        while (to > from && punctuation(word.charAt(to - 1))) {
            to--;
        }
        return to - from <= 2 ? word : word.substring(from, to);
    }

    private static boolean punctuation(char c) {
        return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    }

    private static double emphasis(String text) {
        var calls = Math.min(4, text.chars().filter(c -> c == '!').count());
        var asks = text.chars().filter(c -> c == '?').count();
        return calls * .292 + (asks < 2 ? 0 : asks > 3 ? .96 : asks * .18);
    }

    private record Sentence(List<String> words, List<String> lower, boolean mixedCase) {

        Sentence(List<String> words) {
            this(
                    words,
                    words.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList(),
                    mixed(words.stream().filter(Sentence::loud).count(), words.size()));
        }

        private static boolean mixed(long loud, int all) {
            return loud > 0 && loud < all;
        }

        private static boolean loud(String word) {
            return word.equals(word.toUpperCase(Locale.ROOT))
                    && !word.equals(word.toLowerCase(Locale.ROOT));
        }

        Vader judged(double emphasis) {
            var valences = new ArrayList<Double>();
            for (int i = 0; i < words.size(); i++) {
                valences.add(valence(i));
            }
            var but = lower.indexOf("but");
            if (but >= 0) {
                for (int i = 0; i < valences.size(); i++) {
                    valences.set(i, valences.get(i) * (i < but ? .5 : i > but ? 1.5 : 1));
                }
            }
            return sum(valences, emphasis);
        }

        private double valence(int i) {
            var word = lower.get(i);
            if (Valences.STRONGER.containsKey(word) || (word.equals("kind") && is(i + 1, "of"))) {
                return 0;
            }
            var valence = Valences.of(word);
            if (word.equals("no") && i + 1 < lower.size() && Valences.has(lower.get(i + 1))) {
                valence = 0;
            } else if (valence == 0) {
                return 0;
            }
            if (is(i - 1, "no") || is(i - 2, "no")) {
                valence = Valences.of(word) * DENIED;
            }
            if (mixedCase && loud(words.get(i))) {
                valence += Math.copySign(LOUDER, valence);
            }
            for (int back = 1; back <= 3 && i >= back; back++) {
                if (!Valences.has(lower.get(i - back))) {
                    valence =
                            (valence + around(i - back, valence) * (1.05 - .05 * back))
                                    * turned(i, back);
                }
            }
            if (is(i - 1, "of") && (is(i - 2, "kind") || is(i - 2, "sort"))) {
                valence -= Math.copySign(Valences.STEP, valence);
            }
            return is(i - 1, "least") && !is(i - 2, "at") && !is(i - 2, "very")
                    ? valence * DENIED
                    : valence;
        }

        /// What a word before adds to one of that valence.
        private double around(int i, double valence) {
            var step = Valences.STRONGER.getOrDefault(lower.get(i), 0.);
            if (step == 0) {
                return 0;
            }
            step *= Math.signum(valence);
            return mixedCase && loud(words.get(i)) ? step + Math.copySign(LOUDER, valence) : step;
        }

        private double turned(int i, int back) {
            if (is(i - back, "never")
                    && back > 1
                    && (is(i - back + 1, "so") || is(i - back + 1, "this"))) {
                return 1.25;
            }
            if (is(i - back, "without") && is(i - back + 1, "doubt")) {
                return 1;
            }
            return Valences.denies(lower.get(i - back)) ? DENIED : 1;
        }

        private boolean is(int i, String word) {
            return i >= 0 && i < lower.size() && lower.get(i).equals(word);
        }
    }

    private static Vader sum(List<Double> valences, double emphasis) {
        double sum = 0;
        double good = 0;
        double bad = 0;
        double best = 0;
        double worst = 0;
        int neither = 0;
        for (var v : valences) {
            sum += v;
            good += v > 0 ? v + 1 : 0;
            bad -= v < 0 ? v - 1 : 0;
            neither += v == 0 ? 1 : 0;
            best = Math.max(best, v);
            worst = Math.min(worst, v);
        }
        if (sum == 0 && good == 0) {
            return new Vader(0, 0, 0, 1, 0, 0);
        }
        sum += Math.signum(sum) * emphasis;
        good += good > bad ? emphasis : 0;
        bad += bad > good ? emphasis : 0;
        var all = good + bad + neither;
        return new Vader(
                sum / Math.sqrt(sum * sum + 15), good / all, bad / all, neither / all, best, worst);
    }
}
