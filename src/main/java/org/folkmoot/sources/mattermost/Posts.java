package org.folkmoot.sources.mattermost;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.Person.Flag;
import org.folkmoot.sources.Connection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns what a server tells into people, places and what somebody did.
///
/// @param base the server's address, for links
record Posts(String source, String base, Finds finds) {

    private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    static Posts of(Connection connection, Finds finds) {
        var address = connection.address("base-url");
        var host = address.getHost().toLowerCase(Locale.ROOT);
        finds.add(new Found.Origin("mattermost:" + host, host, Markup.MARKDOWN));
        return new Posts("mattermost:" + host, address.toString(), finds);
    }

    void user(JsonNode user) {
        var full = (text(user, "first_name") + " " + text(user, "last_name")).strip();
        var nick = text(user, "nickname");
        var zone = user.path("timezone");
        var automatic = text(zone, "useAutomaticTimezone").equals("true");
        finds.add(
                Person.of(source, text(user, "id"))
                        .with(
                                Field.NAME,
                                !nick.isBlank()
                                        ? nick
                                        : full.isEmpty() ? text(user, "username") : full)
                        .with(Field.HANDLE, text(user, "username"))
                        .with(Field.EMAIL, text(user, "email"))
                        .with(Field.TITLE, text(user, "position"))
                        .with(Field.LANGUAGE, text(user, "locale"))
                        .with(
                                Field.TIMEZONE,
                                text(zone, automatic ? "automaticTimezone" : "manualTimezone"))
                        .flag(Flag.BOT, user.path("is_bot").asBoolean(false))
                        .joined(time(user, "create_at"))
                        .left(time(user, "delete_at"))
                        .changed(time(user, "update_at")));
    }

    void channel(JsonNode channel, String team) {
        var id = text(channel, "id");
        var name = text(channel, "display_name");
        var purpose = text(channel, "purpose");
        finds.add(
                Found.Place.of(source, id, name.isBlank() ? id : name, Style.CHAT)
                        .about(
                                purpose.isBlank() ? null : purpose,
                                "%s/%s/channels/%s".formatted(base, team, text(channel, "name"))));
    }

    /// @param team its name, as it stands in addresses
    void post(JsonNode post, String team) {
        var id = text(post, "id");
        var at = time(post, "create_at");
        if (id.isEmpty() || at == null) {
            var why = "This post has no id, or no time.";
            finds.add(new Found.Refused("posts", 1, why, post.toString()));
            return;
        }
        if (time(post, "delete_at") != null) {
            finds.add(
                    new Found.Mark(
                            source, id, Found.Mark.What.DELETED, null, time(post, "delete_at")));
            return;
        }
        var root = text(post, "root_id");
        var kind = kind(text(post, "type"), root);
        var place = text(post, "channel_id");
        var message = text(post, "message");
        var hook = text(post.path("props"), "from_webhook").equals("true");
        finds.add(
                Deed.of(source, id, kind, hook ? null : who(post), at)
                        .in(place.isEmpty() ? null : place)
                        .under(root.isEmpty() ? null : root)
                        .saying(message.isBlank() ? null : message)
                        .at("%s/%s/pl/%s".formatted(base, team.isEmpty() ? "_redirect" : team, id))
                        .edited(time(post, "edit_at"))
                        .files(files(post))
                        .fact("type", text(post, "type"))
                        .fact(
                                "webhook",
                                hook ? text(post.path("props"), "override_username") : ""));
        if (post.path("is_pinned").asBoolean(false)) {
            finds.add(new Found.Mark(source, id, Found.Mark.What.PINNED, null, null));
        }
        post.path("metadata").path("reactions").forEach(r -> reaction(r, id, place));
    }

    void reaction(JsonNode reaction, String post, String place) {
        var who = who(reaction);
        var at = time(reaction, "create_at");
        var emoji = text(reaction, "emoji_name");
        if (who != null && at != null && time(reaction, "delete_at") == null) {
            finds.add(
                    Deed.of(source, reaction(post, emoji, who), Kind.REACTION, who, at)
                            .in(place.isEmpty() ? null : place)
                            .under(post)
                            .saying(emoji));
        }
    }

    static String reaction(String post, String emoji, String who) {
        return "%s/reaction/%s/%s".formatted(post, emoji, who);
    }

    private static Kind kind(String type, String root) {
        return switch (type) {
            case "system_join_team", "system_join_channel" -> Kind.JOIN;
            case "system_leave_team", "system_leave_channel" -> Kind.LEAVE;
            case "", "me", "slack_attachment" -> root.isEmpty() ? Kind.MESSAGE : Kind.REPLY;
            default -> Kind.SYSTEM_NOTE;
        };
    }

    private static @Nullable String who(JsonNode row) {
        var id = text(row, "user_id");
        return id.isEmpty() ? null : id;
    }

    private static List<String> files(JsonNode post) {
        var all = new ArrayList<String>();
        post.path("metadata").path("files").forEach(file -> all.add(text(file, "name")));
        all.removeIf(String::isBlank);
        return all;
    }

    /// Milliseconds since 1970; null for 0, which stands for never, and for what is no time.
    static @Nullable Instant time(JsonNode row, String field) {
        var at = Instant.ofEpochMilli(row.path(field).asLong(0));
        return at.isBefore(FIRST) || !at.isBefore(LAST) ? null : at;
    }
}
