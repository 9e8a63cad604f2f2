package org.folkmoot.connectors.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A message's words: one text, or pieces of which each is marked in one way.
record ExportedText(JsonNode row) {

    private Iterable<JsonNode> pieces() {
        var pieces = row.path("text_entities");
        return pieces.isArray() && !pieces.isEmpty() ? pieces : row.path("text");
    }

    /// Empty when it says nothing.
    String html() {
        var plain = text(row, "text");
        var out = new StringBuilder();
        if (plain.isEmpty() || row.path("text_entities").size() > 1) {
            pieces().forEach(piece -> out.append(marked(piece)));
        } else {
            out.append(lines(plain));
        }
        return out.isEmpty() ? brief() : out.toString();
    }

    private static String marked(JsonNode piece) {
        var words = piece.isString() ? piece.asString("") : text(piece, "text");
        return switch (text(piece, "type")) {
            case "bold" -> in("b", words);
            case "italic" -> in("i", words);
            case "underline" -> in("u", words);
            case "strikethrough" -> in("s", words);
            case "code" -> in("code", words);
            case "blockquote" -> in("blockquote", words);
            case "pre" -> "<pre>" + escaped(words) + "</pre>";
            case "link" ->
                    link(words.matches("(?i)https?://.*") ? words : "https://" + words, words);
            case "text_link" -> link(text(piece, "href"), words);
            default -> lines(words);
        };
    }

    private static String in(String tag, String words) {
        return "<%s>%s</%s>".formatted(tag, lines(words), tag);
    }

    private static String link(String address, String words) {
        return address.matches("(?i)https?://.*")
                ? "<a href=\"%s\">%s</a>".formatted(escaped(address), lines(words))
                : lines(words);
    }

    /// Of what has no words: what a poll or checklist asks, the emoji of a sticker, the name of a
    /// venue.
    private String brief() {
        if (row.has("poll")) {
            return list(row.path("poll"), "question");
        }
        if (row.has("todo_list")) {
            return list(row.path("todo_list"), "title");
        }
        var emoji = text(row, "sticker_emoji");
        return escaped(emoji.isEmpty() ? text(row, "place_name") : emoji);
    }

    private static String list(JsonNode asked, String title) {
        var out = new StringBuilder(escaped(plain(asked.path(title)))).append("<ul>");
        for (var answer : asked.path("answers")) {
            out.append(in("li", plain(answer.path("text"))));
        }
        return out.append("</ul>").toString();
    }

    /// One text, or the words of its pieces.
    static String plain(JsonNode words) {
        if (!words.isArray()) {
            return words.asString("");
        }
        var out = new StringBuilder();
        words.forEach(
                piece -> out.append(piece.isString() ? piece.asString("") : text(piece, "text")));
        return out.toString();
    }

    Set<String> mentions(@Nullable String who) {
        var all = new LinkedHashSet<String>();
        pieces().forEach(piece -> all.add(text(piece, "user_id")));
        all.remove("");
        if (who != null) {
            all.remove(who);
        }
        return all;
    }

    /// User names that are mentioned, one a line.
    String names() {
        var all = new LinkedHashSet<String>();
        for (var piece : pieces()) {
            if (text(piece, "type").equals("mention")) {
                all.add(text(piece, "text"));
            }
        }
        return String.join("\n", all);
    }

    private static String lines(String text) {
        return escaped(text).replace("\n", "<br>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
