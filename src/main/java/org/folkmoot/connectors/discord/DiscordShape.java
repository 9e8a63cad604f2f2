package org.folkmoot.connectors.discord;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.connectors.intake.JsonRows;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes what Discord's own API tells in the words in which an export tells it, so that one
/// translator reads both, and both come to the same.
///
/// @param names channels and roles, by id
record DiscordShape(Map<String, String> names) {

    private static final Map<Integer, String> TYPES =
            Map.of(
                    0, "Default",
                    1, "RecipientAdd",
                    2, "RecipientRemove",
                    3, "Call",
                    4, "ChannelNameChange",
                    5, "ChannelIconChange",
                    6, "ChannelPinnedMessage",
                    7, "GuildMemberJoin",
                    18, "ThreadCreated",
                    19, "Reply");

    /// What an export writes where Discord itself writes nothing.
    private static final Map<Integer, String> SAID =
            Map.of(
                    5, "Changed the channel icon.",
                    6, "Pinned a message.",
                    7, "Joined the server.",
                    18, "Started a thread.");

    private static final Pattern MARK =
            Pattern.compile("<(?:a?:(?<emoji>\\w+):|(?<sign>@[!&]?|#))(?<id>\\d+)>");

    /// @param counted whether to tell reactions by their number, as nobody asks who reacted
    JsonNode message(JsonNode message, boolean counted) {
        var row = JsonRows.JSON.createObjectNode();
        int type = message.path("type").asInt(0);
        row.put("id", text(message, "id"));
        row.put("type", TYPES.getOrDefault(type, Integer.toString(type)));
        row.put("timestamp", text(message, "timestamp"));
        row.put("timestampEdited", text(message, "edited_timestamp"));
        row.put("callEndedTimestamp", text(message.path("call"), "ended_timestamp"));
        row.put("isPinned", message.path("pinned").asBoolean(false));
        var content = readable(DiscordSaid.of(message), message.path("mentions"));
        row.put(
                "content",
                type == 4 && !content.isBlank()
                        ? "Changed the channel name: " + content
                        : SAID.getOrDefault(type, content));
        var author = user(message.path("author"), text(message.path("member"), "nick"));
        if (!text(message, "webhook_id").isEmpty()) {
            author.put("isBot", true);
        }
        row.set("author", author);
        var mentions = row.putArray("mentions");
        message.path("mentions")
                .forEach(m -> mentions.add(user(m, text(m.path("member"), "nick"))));
        files(row, message);
        row.set("embeds", message.path("embeds"));
        var stickers = row.putArray("stickers");
        message.path("sticker_items").forEach(stickers::add);
        about(row, message);
        if (counted) {
            row.set("reactions", message.path("reactions"));
        }
        return row;
    }

    private void about(ObjectNode row, JsonNode message) {
        var reference = message.path("message_reference");
        row.putObject("reference")
                .put("messageId", text(reference, "message_id"))
                .put("channelId", text(reference, "channel_id"));
        var forwarded = message.path("message_snapshots").path(0).path("message");
        if (forwarded.isObject()) {
            var inner = row.putObject("forwardedMessage");
            inner.put("content", readable(text(forwarded, "content"), forwarded.path("mentions")));
            files(inner, forwarded);
        }
        var interaction = message.path("interaction");
        if (interaction.isObject()) {
            row.putObject("interaction")
                    .put("name", text(interaction, "name"))
                    .set("user", interaction.path("user"));
        }
    }

    private static void files(ObjectNode row, JsonNode message) {
        var files = row.putArray("attachments");
        message.path("attachments")
                .forEach(file -> files.addObject().put("fileName", text(file, "filename")));
    }

    /// @param nickname on this server, empty where it is not told
    ObjectNode user(JsonNode user, String nickname) {
        var row = JsonRows.JSON.createObjectNode();
        var id = text(user, "id");
        var avatar = text(user, "avatar");
        row.put("id", id);
        row.put("name", text(user, "username"));
        row.put("discriminator", text(user, "discriminator"));
        row.put("nickname", nickname.isBlank() ? text(user, "global_name") : nickname);
        row.put("isBot", user.path("bot").asBoolean(false));
        if (!avatar.isEmpty()) {
            row.put(
                    "avatarUrl",
                    "https://cdn.discordapp.com/avatars/%s/%s.%s?size=512"
                            .formatted(id, avatar, avatar.startsWith("a_") ? "gif" : "png"));
        }
        return row;
    }

    /// A member with the roles' names.
    ObjectNode member(JsonNode member) {
        var row = user(member.path("user"), text(member, "nick"));
        var roles = row.putArray("roles");
        for (var role : member.path("roles")) {
            roles.addObject().put("name", names.getOrDefault(role.asString(""), ""));
        }
        return row;
    }

    /// With names for ids, where they are known.
    private String readable(String content, JsonNode mentioned) {
        return MARK.matcher(content)
                .replaceAll(mark -> Matcher.quoteReplacement(readable(mark, mentioned)));
    }

    private String readable(MatchResult mark, JsonNode mentioned) {
        if (mark.group("emoji") != null) {
            return ":" + mark.group("emoji") + ":";
        }
        var id = mark.group("id");
        var sign = mark.group("sign");
        if (sign.equals("#") || sign.equals("@&")) {
            var name = names.getOrDefault(id, "");
            return name.isEmpty() ? mark.group() : sign.charAt(0) + name;
        }
        for (var user : mentioned) {
            if (text(user, "id").equals(id)) {
                var row = user(user, text(user.path("member"), "nick"));
                var name = text(row, "nickname");
                return "@" + (name.isBlank() ? text(row, "name") : name);
            }
        }
        return mark.group();
    }
}
