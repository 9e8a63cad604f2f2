package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.Person.Flag;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Groups, channels, topics and people, each told once a page.
///
/// @param wanted ids or @names of those that are read; empty for all
/// @param told what this page told already
record Chats(List<String> wanted, Finds finds, Map<String, Found> told) {

    static final String SOURCE = "telegram";

    Chats(List<String> wanted, Finds finds) {
        this(wanted, finds, new HashMap<>());
    }

    /// Not what is private: that was said to the bot alone.
    boolean wants(JsonNode chat) {
        var type = text(chat, "type");
        var name = "@" + text(chat, "username");
        return !type.isEmpty()
                && !type.equals("private")
                && !text(chat, "id").isEmpty()
                && (wanted.isEmpty()
                        || wanted.stream()
                                .anyMatch(
                                        one ->
                                                one.equals(text(chat, "id"))
                                                        || one.equalsIgnoreCase(name)));
    }

    void place(JsonNode chat) {
        var id = text(chat, "id");
        var title = text(chat, "title");
        var style = text(chat, "type").equals("channel") ? Style.PUBLICATION : Style.CHAT;
        once(
                Found.Place.of(SOURCE, id, title.isBlank() ? id : title, style)
                        .about(orNull(text(chat, "description")), url(chat, "")),
                "place " + id);
    }

    /// @param topic as [#topic] has it
    void topic(String topic, String name, JsonNode chat) {
        var group = text(chat, "title");
        var called = group.isBlank() ? name : group + ": " + name;
        once(Found.Place.of(SOURCE, topic, called, Style.CHAT), "place " + topic);
    }

    /// The id of a message's place: its chat, or of a forum its topic.
    static String place(JsonNode chat, JsonNode message) {
        var thread = text(message, "message_thread_id");
        return message.path("is_topic_message").asBoolean(false) && !thread.isEmpty()
                ? topic(chat, thread)
                : text(chat, "id");
    }

    static String topic(JsonNode chat, String thread) {
        return text(chat, "id") + "/" + thread;
    }

    /// @return their number; null when there is nobody
    @Nullable String person(JsonNode user, String... tags) {
        var id = text(user, "id");
        if (id.isEmpty()) {
            return null;
        }
        var name = (text(user, "first_name") + " " + text(user, "last_name")).strip();
        var handle = text(user, "username");
        once(
                Person.of(SOURCE, id)
                        .with(Field.NAME, name.isEmpty() ? handle : name)
                        .with(Field.HANDLE, handle)
                        .with(Field.LANGUAGE, text(user, "language_code"))
                        .with(Field.URL, handle.isEmpty() ? null : "https://t.me/" + handle)
                        .tagged(Set.copyOf(List.of(tags)))
                        .flag(Flag.BOT, user.path("is_bot").asBoolean(false)),
                "person " + id);
        return id;
    }

    private void once(Found found, String key) {
        if (!found.equals(told.put(key, found))) {
            finds.add(found);
        }
    }

    static String message(JsonNode chat, JsonNode message) {
        return "%s:%s".formatted(text(chat, "id"), text(message, "message_id"));
    }

    /// Where people see it: public chats by their name, supergroups and channels by their number;
    /// small groups have no addresses.
    ///
    /// @param message empty for the chat itself
    static @Nullable String url(JsonNode chat, String message) {
        var name = text(chat, "username");
        var id = text(chat, "id");
        var after = message.isEmpty() ? "" : "/" + message;
        if (!name.isEmpty()) {
            return "https://t.me/" + name + after;
        }
        return id.startsWith("-100") && !message.isEmpty()
                ? "https://t.me/c/" + id.substring("-100".length()) + after
                : null;
    }
}
