package org.folkmoot.sources.telegram;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Mark;
import tools.jackson.databind.JsonNode;

/// Reactions, told as all that somebody gave before and gives now.
record Reactions(Chats chats, Finds finds) {

    /// Of whoever reacts as a channel nothing is told, as that is nobody.
    void tell(JsonNode change, Instant at) {
        var who = chats.person(change.path("user"));
        if (who == null) {
            return;
        }
        var chat = change.path("chat");
        var message = Chats.message(chat, change);
        var before = all(change.path("old_reaction"));
        var now = all(change.path("new_reaction"));
        before.keySet().stream()
                .filter(key -> !now.containsKey(key))
                .forEach(key -> mark(id(message, key, who), Mark.What.DELETED, who, at));
        now.forEach(
                (key, shown) -> {
                    if (!before.containsKey(key)) {
                        var id = id(message, key, who);
                        finds.add(
                                Deed.of(Chats.SOURCE, id, Kind.REACTION, who, at)
                                        .in(text(chat, "id"))
                                        .under(message)
                                        .saying(shown));
                        // taken back and given again within one page
                        mark(id, Mark.What.RESTORED, who, at);
                    }
                });
    }

    private void mark(String id, Mark.What what, String who, Instant at) {
        finds.add(new Mark(Chats.SOURCE, id, what, who, at));
    }

    static String id(String message, String key, String who) {
        return "%s/reaction/%s/%s".formatted(message, key, who);
    }

    /// What each is known by, and what is shown of it.
    private static Map<String, String> all(JsonNode reactions) {
        var all = new LinkedHashMap<String, String>();
        for (var one : reactions) {
            var emoji = text(one, "emoji");
            var custom = text(one, "custom_emoji_id");
            if (!emoji.isEmpty()) {
                all.put(emoji, emoji);
            } else if (!custom.isEmpty()) {
                all.put("custom-" + custom, "custom emoji");
            } else {
                all.put(text(one, "type"), "star");
            }
        }
        return all;
    }
}
