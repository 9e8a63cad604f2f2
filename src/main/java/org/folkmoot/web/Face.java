package org.folkmoot.web;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/// What stands for a person where no picture is loaded: one or two letters on a colour that is
/// always the same for the same name.
public final class Face {

    private static final Pattern BREAKS =
            Pattern.compile("[\\s._@\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069-]+");

    private Face() {}

    /// `Ada Lovelace` gives `AL`, `山田花子` gives `山`, a name without letters its first sign, nothing
    /// gives `?`.
    public static String initials(String name) {
        var words = BREAKS.splitAsStream(name).filter(word -> !word.isEmpty()).toList();
        if (words.isEmpty()) {
            return "?";
        }
        var first = initial(words.getFirst());
        var last = words.size() > 1 ? initial(words.getLast()) : "";
        return isCased(first) && isCased(last) ? first + last : first;
    }

    /// The class of the colour: `hue-1` to `hue-8`.
    public static String hue(String name) {
        return "hue-" + (1 + Math.floorMod((name.hashCode() * 0x9E3779B9) >>> 16, 8));
    }

    private static boolean isCased(String initial) {
        return !initial.isEmpty() && Character.isUpperCase(initial.codePointAt(0));
    }

    private static String initial(String word) {
        var signs = BreakIterator.getCharacterInstance(Locale.ROOT);
        signs.setText(word);
        var end = signs.next();
        return end == BreakIterator.DONE ? "" : word.substring(0, end).toUpperCase(Locale.ROOT);
    }
}
