package org.folkmoot.language;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/// Letters by which neighbours tell each other apart: those beyond a to z (beyond the Russian
/// alphabet for Cyrillic) that a language writes, and those of Russian that it does not.
final class Alphabets {

    /// One foreign letter in so many makes a language half as likely.
    private static final int FOREIGN = 30;

    private static final Map<String, String> LATIN =
            parsed(
                    """
                    af áéèêëíîïóôöúûüŉ
                    az çəğıöşü
                    ca àçéèíïóòúü
                    cs áčďéěíňóřšťúůýž
                    da æøåé
                    de äöüßé
                    en éï
                    es áéíñóúü
                    et äõöüšž
                    eu ñü
                    fi äöå
                    fr àâæçéèêëîïôœùûüÿ
                    hr čćđšž
                    hu áéíóöőúüű
                    is áæéíðóöþúý
                    it àèéìíòóùú
                    lt ąčęėįšųūž
                    lv āčēģīķļņšūž
                    ms é
                    nl áéèëêïíóöúü
                    no æøåéòôó
                    pl ąćęłńóśźż
                    pt áâãàçéêíóôõúü
                    ro ăâîșşțţ
                    sk áäčďéíĺľňóôŕšťúýž
                    sl čšž
                    sq çë
                    sr čćđšž
                    sv åäöé
                    tl ñ
                    tr çğıöşüâîû
                    """);

    private static final Map<String, String> CYRILLIC_MORE =
            parsed(
                    """
                    be іў
                    bg
                    ru
                    sr ђјљњћџ
                    uk єіїґ
                    """);

    private static final Map<String, String> CYRILLIC_LESS =
            parsed(
                    """
                    be ищъ
                    bg ыэё
                    ru
                    sr йщъыьэюяё
                    uk ыэёъ
                    """);

    private final Script script;
    private final String telling;
    private final long letters;

    /// @param said in lower case
    Alphabets(Script script, String said) {
        this.script = script;
        this.letters = said.chars().filter(Character::isLetter).count();
        this.telling =
                script == Script.LATIN || script == Script.CYRILLIC
                        ? said.chars()
                                .filter(c -> c >= 0xdf && c < 0x530 && Character.isLetter(c))
                                .collect(
                                        StringBuilder::new,
                                        StringBuilder::appendCodePoint,
                                        StringBuilder::append)
                                .toString()
                        : "";
    }

    private static Map<String, String> parsed(String lines) {
        var all = new HashMap<String, String>();
        lines.lines()
                .forEach(
                        line -> {
                            var space = line.indexOf(' ');
                            all.put(
                                    space < 0 ? line : line.substring(0, space),
                                    space < 0 ? "" : line.substring(space + 1));
                        });
        return Map.copyOf(all);
    }

    /// How likely a language still is after the letters that it does not write, from 0 to 1.
    double fits(String language) {
        if (telling.isEmpty()) {
            return 1;
        }
        if (script == Script.LATIN && LATIN.containsKey(language)) {
            var its = LATIN.get(language);
            return fits(c -> c < 0x250 && its.indexOf(c) < 0);
        }
        if (script == Script.CYRILLIC && CYRILLIC_MORE.containsKey(language)) {
            var more = CYRILLIC_MORE.get(language);
            var less = CYRILLIC_LESS.getOrDefault(language, "");
            return fits(c -> russian(c) ? less.indexOf(c) >= 0 : c >= 0x400 && more.indexOf(c) < 0);
        }
        return 1;
    }

    private static boolean russian(int letter) {
        return (letter >= 0x430 && letter < 0x450) || letter == 'ё';
    }

    private double fits(IntPredicate foreign) {
        var others = telling.chars().filter(foreign).count();
        return 1 / (1 + FOREIGN * (double) others / letters);
    }
}
