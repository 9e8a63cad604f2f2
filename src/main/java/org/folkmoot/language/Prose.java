package org.folkmoot.language;

import java.util.regex.Pattern;

/// What somebody wrote themselves: a post without its code, quotes, links, addresses and names.
final class Prose {

    /// Longer posts are judged by their beginning.
    private static final int LONGEST = 4_000;

    private static final Pattern FENCED =
            Pattern.compile("```.*?(?:```|\\z)|~~~.*?(?:~~~|\\z)", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("`[^`\\n]*`");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>\\n]{0,300}>");
    private static final Pattern QUOTED = Pattern.compile("(?m)^\\s{0,3}>.*$");
    private static final Pattern LINK =
            Pattern.compile(
                    "(?:https?://|www\\.)\\S+|\\S+@[\\w-]+\\.[\\w.-]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("<?@[\\w.-]+>?|(?<=\\s|^):[\\w+-]+:");

    private Prose() {}

    /// @return the text in which `code`, `link` and `someone` stand for what was taken out
    static String marked(String text) {
        return replaced(text, " codeblock ", " weblink ", " someone ");
    }

    /// @return the text with nothing in these places
    static String bare(String text) {
        return replaced(text, " ", " ", " ");
    }

    private static String replaced(String whole, String code, String link, String name) {
        var text = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        if (text.indexOf('`') >= 0 || text.indexOf('~') >= 0) {
            text = FENCED.matcher(text).replaceAll(code);
            text = INLINE.matcher(text).replaceAll(code);
        }
        if (text.indexOf('>') >= 0) {
            text = QUOTED.matcher(text).replaceAll("");
            text = TAG.matcher(text).replaceAll(" ");
        }
        if (text.indexOf('@') >= 0 || text.indexOf("://") >= 0 || text.indexOf("www.") >= 0) {
            text = LINK.matcher(text).replaceAll(link);
        }
        if (text.indexOf('@') >= 0) {
            text = NAME.matcher(text).replaceAll(name);
        }
        return text;
    }
}
