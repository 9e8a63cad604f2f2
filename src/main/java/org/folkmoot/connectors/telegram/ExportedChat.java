package org.folkmoot.connectors.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

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

    /// Between 2020 and 2021 what stood for people was this much more, for groups and channels
    /// twice this.
    private static final long MORE = 1L << 32;

    private final String file;
    private final boolean privateToo;
    private final ExportedTime times;
    private final Finds finds;
    private final Set<Found> told = new HashSet<>();

    /// The topic that each message of a topic is in, by their numbers.
    private final Map<Long, Long> topics = new HashMap<>();

    private String name = "";
    private String type = "";
    private String number = "";

    ExportedChat(String file, boolean privateToo, ExportedTime times, Finds finds) {
        this.file = file;
        this.privateToo = privateToo;
        this.times = times;
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
        // what was said in the small group that it was before has no address
        return shared() && !small() && !message.startsWith("-")
                ? "https://t.me/c/%s/%s".formatted(number, message)
                : null;
    }

    void message(JsonNode row, long line) {
        if (!shared() && !privateToo) {
            return;
        }
        var at = times.of(row, "date");
        if (number.isEmpty() || text(row, "id").isEmpty() || at == null) {
            finds.add(new Found.Refused(file, line, why(row), row.toString()));
            return;
        }
        if (!row.has("date_unixtime")) {
            var own = less(number, shared() ? 2 * MORE : MORE);
            number = own.isEmpty() ? number : own;
        }
        var style = type.endsWith("channel") ? Style.PUBLICATION : Style.CHAT;
        once(Found.Place.of(SOURCE, id(), name.isBlank() ? id() : name, style));
        var message = new ExportedMessage(this, row, at, times, finds);
        if (text(row, "type").equals("service")) {
            message.note();
        } else {
            message.said();
        }
    }

    private static String why(JsonNode row) {
        return text(row, "type").equals("unsupported")
                ? "Telegram Desktop could not export this message: a newer version may."
                : "This message has no number, no time that can be read, or is of no chat.";
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
        var told = text(row, id);
        var number = row.path(id).isNumber() ? less(told, MORE) : told.replaceFirst("^user", "");
        if (!number.matches("\\d+") || number.length() > 18) {
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

    /// The number itself, where it is one that stood for more; empty where it is another kind's.
    private static String less(String number, long more) {
        if (!number.matches("\\d{1,18}") || Long.parseLong(number) < more) {
            return number;
        }
        var own = Long.parseLong(number) - more;
        return own < MORE ? Long.toString(own) : "";
    }
}
