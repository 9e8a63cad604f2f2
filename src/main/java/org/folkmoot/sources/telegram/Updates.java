package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Connection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns updates into what somebody did, alike whether they were asked for or brought.
///
/// @param met the chats that they are about
/// @param moved groups that became supergroups, and which
record Updates(Chats chats, Posts posts, Finds finds, Set<String> met, Map<String, String> moved) {

    /// What we ask to be told of; Telegram leaves out most of it unless it is named.
    static final List<String> KINDS =
            List.of(
                    "message",
                    "edited_message",
                    "channel_post",
                    "edited_channel_post",
                    "message_reaction",
                    "chat_member",
                    "my_chat_member");

    private static final Instant FIRST = Instant.parse("2013-08-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    static Updates of(Connection connection, Finds finds) {
        finds.add(new Found.Origin(Chats.SOURCE, "Telegram", Markup.HTML));
        var chats = new Chats(connection.list("chats"), finds);
        return new Updates(
                chats, new Posts(chats, finds), finds, new LinkedHashSet<>(), new HashMap<>());
    }

    void tell(JsonNode update) {
        for (var kind : KINDS) {
            var body = update.path(kind);
            var chat = body.path("chat");
            if (body.isObject() && chats.wants(chat)) {
                met.add(text(chat, "id"));
                var other = text(body, "migrate_to_chat_id");
                if (!other.isEmpty()) {
                    moved.put(text(chat, "id"), other);
                }
                tell(kind, chat, body);
            }
        }
    }

    private void tell(String kind, JsonNode chat, JsonNode body) {
        var at = time(body, "date");
        if (at == null || (!kind.endsWith("member") && text(body, "message_id").isEmpty())) {
            var why = "It has no number, or no time that can be.";
            finds.add(new Found.Refused(kind, 1, why, body.toString()));
            return;
        }
        chats.place(chat);
        switch (kind) {
            case "message_reaction" -> new Reactions(chats, finds).tell(body, at);
            case "chat_member", "my_chat_member" -> new Members(chats, finds).tell(body, at);
            default -> posts.tell(body, at);
        }
    }

    /// Seconds since 1970; null for what is no time.
    static @Nullable Instant time(JsonNode row, String field) {
        var at = Instant.ofEpochSecond(Math.clamp(row.path(field).asLong(0), 0, 1L << 40));
        return at.isBefore(FIRST) || !at.isBefore(LAST) ? null : at;
    }
}
