package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Mark;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Messages in which nobody says anything: Telegram notes who came, what was pinned, how a group is
/// called now.
record Notes(Chats chats, Finds finds) {

    /// What stands around what happened.
    private static final Set<String> AROUND =
            Set.of(
                    "message_id",
                    "message_thread_id",
                    "from",
                    "sender_chat",
                    "sender_boost_count",
                    "sender_business_bot",
                    "sender_tag",
                    "date",
                    "edit_date",
                    "chat",
                    "is_topic_message",
                    "is_automatic_forward",
                    "is_from_offline",
                    "has_protected_content",
                    "author_signature",
                    "reply_to_message",
                    "new_chat_participant",
                    "new_chat_member",
                    "left_chat_participant");

    /// @param who whose doing it was
    void tell(JsonNode message, @Nullable String who, Instant at) {
        var chat = message.path("chat");
        if (message.has("new_chat_members")) {
            for (var user : message.path("new_chat_members")) {
                new Members(chats, finds).moved(chat, user, Kind.JOIN, who, at);
            }
        } else if (message.has("left_chat_member")) {
            new Members(chats, finds)
                    .moved(chat, message.path("left_chat_member"), Kind.LEAVE, who, at);
        } else if (message.has("pinned_message")) {
            var pinned = message.path("pinned_message");
            var id = Chats.message(chat, pinned);
            finds.add(new Mark(Chats.SOURCE, id, Mark.What.PINNED, who, at));
        } else {
            note(message, who, at);
        }
    }

    private void note(JsonNode message, @Nullable String who, Instant at) {
        var chat = message.path("chat");
        var type =
                message.propertyNames().stream()
                        .filter(name -> !AROUND.contains(name))
                        .sorted()
                        .findFirst()
                        .orElse("");
        var words = message.path(type).isObject() ? text(message.path(type), "name") : "";
        finds.add(
                Deed.of(Chats.SOURCE, Chats.message(chat, message), Kind.SYSTEM_NOTE, who, at)
                        .in(Chats.place(chat, message))
                        .saying(orNull(Marked.escaped(words)))
                        .at(Chats.url(chat, text(message, "message_id")))
                        .fact("type", type)
                        .fact("title", text(message, "new_chat_title"))
                        .fact("became", text(message, "migrate_to_chat_id"))
                        .fact("was", text(message, "migrate_from_chat_id")));
    }
}
