package org.folkmoot.web;

import java.util.regex.Pattern;

/// Text without markup: paragraphs, line breaks and the addresses in it.
final class PlainText {

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "\\bhttps?://[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]}]", Pattern.CASE_INSENSITIVE);
    private static final Pattern GAP = Pattern.compile("\\n[ \\t]*\\n\\s*");

    private PlainText() {}

    static String toHtml(String text) {
        var html = new StringBuilder(text.length() + 64);
        for (var paragraph : GAP.split(text.replace("\r\n", "\n").replace('\r', '\n').strip())) {
            html.append("<p>").append(lines(paragraph)).append("</p>");
        }
        return html.toString();
    }

    /// Escaped, with line breaks and links.
    static String lines(String text) {
        return linked(text).replace("\n", "<br>");
    }

    /// Escaped, with links.
    static String linked(String text) {
        var html = new StringBuilder(text.length() + 32);
        var found = ADDRESS.matcher(text);
        var from = 0;
        while (found.find()) {
            html.append(Foreign.escape(text.substring(from, found.start())));
            html.append(link(found.group(), found.group()));
            from = found.end();
        }
        return html.append(Foreign.escape(text.substring(from))).toString();
    }

    static String link(String url, String label) {
        return "<a href=\"%s\">%s</a>".formatted(Foreign.escape(url), Foreign.escape(label));
    }
}
