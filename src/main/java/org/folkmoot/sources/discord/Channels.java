package org.folkmoot.sources.discord;

import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.discord.DiscordRoom;
import tools.jackson.databind.JsonNode;

/// Which of a server's channels are read, and how.
///
/// @param wanted names or ids of channels or categories; empty for all
record Channels(List<String> wanted) {

    /// What a channel is to us.
    enum Type {
        /// Has messages and threads.
        TEXT,
        /// Has messages and no threads.
        VOICE,
        /// Has nothing but threads.
        FORUM,
        /// Has nothing to read: a category, a directory.
        NONE;

        static Type of(JsonNode channel) {
            return switch (channel.path("type").asInt(0)) {
                case 0, 5 -> TEXT;
                case 2, 13 -> VOICE;
                case 15, 16 -> FORUM;
                default -> NONE;
            };
        }
    }

    /// @param names of channels, by id
    boolean has(JsonNode channel, Map<String, String> names) {
        var parent = channel.path("parent_id").asString("");
        return wanted.isEmpty()
                || named(channel.path("id").asString(""), channel.path("name").asString(""))
                || named(parent, names.getOrDefault(parent, ""));
    }

    private boolean named(String id, String name) {
        return wanted.contains(id) || wanted.contains(name) || wanted.contains("#" + name);
    }

    static DiscordRoom room(JsonNode channel) {
        return new DiscordRoom(
                channel.path("id").asString(""), channel.path("name").asString(""), "");
    }

    static DiscordRoom thread(JsonNode channel) {
        return new DiscordRoom(
                channel.path("id").asString(""),
                channel.path("name").asString(""),
                channel.path("parent_id").asString(""));
    }
}
