package org.folkmoot.sources.notion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Puts Notion's pieces of text together, as Markdown.
final class NotionText {

    private static final Map<String, String> BEFORE =
            Map.of(
                    "heading_1", "# ",
                    "heading_2", "## ",
                    "heading_3", "### ",
                    "bulleted_list_item", "- ",
                    "numbered_list_item", "1. ",
                    "quote", "> ");

    private static final int MOST_FACTS = 30;

    private NotionText() {}

    static String of(JsonNode richText) {
        var text = new StringBuilder();
        for (var piece : richText) {
            text.append(
                    piece.path("plain_text")
                            .asString(piece.path("text").path("content").asString("")));
        }
        return text.toString().replace("\0", "");
    }

    /// One block without what is in it; null for one that holds no words.
    static @Nullable String block(JsonNode block) {
        var type = block.path("type").asString("");
        var body = block.path(type);
        if (type.equals("table_row")) {
            var cells = new ArrayList<String>();
            body.path("cells").forEach(cell -> cells.add(of(cell)));
            return String.join(" | ", cells);
        }
        var words = of(body.path("rich_text"));
        if (words.isBlank()) {
            return null;
        }
        return switch (type) {
            case "to_do" -> (body.path("checked").asBoolean(false) ? "- [x] " : "- [ ] ") + words;
            case "code" -> "```\n" + words + "\n```";
            default -> BEFORE.getOrDefault(type, "") + words;
        };
    }

    /// The property of type title, whatever it is called.
    static @Nullable String title(JsonNode page) {
        for (var property : page.path("properties")) {
            if (property.path("type").asString("").equals("title")) {
                var title = of(property.path("title"));
                return title.isBlank() ? null : title;
            }
        }
        return null;
    }

    /// The other properties that are words, numbers, days or choices, by their names.
    static Map<String, String> facts(JsonNode page) {
        var facts = new LinkedHashMap<String, String>();
        for (var property : page.path("properties").properties()) {
            var value = value(property.getValue());
            if (!value.isBlank() && facts.size() < MOST_FACTS) {
                facts.put(property.getKey(), value);
            }
        }
        return facts;
    }

    private static String value(JsonNode property) {
        var type = property.path("type").asString("");
        var value = property.path(type);
        return switch (type) {
            case "select", "status" -> value.path("name").asString("");
            case "multi_select" ->
                    String.join(
                            ", ",
                            value.valueStream().map(o -> o.path("name").asString("")).toList());
            case "rich_text" -> of(value);
            case "date" -> value.path("start").asString("");
            case "number", "url", "email", "phone_number", "checkbox" -> value.asString("");
            default -> "";
        };
    }

    /// The people who are called in a text.
    static Set<String> mentions(JsonNode richText) {
        var people = new LinkedHashSet<String>();
        for (var piece : richText) {
            people.add(piece.path("mention").path("user").path("id").asString(""));
        }
        people.remove("");
        return people;
    }

    /// A text as Notion wants it: in pieces of 2,000 characters at most.
    static List<Map<String, Object>> pieces(String text) {
        var pieces = new ArrayList<Map<String, Object>>();
        for (int from = 0; from < text.length(); ) {
            var to = Math.min(text.length(), from + 2_000);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            pieces.add(Map.of("type", "text", "text", Map.of("content", text.substring(from, to))));
            from = to;
        }
        return pieces;
    }
}
