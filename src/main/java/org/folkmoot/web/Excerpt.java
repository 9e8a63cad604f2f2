package org.folkmoot.web;

import java.text.BreakIterator;
import java.util.Locale;

/// A line out of a longer text.
final class Excerpt {

    private Excerpt() {}

    /// At most that many characters, cut after a word, else after a whole sign.
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var words = BreakIterator.getWordInstance(Locale.ROOT);
        words.setText(text);
        var end = words.preceding(most + 1);
        if (end < most / 2) {
            var signs = BreakIterator.getCharacterInstance(Locale.ROOT);
            signs.setText(text);
            end = signs.preceding(most + 1);
        }
        return text.substring(0, Math.max(0, end)).stripTrailing() + "…";
    }

    /// Escapes a text and turns the marks of finds into elements, always closed.
    static String marked(String text) {
        var html = new StringBuilder(text.length() + 32);
        var open = false;
        for (var part : Foreign.escape(text).split("(?<=[\uE000\uE001])|(?=[\uE000\uE001])")) {
            if (part.length() == 1 && part.charAt(0) == Foreign.FOUND) {
                html.append(open ? "" : "<mark>");
                open = true;
            } else if (part.length() == 1 && part.charAt(0) == Foreign.FOUND_END) {
                html.append(open ? "</mark>" : "");
                open = false;
            } else {
                html.append(part);
            }
        }
        return html.append(open ? "</mark>" : "").toString();
    }
}
