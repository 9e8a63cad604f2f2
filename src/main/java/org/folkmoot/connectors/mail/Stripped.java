package org.folkmoot.connectors.mail;

import java.util.Locale;
import java.util.Set;
import org.springframework.web.util.HtmlUtils;

/// HTML as the text it shows. Never used as HTML again.
final class Stripped {

    private static final Set<String> ENDS_A_LINE =
            Set.of(
                    "br",
                    "/p",
                    "/div",
                    "/li",
                    "/tr",
                    "/h1",
                    "/h2",
                    "/h3",
                    "/h4",
                    "/blockquote",
                    "/pre");

    private Stripped() {}

    static String of(String html) {
        var out = new StringBuilder();
        var at = 0;
        while (at < html.length()) {
            var open = html.indexOf('<', at);
            var close = open < 0 ? -1 : html.indexOf('>', open);
            if (close < 0) {
                out.append(html, at, html.length());
                break;
            }
            out.append(html, at, open);
            var tag = nameOf(html, open + 1, close);
            at = close + 1;
            if (tag.equals("script") || tag.equals("style") || tag.equals("head")) {
                at = after(html, "</" + tag, at);
            } else if (ENDS_A_LINE.contains(tag)) {
                out.append('\n');
            }
        }
        return HtmlUtils.htmlUnescape(out.toString())
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static String nameOf(String html, int from, int to) {
        var end = from;
        while (end < to
                && end < from + 12
                && (html.charAt(end) == '/' || Character.isLetterOrDigit(html.charAt(end)))) {
            end++;
            if (html.charAt(end - 1) == '/' && end - 1 > from) {
                return html.substring(from, end - 1).toLowerCase(Locale.ROOT);
            }
        }
        return html.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static int after(String html, String tag, int from) {
        for (var i = html.indexOf('<', from); i >= 0; i = html.indexOf('<', i + 1)) {
            if (html.regionMatches(true, i, tag, 0, tag.length())) {
                var close = html.indexOf('>', i);
                return close < 0 ? html.length() : close + 1;
            }
        }
        return html.length();
    }
}
