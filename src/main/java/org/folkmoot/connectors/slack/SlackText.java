package org.folkmoot.connectors.slack;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a Slack message says: its text, else what its blocks or attachments say.
final class SlackText {

    private static final Pattern MENTION = Pattern.compile("<@([UW][A-Z0-9]{2,})(?:\\|[^>]*)?>");

    private SlackText() {}

    static String of(JsonNode row) {
        var text = text(row, "text");
        if (text.isBlank()) {
            var blocks = new StringBuilder();
            row.path("blocks").forEach(block -> blocks(block, blocks));
            text = blocks.toString().strip();
        }
        return text.isBlank() ? attachments(row, "text", "fallback", "title") : text;
    }

    /// The first of these properties of each attachment, one a line; empty without attachments.
    static String attachments(JsonNode row, String... properties) {
        var lines = new StringJoiner("\n");
        for (var attachment : row.path("attachments")) {
            for (var property : properties) {
                var value = text(attachment, property);
                if (!value.isBlank()) {
                    lines.add(value);
                    break;
                }
            }
        }
        return lines.toString();
    }

    /// Who is mentioned, but for the author ("<@U1> has joined the channel").
    static Set<String> mentions(String text, @Nullable String author) {
        var people = new LinkedHashSet<String>();
        var found = MENTION.matcher(text);
        while (found.find()) {
            people.add(found.group(1));
        }
        people.remove(author);
        return people;
    }

    /// Rich text as Slack itself would have put it into `text`.
    private static void blocks(JsonNode node, StringBuilder into) {
        var text = node.path("text");
        switch (text(node, "type")) {
            case "text", "mrkdwn", "plain_text" -> into.append(text(node, "text"));
            case "link" -> into.append('<').append(text(node, "url")).append('>');
            case "user" -> into.append("<@").append(text(node, "user_id")).append('>');
            case "channel" -> into.append("<#").append(text(node, "channel_id")).append('>');
            case "emoji" -> into.append(':').append(text(node, "name")).append(':');
            default -> {
                if (text.isObject()) {
                    blocks(text, into);
                }
                node.path("fields").forEach(field -> blocks(field, into));
                node.path("elements").forEach(element -> blocks(element, into));
                if (text(node, "type").startsWith("rich_text_") || text.isObject()) {
                    into.append('\n');
                }
            }
        }
    }
}
