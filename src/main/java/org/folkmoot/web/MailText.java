package org.folkmoot.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A mail: what others wrote (`>`) is folded away, level by level, and a signature is small.
final class MailText {

    private static final int DEEPEST = 5;

    private static final Pattern INTRODUCES =
            Pattern.compile(
                    "(?i)\\b(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|escreveu|skrev|schreef)\\b[^:]{0,60}:\\s*$");
    private static final Pattern BEGINS =
            Pattern.compile("^(?:On|Am|Le|El|Il|Em|Den|Op) [^.!?]*\\d");

    private MailText() {}

    private record Line(int depth, String text) {}

    static String toHtml(String text) {
        var lines = new ArrayList<Line>();
        String signature = null;
        var all = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        for (int i = 0; i < all.length; i++) {
            if (all[i].equals("-- ") || all[i].equals("--")) {
                signature = String.join("\n", List.of(all).subList(i + 1, all.length)).strip();
                break;
            }
            lines.add(line(all[i]));
        }
        introductions(lines);
        var html = new StringBuilder(text.length() + 128);
        write(lines, 0, html);
        if (signature != null && !signature.isEmpty()) {
            html.append("<p><small>").append(PlainText.lines(signature)).append("</small></p>");
        }
        return html.toString();
    }

    /// "On Monday Ada wrote:" above a quote belongs to the quote; it may be two lines long.
    private static void introductions(List<Line> lines) {
        var next = followers(lines);
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i).depth() == 0
                    && lines.get(next[i]).depth() > 0
                    && lines.get(i).text().length() < 200
                    && INTRODUCES.matcher(lines.get(i).text()).find()) {
                lines.set(i, new Line(1, lines.get(i).text()));
                var before = i == 0 ? null : lines.get(i - 1);
                if (before != null
                        && before.depth() == 0
                        && before.text().length() < 200
                        && BEGINS.matcher(before.text()).find()) {
                    lines.set(i - 1, new Line(1, before.text()));
                }
            }
        }
    }

    /// Of each line the next that is not empty, or else the last; found from the end, so that many
    /// empty lines are passed over once.
    private static int[] followers(List<Line> lines) {
        var next = new int[lines.size()];
        for (int i = lines.size() - 2, found = i + 1; i >= 0; i--) {
            found = lines.get(i + 1).text().isBlank() ? found : i + 1;
            next[i] = found;
        }
        return next;
    }

    private static Line line(String line) {
        int at = 0;
        int depth = 0;
        while (at < line.length()
                && (line.charAt(at) == '>' || (depth > 0 && line.charAt(at) == ' '))) {
            depth += line.charAt(at) == '>' ? 1 : 0;
            at++;
        }
        return new Line(Math.min(depth, DEEPEST), depth == 0 ? line : line.substring(at));
    }

    /// Writes lines that are all at least that deep; runs of deeper ones are folded.
    private static void write(List<Line> lines, int depth, StringBuilder html) {
        for (int from = 0; from < lines.size(); ) {
            var quoted = lines.get(from).depth() > depth;
            int to = from;
            while (to < lines.size() && lines.get(to).depth() > depth == quoted) {
                to++;
            }
            var run = lines.subList(from, to);
            if (quoted) {
                html.append("<details><summary>Quoted text</summary><blockquote>");
                write(run, depth + 1, html);
                html.append("</blockquote></details>");
            } else {
                var words = String.join("\n", run.stream().map(Line::text).toList()).strip();
                html.append(words.isEmpty() ? "" : PlainText.toHtml(words));
            }
            from = to;
        }
    }
}
