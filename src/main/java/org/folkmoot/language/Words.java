package org.folkmoot.language;

import org.jspecify.annotations.Nullable;

/// The words of a text in one script: runs of letters, with apostrophes in and after them.
final class Words {

    private final String text;
    private final Script script;
    private int at;
    private int letters;
    private int read;

    /// @param text in lower case
    Words(String text, Script script) {
        this.text = text;
        this.script = script;
    }

    @Nullable String next() {
        while (at < text.length() && !letter(text.charAt(at))) {
            at++;
        }
        var from = at;
        while (at < text.length() && belongs(text.charAt(at))) {
            letters += letter(text.charAt(at)) ? script.weight() : 0;
            at++;
        }
        read += at - from;
        return from == at ? null : text.substring(from, at);
    }

    /// How many letters were read, those that say more counted more often.
    int letters() {
        return letters;
    }

    /// How many characters were read.
    int read() {
        return read;
    }

    private boolean letter(char c) {
        return Character.isLetter(c) && script.has(c);
    }

    private boolean belongs(char c) {
        return letter(c) || c == '\'' || c == '`' || c == '\u2019';
    }
}
