package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// A text with what Telegram marks in it, as HTML. Marks are told by where they begin and how long
/// they are, in UTF-16 as Java counts too.
final class Marked {

    private record Mark(int from, int to, String tag, String href) {

        String open() {
            return href.isEmpty() ? "<" + tag + ">" : "<a href=\"" + escaped(href) + "\">";
        }

        String close() {
            return "</" + tag + ">";
        }
    }

    private final String text;
    private final List<Mark> marks = new ArrayList<>();

    private Marked(String text, JsonNode entities) {
        this.text = text;
        for (var entity : entities) {
            long from = entity.path("offset").asLong(-1);
            long to = Math.min(text.length(), from + entity.path("length").asLong(0));
            if (from >= 0 && to > from) {
                mark((int) from, (int) to, entity);
            }
        }
        marks.sort(
                Comparator.comparingInt(Mark::from)
                        .thenComparing(Mark::to, Comparator.reverseOrder()));
    }

    /// Empty for an empty one.
    static String html(String text, JsonNode entities) {
        return new Marked(text, entities).html();
    }

    private void mark(int from, int to, JsonNode entity) {
        var tag =
                switch (text(entity, "type")) {
                    case "bold" -> "b";
                    case "italic" -> "i";
                    case "underline" -> "u";
                    case "strikethrough" -> "s";
                    case "code" -> "code";
                    case "pre" -> "pre";
                    case "blockquote", "expandable_blockquote" -> "blockquote";
                    case "url", "text_link" -> "a";
                    default -> "";
                };
        var given = text(entity, "url");
        var href = given.isEmpty() ? text.substring(from, to) : given;
        if (!tag.equals("a")) {
            if (!tag.isEmpty()) {
                marks.add(new Mark(from, to, tag, ""));
            }
        } else if (href.matches("(?i)https?://.*")) {
            marks.add(new Mark(from, to, tag, href));
        } else if (href.matches("[^\\s:@]+\\.[^\\s:@]+")) {
            marks.add(new Mark(from, to, tag, "https://" + href));
        }
    }

    private String html() {
        var out = new StringBuilder();
        var open = new ArrayDeque<Mark>();
        var next = 0;
        for (int at = 0; at < text.length(); at++) {
            close(open, at, out);
            for (; next < marks.size() && marks.get(next).from() == at; next++) {
                open(open, marks.get(next), out);
            }
            var code = open.stream().anyMatch(mark -> mark.tag().equals("pre"));
            var one = text.charAt(at);
            out.append(one == '\n' && !code ? "<br>" : escaped(String.valueOf(one)));
        }
        close(open, text.length(), out);
        return out.toString();
    }

    private static void close(Deque<Mark> open, int at, StringBuilder out) {
        while (!open.isEmpty() && open.element().to() <= at) {
            out.append(open.pop().close());
        }
    }

    /// One that reaches out of what it stands in ends with it.
    private static void open(Deque<Mark> open, Mark mark, StringBuilder out) {
        var around = open.peek();
        var to = around == null ? mark.to() : Math.min(mark.to(), around.to());
        var inside = new Mark(mark.from(), to, mark.tag(), mark.href());
        open.push(inside);
        out.append(inside.open());
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
