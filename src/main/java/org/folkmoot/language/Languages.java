package org.folkmoot.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// Tells in which of 63 languages a text is, by the beginnings and ends of its words.
///
/// Bounded memory (about 8 MB), loaded when first asked. After N. T. M., Nito-ELD (2023): runs of
/// four bytes, three apart, each counted once.
public final class Languages {

    private static final int LONGEST_WORD = 70;
    private static final int ENOUGH_LETTERS = 20;
    private static final int ENOUGH_BYTES = 700;

    /// What most is written in: two hundredths more, so that a near draw goes to them.
    private static final Set<String> OFTEN =
            Set.of(
                    "ar", "cs", "de", "el", "en", "es", "fa", "fr", "he", "hi", "hu", "it", "ja",
                    "ko", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi",
                    "zh");

    private static final class Lazy {
        static final Ngrams NGRAMS = Ngrams.load();
    }

    private Languages() {}

    /// The most likely language of a text; code, links, quotes and names in it say nothing.
    public static Spoken of(String text) {
        var words = new Words(Prose.bare(text));
        var table = Lazy.NGRAMS;
        var scores = new int[table.languages().size()];
        var seen = new LongSet();
        for (var word = words.next(); word != null; word = words.next()) {
            each(Ngrams.bytes(word), seen);
            if (words.bytes > ENOUGH_BYTES) {
                break;
            }
        }
        seen.each(key -> table.add(key, scores));
        for (int i = 0; i < scores.length; i++) {
            scores[i] += OFTEN.contains(table.languages().get(i)) ? scores[i] / 50 : 0;
        }
        int best = 0;
        int second = 1;
        if (scores[1] > scores[0]) {
            best = 1;
            second = 0;
        }
        for (int i = 2; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                second = best;
                best = i;
            } else if (scores[i] > scores[second]) {
                second = i;
            }
        }
        if (scores[best] == 0) {
            return Spoken.NOTHING;
        }
        var known = table.languages().get(best);
        var language = Siblings.of(known, words.text);
        var share = scores[best] / (double) (scores[best] + scores[second]);
        var clear = share > .515 || !language.equals(known);
        return new Spoken(language, share, clear && words.letters >= ENOUGH_LETTERS);
    }

    private static void each(byte[] word, LongSet into) {
        var length = Math.min(word.length, LONGEST_WORD);
        int from = 0;
        for (; from + 4 < length; from += 3) {
            into.add(key(word, from, from + 4, from == 0, false));
        }
        into.add(key(word, length == 3 ? 0 : Math.max(0, length - 4), length, from == 0, true));
    }

    private static long key(byte[] word, int from, int to, boolean first, boolean last) {
        var key = first ? (long) ' ' : 0;
        for (int i = from; i < to; i++) {
            key = (key << 8) | (word[i] & 0xff);
        }
        return last ? (key << 8) | ' ' : key;
    }

    /// The words of a text: runs of letters, with apostrophes in and after them.
    private static final class Words {

        private final String text;
        private int at;
        private int letters;
        private int bytes;

        Words(String text) {
            this.text = text.toLowerCase(Locale.ROOT);
        }

        @org.jspecify.annotations.Nullable
        String next() {
            while (at < text.length() && !Character.isLetter(text.charAt(at))) {
                at++;
            }
            var from = at;
            while (at < text.length() && belongs(text.charAt(at))) {
                letters += Character.isLetter(text.charAt(at)) ? weight(text.charAt(at)) : 0;
                at++;
            }
            bytes += at - from;
            return from == at ? null : text.substring(from, at);
        }

        private static boolean belongs(char c) {
            return Character.isLetter(c) || c == '\'' || c == '`' || c == '\u2019';
        }

        /// A sign of Chinese, Japanese or Korean says as much as several letters.
        private static int weight(char c) {
            return c >= 0x2e80 ? 3 : 1;
        }
    }

    /// Distinct keys, few at a time.
    private static final class LongSet {

        private long[] keys = new long[256];
        private int size;

        void add(long key) {
            if (2 * size > keys.length) {
                var old = keys;
                keys = new long[2 * old.length];
                size = 0;
                Arrays.stream(old).filter(k -> k != 0).forEach(this::add);
            }
            var slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
            while (keys[slot] != 0) {
                if (keys[slot] == key) {
                    return;
                }
                slot = (slot + 1) & (keys.length - 1);
            }
            keys[slot] = key;
            size++;
        }

        void each(java.util.function.LongConsumer use) {
            for (var key : keys) {
                if (key != 0) {
                    use.accept(key);
                }
            }
        }
    }
}
