package org.folkmoot.identity;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Brings words of any script to plain Latin letters, and those to forms in which spellings of one
/// name meet: `König`, `Koenig` and `konig`; `Aleksey`, `Alexei` and `Алексей`.
final class Folding {

    /// Cyrillic as English writes it, then whatever else is left.
    private static final Transliterator LATIN =
            Transliterator.getInstance("Russian-Latin/BGN; Any-Latin; Latin-ASCII; Lower");

    private static final Pattern ELSE = Pattern.compile("[^a-z0-9]+");

    private Folding() {}

    /// Lower case, compatibility forms made one.
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
    }

    /// A word in the letters a to z and digits; empty if nothing of it has such a form.
    static String latin(String word) {
        var ascii = word.chars().allMatch(c -> c < 128);
        var folded = ascii ? word.toLowerCase(Locale.ROOT) : LATIN.transliterate(word);
        return ELSE.matcher(folded).replaceAll("");
    }

    /// A folded word in the form that its usual spellings share.
    static String sound(String latin) {
        var out = new StringBuilder(latin.length());
        var word =
                latin.replace("oe", "o")
                        .replace("ae", "a")
                        .replace("ue", "u")
                        .replace("ph", "f")
                        .replace("ck", "k")
                        .replace("x", "ks")
                        .replace('y', 'i')
                        .replace('j', 'i')
                        .replace('w', 'v')
                        .replace("ei", "i")
                        .replace("ie", "i")
                        .replace("th", "t");
        for (int i = 0; i < word.length(); i++) {
            var c = word.charAt(i);
            if (out.isEmpty() || out.charAt(out.length() - 1) != c) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// The consonants of a folded word, all that Arabic and Hebrew write of a name; the word's
    /// sound when it has less than two.
    static String consonants(String latin) {
        var sound = sound(latin);
        var out = new StringBuilder();
        for (int i = 0; i < sound.length(); i++) {
            var c = sound.charAt(i) == 'c' || sound.charAt(i) == 'q' ? 'k' : sound.charAt(i);
            if ("aeiouh".indexOf(c) < 0 && (out.isEmpty() || out.charAt(out.length() - 1) != c)) {
                out.append(c == 'z' ? 's' : c);
            }
        }
        return out.length() < 2 ? sound : out.toString();
    }

    /// Whether a word is written in a script that puts several words together without a space.
    static boolean isEastAsian(String word) {
        return word.codePoints()
                .anyMatch(
                        c ->
                                switch (UnicodeScript.of(c)) {
                                    case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
                                    default -> false;
                                });
    }

    /// Whether a word is written in a script that leaves vowels out.
    static boolean isVowelless(String word) {
        return word.codePoints()
                .anyMatch(
                        c ->
                                switch (UnicodeScript.of(c)) {
                                    case ARABIC, HEBREW -> true;
                                    default -> false;
                                });
    }
}
