package org.folkmoot.activity;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whether a post asks something: a question mark outside of links, code and quotes. A rule of
/// thumb until posts are understood better.
final class Questions {

    private static final Pattern NOT_WORDS =
            Pattern.compile(
                    "```.*?(```|$)|`[^`\n]*`|<code>.*?</code>|<pre>.*?</pre>|<blockquote>.*?</blockquote>"
                            + "|(?m:^[ \\t]*>.*$)|<https?://[^>]*>|https?://\\S+|<[^>\n]*>",
                    Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final String MARKS = "?\uFF1F\u061F\u2047\u037E";
    private static final String NOT_WORDS_HAVE = "`<>:";
    private static final int LOOK_AT = 20_000;

    private Questions() {}

    static boolean asks(@Nullable String title, @Nullable String text) {
        return asks(title) || asks(text);
    }

    private static boolean asks(@Nullable String words) {
        if (words == null || !hasAny(MARKS, words)) {
            return false;
        }
        var looked = words.length() > LOOK_AT ? words.substring(0, LOOK_AT) : words;
        return hasAny(
                MARKS,
                hasAny(NOT_WORDS_HAVE, looked)
                        ? NOT_WORDS.matcher(looked).replaceAll(" ")
                        : looked);
    }

    private static boolean hasAny(String characters, String text) {
        for (int i = 0; i < characters.length(); i++) {
            if (text.indexOf(characters.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
