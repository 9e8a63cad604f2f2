package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Messages and channels' posts.
record Posts(Chats chats, Finds finds) {

    void tell(JsonNode message, Instant at) {
        var who = who(message);
        if (Content.says(message)) {
            finds.add(said(message, who, at));
        } else {
            new Notes(chats, finds).tell(message, who, at);
        }
        named(message);
    }

    private Deed said(JsonNode message, @Nullable String who, Instant at) {
        var chat = message.path("chat");
        var parent = parent(message);
        var forwarded = Content.forwarded(message.path("forward_origin"));
        var kind = parent != null ? Kind.REPLY : forwarded.isEmpty() ? Kind.MESSAGE : Kind.SHARE;
        return Deed.of(Chats.SOURCE, Chats.message(chat, message), kind, who, at)
                .in(Chats.place(chat, message))
                .under(parent)
                .saying(orNull(Content.words(message)))
                .at(Chats.url(chat, text(message, "message_id")))
                .edited(Updates.time(message, "edit_date"))
                .mentioning(Content.mentions(message, who))
                .files(Content.files(message))
                .fact("type", Content.type(message))
                .fact("mentioned", Content.names(message))
                .fact("forwarded from", forwarded)
                .fact("album", text(message, "media_group_id"))
                .fact("as", name(message.path("sender_chat")))
                .fact("signature", text(message, "author_signature"))
                .fact("via", text(message.path("via_bot"), "username"));
    }

    /// Nobody whom Telegram would name where somebody writes as a channel, or as an administrator
    /// without a name.
    private @Nullable String who(JsonNode message) {
        return message.path("sender_chat").isObject() ? null : chats.person(message.path("from"));
    }

    private static String name(JsonNode chat) {
        var name = text(chat, "title");
        return name.isEmpty() ? text(chat, "username") : name;
    }

    /// In a topic whatever answers nothing seems to answer what opened it.
    private static @Nullable String parent(JsonNode message) {
        var answered = message.path("reply_to_message");
        var opened =
                answered.has("forum_topic_created")
                        || (message.path("is_topic_message").asBoolean(false)
                                && text(answered, "message_id")
                                        .equals(text(message, "message_thread_id")));
        return text(answered, "message_id").isEmpty() || opened
                ? null
                : Chats.message(message.path("chat"), answered);
    }

    /// What a topic is called is told by what opened it, also where that is only named.
    private void named(JsonNode message) {
        for (var one : new JsonNode[] {message, message.path("reply_to_message")}) {
            var name = text(one.path("forum_topic_created"), "name");
            var thread = text(message, "message_thread_id");
            if (!name.isBlank() && !thread.isEmpty()) {
                var chat = message.path("chat");
                chats.topic(Chats.topic(chat, thread), name, chat);
            }
        }
    }
}
