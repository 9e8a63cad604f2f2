package org.folkmoot.language;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// What a text is written in, by the names of Unicode. Who writes in another script mixes Latin
/// words in (names, commands), hardly ever the other way round: a sign of Latin counts a third.
enum Script {
    LATIN(""),
    CYRILLIC(""),
    ARABIC(""),
    DEVANAGARI(""),
    /// Chinese, and Japanese, which alone has kana.
    HAN(""),
    HANGUL("ko"),
    GREEK("el"),
    HEBREW("he"),
    THAI("th"),
    LAO("lo"),
    GEORGIAN("ka"),
    ARMENIAN("hy"),
    BENGALI("bn"),
    GUJARATI("gu"),
    GURMUKHI("pa"),
    ORIYA("or"),
    TAMIL("ta"),
    TELUGU("te"),
    KANNADA("kn"),
    MALAYALAM("ml"),
    ETHIOPIC("am"),
    /// No letters that are known.
    NONE("");

    private static final Map<UnicodeScript, Script> ALL = new EnumMap<>(UnicodeScript.class);

    static {
        for (var script : values()) {
            if (script != NONE) {
                ALL.put(UnicodeScript.valueOf(script.name()), script);
            }
        }
        ALL.put(UnicodeScript.HIRAGANA, HAN);
        ALL.put(UnicodeScript.KATAKANA, HAN);
    }

    /// The one known language written in it; empty if there are several.
    final String language;

    Script(String language) {
        this.language = language;
    }

    /// What most of a text is written in.
    static Script of(String text) {
        var counts = new int[values().length];
        text.chars()
                .filter(Character::isLetter)
                .forEach(
                        letter -> {
                            var script = of((char) letter);
                            counts[script.ordinal()] += script == LATIN ? 1 : 3;
                        });
        counts[NONE.ordinal()] = 0;
        var most = Arrays.stream(counts).max().orElse(0);
        return Arrays.stream(values())
                .filter(script -> most > 0 && counts[script.ordinal()] == most)
                .findFirst()
                .orElse(NONE);
    }

    /// Whether a text in Chinese signs has as many of kana as only Japanese has.
    static boolean kana(String text) {
        var signs = text.chars().filter(c -> of((char) c) == HAN).count();
        var kana =
                text.chars()
                        .filter(c -> of((char) c) == HAN)
                        .filter(c -> UnicodeScript.of(c) != UnicodeScript.HAN)
                        .count();
        return kana * 5 > signs;
    }

    private static Script of(char letter) {
        return letter < 0x250 ? LATIN : ALL.getOrDefault(UnicodeScript.of(letter), NONE);
    }

    /// Whether a letter can be one of a word in this script; marks that several share can.
    boolean has(char letter) {
        var its = of(letter);
        return its == this || its == NONE;
    }

    /// A sign of Chinese says as much as several letters, and so does one of a script that only one
    /// language has.
    int weight() {
        return this == HAN || !language.isEmpty() ? 3 : 1;
    }
}
