package org.folkmoot.connectors.discord;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/// What a message says: its words, else the question of its poll, else the texts it is built of.
final class DiscordSaid {

    private static final int TEXT = 10;

    private DiscordSaid() {}

    static String of(JsonNode message) {
        var content = text(message, "content");
        if (!content.isBlank()) {
            return content;
        }
        var lines = new StringJoiner("\n");
        var poll = message.path("poll");
        if (poll.isObject()) {
            lines.add(text(poll.path("question"), "text"));
            poll.path("answers")
                    .forEach(one -> lines.add("- " + text(one.path("poll_media"), "text")));
        }
        texts(message, lines);
        return lines.toString();
    }

    private static void texts(JsonNode of, StringJoiner lines) {
        for (var component : of.path("components")) {
            if (component.path("type").asInt(0) == TEXT) {
                lines.add(text(component, "content"));
            }
            texts(component, lines);
        }
    }
}
