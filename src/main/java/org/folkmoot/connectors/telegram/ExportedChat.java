package org.folkmoot.connectors.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One file: what it says of its chat stands before its messages. Ids are those that bots are told,
/// but for messages of small groups, which every account counts for itself.
final class ExportedChat {

    static final String SOURCE = "telegram";

    private static final Instant FIRST = Instant.parse("2013-08-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private final String file;
    private final boolean privateToo;
    private final Finds finds;
    private final Set<Found> told = new HashSet<>();

    /// The topic that each message of a topic is in, by their numbers.
    private final Map<Long, Long> topics = new HashMap<>();

    private String name = "";
    private String type = "";
    private String number = "";

    ExportedChat(String file, boolean privateToo, Finds finds) {
        this.file = file;
        this.privateToo = privateToo;
        this.finds = finds;
    }

    void told(String field, JsonNode value) {
        switch (field) {
            case "name" -> name = value.asString("");
            case "type" -> type = value.asString("");
            case "id" -> number = value.asString("");
            default -> {
                return; // nothing of the chat
            }
        }
    }

    private boolean shared() {
        return type.endsWith("group") || type.endsWith("channel");
    }

    private boolean small() {
        return type.endsWith("_group");
    }

    /// As the Bot API has it: -100 before those of supergroups and channels.
    String id() {
        return !shared() ? number : small() ? "-" + number : "-100" + number;
    }

    String id(String message) {
        return "%s:%s%s".formatted(id(), small() ? "export-" : "", message);
    }

    @Nullable String url(String message) {
        return shared() && !small() ? "https://t.me/c/%s/%s".formatted(number, message) : null;
    }

    void message(JsonNode row, long line) {
        if (!shared() && !privateToo) {
            return;
        }
        var at = time(row, "date_unixtime");
        if (number.isEmpty() || text(row, "id").isEmpty() || at == null) {
            var why = "This message has no number, no time in seconds, or is of no chat.";
            finds.add(new Found.Refused(file, line, why, row.toString()));
            return;
        }
        var style = type.endsWith("channel") ? Style.PUBLICATION : Style.CHAT;
        once(Found.Place.of(SOURCE, id(), name.isBlank() ? id() : name, style));
        var message = new ExportedMessage(this, row, at, finds);
        if (text(row, "type").equals("service")) {
            message.note();
        } else {
            message.said();
        }
    }

    /// The place of a message: its chat, or the topic that it is in, as what it answers is.
    String place(JsonNode row) {
        var own = row.path("id").asLong(0);
        var opens = text(row, "action").equals("topic_created");
        var topic = opens ? (Long) own : topics.get(row.path("reply_to_message_id").asLong(0));
        if (topic == null) {
            return id();
        }
        topics.put(own, topic);
        var place = id() + "/" + topic;
        if (opens) {
            once(Found.Place.of(SOURCE, place, name + ": " + text(row, "title"), Style.CHAT));
        }
        return place;
    }

    /// Whether that number is a topic's own, which all in it seem to answer.
    boolean opens(String message) {
        return message.matches("\\d{1,18}")
                && Long.valueOf(message).equals(topics.get(Long.valueOf(message)));
    }

    /// @return their number; null for a channel, and for nobody
    @Nullable String person(JsonNode row, String id, String shown) {
        var number = text(row, id).replaceFirst("^user", "");
        if (!number.matches("\\d+")) {
            return null;
        }
        once(Person.of(SOURCE, number).with(Field.NAME, text(row, shown)));
        return number;
    }

    private void once(Found found) {
        if (told.add(found)) {
            finds.add(found);
        }
    }

    static @Nullable Instant time(JsonNode row, String field) {
        var seconds = text(row, field);
        if (!seconds.matches("\\d{1,11}")) {
            return null;
        }
        var at = Instant.ofEpochSecond(Long.parseLong(seconds));
        return at.isBefore(FIRST) || !at.isBefore(LAST) ? null : at;
    }
}
