package org.folkmoot.language;

import java.util.Set;

/// Tells in which of 63 languages a text is, by the beginnings and ends of its words.
///
/// Bounded memory (about 8 MB), loaded when first asked. After N. T. M., Nito-ELD (2023): runs of
/// four bytes, three apart, each counted once.
public final class Languages {

    private static final int LONGEST_WORD = 70;
    private static final int ENOUGH_LETTERS = 20;
    private static final int ENOUGH_BYTES = 700;

    /// What most is written in: three hundredths more, so that a near draw goes to them.
    private static final Set<String> OFTEN =
            Set.of(
                    "ar", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi",
                    "hr", "hu", "it", "ja", "ko", "ms", "nl", "no", "pl", "pt", "ro", "ru", "sk",
                    "sr", "sv", "th", "tr", "uk", "vi", "zh");

    private static final class Lazy {
        static final Ngrams NGRAMS = Ngrams.load();
    }

    private Languages() {}

    /// The most likely language of a text; code, links, quotes, names and tags in it say nothing.
    public static Spoken of(String text) {
        var said = Voice.of(text);
        var script = Script.of(said);
        var words = new Words(said, script);
        var seen = new LongSet();
        for (var word = words.next(); word != null; word = words.next()) {
            each(Ngrams.bytes(word), seen);
            if (words.read() > ENOUGH_BYTES) {
                break;
            }
        }
        if (words.letters() == 0) {
            return Spoken.NOTHING;
        }
        var enough = words.letters() >= ENOUGH_LETTERS;
        var only = script == Script.HAN && Script.kana(said) ? "ja" : script.language;
        return only.isEmpty() ? best(said, script, seen, enough) : new Spoken(only, 1, enough);
    }

    private static Spoken best(String said, Script script, LongSet seen, boolean enough) {
        var table = Lazy.NGRAMS;
        var scores = new int[table.languages().size()];
        var common = Commonest.of(said);
        var alphabets = new Alphabets(script, said);
        seen.each(key -> table.add(key, scores));
        for (int i = 0; i < scores.length; i++) {
            var language = table.languages().get(i);
            if (scores[i] > 0) {
                var likelier = OFTEN.contains(language) ? 1.03 : 1;
                likelier *= alphabets.fits(language) * (1 + common.getOrDefault(language, 0.));
                scores[i] = (int) Math.round(scores[i] * likelier);
            }
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
            return script == Script.HAN ? new Spoken("zh", .5, false) : Spoken.NOTHING;
        }
        var known = table.languages().get(best);
        var told = Siblings.of(known, said);
        var share = scores[best] / (double) (scores[best] + scores[second]);
        var clear = share > .515 || !told.equals(known);
        return new Spoken(told, share, clear && enough);
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
}
