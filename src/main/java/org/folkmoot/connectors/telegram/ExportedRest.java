package org.folkmoot.connectors.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.connectors.Deed;
import tools.jackson.databind.JsonNode;

/// Whatever else an export tells of a message or note, as facts by its own names: `duration
/// seconds`, `members`, `saved from`.
final class ExportedRest {

    /// What is told otherwise, or says nothing of what happened.
    private static final Set<String> TOLD =
            Set.of(
                    "id",
                    "type",
                    "date",
                    "date_unixtime",
                    "edited",
                    "edited_unixtime",
                    "from",
                    "from_id",
                    "actor",
                    "actor_id",
                    "author",
                    "action",
                    "forwarded_from",
                    "reply_to_message_id",
                    "via_bot",
                    "media_type",
                    "sticker_emoji",
                    "file",
                    "file_name",
                    "photo",
                    "contact_vcard",
                    "thumbnail",
                    "thumbnail_file_size",
                    "width",
                    "height",
                    "todo_list",
                    "text_entities",
                    "reactions");

    private ExportedRest() {}

    static Deed of(JsonNode row, Deed deed) {
        var told = deed;
        for (var property : row.properties()) {
            var name = property.getKey();
            var spoken = name.equals("text") && deed.text() != null;
            var elsewhere = name.equals("reply_to_message_id") && row.has("reply_to_peer_id");
            if (elsewhere || (!TOLD.contains(name) && !spoken)) {
                told = told.fact(name.replace('_', ' '), words(name, property.getValue()));
            }
        }
        return told;
    }

    /// One line for each part: what is asked and how many chose what, `latitude 52.5`.
    private static String words(String name, JsonNode value) {
        if (name.equals("poll")) {
            return poll(value);
        }
        if (value.isValueNode()) {
            return value.isNull() ? "" : value.asString("").replace("\0", "");
        }
        var lines = new ArrayList<String>();
        if (value.isArray()) {
            value.forEach(one -> lines.add(words("", one)));
        } else {
            for (var part : value.properties()) {
                var words = words("", part.getValue());
                lines.add(words.isEmpty() ? "" : part.getKey().replace('_', ' ') + " " + words);
            }
        }
        return joined(lines);
    }

    private static String poll(JsonNode poll) {
        var lines = new ArrayList<String>();
        lines.add(ExportedText.plain(poll.path("question")));
        for (var answer : poll.path("answers")) {
            lines.add(
                    "%s: %s"
                            .formatted(
                                    ExportedText.plain(answer.path("text")),
                                    answer.path("voters").asString("0")));
        }
        lines.add("voters: " + poll.path("total_voters").asString("0"));
        lines.add(poll.path("closed").asBoolean(false) ? "closed" : "");
        return joined(lines);
    }

    private static String joined(List<String> lines) {
        lines.removeIf(String::isBlank);
        return String.join("\n", lines);
    }
}
