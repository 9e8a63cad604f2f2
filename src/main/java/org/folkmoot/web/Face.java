package org.folkmoot.web;

import java.text.BreakIterator;
import java.util.Locale;

/// What stands for a person where no picture is loaded: one or two letters on a colour that is always the
/// same for the same name.
public final class Face {

    private Face() {}

    /// `Ada Lovelace` gives `AL`, `山田花子` gives `山`, a name without letters its first sign, nothing gives `?`.
    public static String initials(String name) {
        var words = name.strip().split("[\\s._@-]+");
        var first = initial(words[0].isEmpty() && words.length > 1 ? words[1] : words[0]);
        if (first.isEmpty()) {
            return "?";
        }
        var last = words.length > 1 ? initial(words[words.length - 1]) : "";
        return last.isEmpty() || !Character.isLetter(last.codePointAt(0)) || !isCased(first) ? first : first + last;
    }

    /// The class of the colour: `hue-1` to `hue-8`.
    public static String hue(String name) {
        return "hue-" + (1 + Math.floorMod(name.hashCode() * 0x9E3779B9 >>> 16, 8));
    }

    private static boolean isCased(String initial) {
        return Character.isUpperCase(initial.codePointAt(0));
    }

    private static String initial(String word) {
        var signs = BreakIterator.getCharacterInstance(Locale.ROOT);
        signs.setText(word);
        var end = signs.next();
        return end == BreakIterator.DONE ? "" : word.substring(0, end).toUpperCase(Locale.ROOT);
    }
}
