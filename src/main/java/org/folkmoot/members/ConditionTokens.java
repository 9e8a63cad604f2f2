package org.folkmoot.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// The words, quoted values and parentheses of a condition's text, one after the other.
final class ConditionTokens {

    private static final int LONGEST = 4000;

    private record Token(String text, boolean quoted, int at) {
        boolean is(String word) {
            return !quoted && text.equalsIgnoreCase(word);
        }
    }

    private final List<Token> all = new ArrayList<>();
    private final String text;
    private int at;

    /// @throws Refusal.Unusable if it is too long, or a quote does not end
    ConditionTokens(String text) {
        this.text = text.replace("\0", "");
        if (this.text.length() > LONGEST) {
            throw new Refusal.Unusable(
                    "This condition is longer than %,d characters. Save parts of it as segments."
                            .formatted(LONGEST));
        }
        int i = 0;
        while (i < this.text.length()) {
            i = token(i);
        }
    }

    /// @return where the next one may begin
    private int token(int i) {
        var c = text.charAt(i);
        if (Character.isWhitespace(c)) {
            return i + 1;
        }
        if (c == '(' || c == ')') {
            all.add(new Token(String.valueOf(c), false, i));
            return i + 1;
        }
        return c == '"' ? quoted(i) : plain(i);
    }

    private int plain(int from) {
        int i = from;
        while (i < text.length()
                && !Character.isWhitespace(text.charAt(i))
                && "()\"".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        all.add(new Token(text.substring(from, i), false, from));
        return i;
    }

    private int quoted(int from) {
        var value = new StringBuilder();
        for (int i = from + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '"') {
                all.add(new Token(value.toString(), true, from));
                return i + 1;
            }
            if (c == '\\' && i + 1 < text.length()) {
                i++;
            }
            value.append(text.charAt(i));
        }
        throw new Refusal.Unusable(
                "The quote that begins at character %d does not end: %s"
                        .formatted(from + 1, cut(text.substring(from))));
    }

    boolean done() {
        return at == all.size();
    }

    /// The next one, a word without quotes; null if it is none.
    @Nullable String word() {
        var word = done() || all.get(at).quoted() ? null : all.get(at).text();
        return word == null || "()".contains(word) ? null : word.toLowerCase(Locale.ROOT);
    }

    /// Whether a value comes next: a quoted text, or a word that means nothing by itself.
    boolean value() {
        if (done()) {
            return false;
        }
        var next = all.get(at);
        return next.quoted()
                || (!"()".contains(next.text())
                        && !Condition.RESERVED.contains(next.text().toLowerCase(Locale.ROOT)));
    }

    /// Passes what was looked at.
    String next() {
        return all.get(at++).text();
    }

    boolean take(String word) {
        return take(List.of(word));
    }

    /// Passes these words if they come next.
    boolean take(List<String> words) {
        if (at + words.size() > all.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!all.get(at + i).is(words.get(i))) {
                return false;
            }
        }
        at += words.size();
        return true;
    }

    /// @param what a person could write here
    Refusal expected(String what) {
        if (all.isEmpty()) {
            return new Refusal.Unusable("Write " + what + ".");
        }
        var place =
                done()
                        ? "At the end, after “%s”".formatted(cut(text.strip()))
                        : "At “%s” (character %d)"
                                .formatted(cut(all.get(at).text()), all.get(at).at() + 1);
        var several =
                !done() && at > 0 && value() ? " A value of several words stands in quotes." : "";
        return new Refusal.Unusable("%s I expected %s.%s".formatted(place, what, several));
    }

    private static String cut(String words) {
        return words.length() <= 60 ? words : "…" + words.substring(words.length() - 60);
    }
}
