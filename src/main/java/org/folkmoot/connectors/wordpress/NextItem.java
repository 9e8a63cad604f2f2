package org.folkmoot.connectors.wordpress;

import java.io.IOException;
import java.io.Reader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where reading goes on in a file that is broken somewhere: at the next post.
final class NextItem {

    private static final String ITEM = "<item>";
    private static final Pattern SPACES = Pattern.compile("xmlns:[\\w.-]+\\s*=\\s*\"[^\"<]*\"");

    private NextItem() {}

    /// Passes over everything up to the next post that starts below that line.
    ///
    /// @param head the beginning of the file, which declares its prefixes
    /// @return what makes the rest a document of its own, its lines numbered as in the file;
    ///     null where no post follows
    static @Nullable String below(long line, Reader in, String head) throws IOException {
        var at = 1L;
        var matched = 0;
        for (var c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                at++;
            }
            if (at > line) {
                matched = c == ITEM.charAt(matched) ? matched + 1 : c == '<' ? 1 : 0;
            }
            if (matched == ITEM.length()) {
                var start = new StringBuilder("<rss");
                SPACES.matcher(head)
                        .results()
                        .map(r -> " " + r.group())
                        .distinct()
                        .forEach(start::append);
                return start.append("><channel>")
                        .repeat("\n", (int) Math.min(at - 1, 10_000_000))
                        .append(ITEM)
                        .toString();
            }
        }
        return null;
    }
}
