package org.folkmoot.sources.linkedin;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// LinkedIn's little text: mentions, hashtags, and signs that a text must not hold by themselves.
final class LittleText {

    private static final String SIGNS = "|{}@[]()<>#\\*_~";
    private static final Pattern HASHTAG = Pattern.compile("\\{hashtag\\|\\\\?#\\|([^}]*)\\}");
    private static final Pattern MENTION = Pattern.compile("@\\[([^\\]]*)\\]\\((urn:li:[^)]*)\\)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([|{}@\\[\\]()<>#\\\\*_~])");

    private LittleText() {}

    static String plain(String text) {
        var tagged = HASHTAG.matcher(text).replaceAll("#$1");
        var named = MENTION.matcher(tagged).replaceAll("@$1");
        return ESCAPED.matcher(named).replaceAll("$1");
    }

    static Set<String> mentions(String text) {
        var all = new LinkedHashSet<String>();
        MENTION.matcher(text).results().forEach(m -> all.add(m.group(2)));
        return all;
    }

    static String escaped(String text) {
        var all = new StringBuilder();
        text.chars()
                .forEach(
                        sign -> {
                            if (SIGNS.indexOf(sign) >= 0) {
                                all.append('\\');
                            }
                            all.append((char) sign);
                        });
        return all.toString();
    }
}
