package org.folkmoot.sources.discord;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.connectors.discord.DiscordRoom;
import org.folkmoot.connectors.intake.JsonRows;
import tools.jackson.databind.JsonNode;

/// A server's channels, threads and roles as they are by now: what the gateway tells names them by
/// their ids alone.
final class Layout {

    private static final Pattern NAMED = Pattern.compile("<(?:#|@&)(\\d+)>");

    /// Told only with a message's place.
    private static final Set<String> IN_A_ROOM =
            Set.of(
                    "MESSAGE_CREATE",
                    "MESSAGE_UPDATE",
                    "MESSAGE_DELETE",
                    "MESSAGE_DELETE_BULK",
                    "MESSAGE_REACTION_ADD",
                    "MESSAGE_REACTION_REMOVE");

    private static final Set<String> OF_THE_SERVER =
            Set.of(
                    "GUILD_MEMBER_ADD",
                    "GUILD_MEMBER_UPDATE",
                    "GUILD_MEMBER_REMOVE",
                    "GUILD_AUDIT_LOG_ENTRY_CREATE",
                    "GUILD_SCHEDULED_EVENT_CREATE",
                    "GUILD_SCHEDULED_EVENT_UPDATE",
                    "GUILD_SCHEDULED_EVENT_DELETE",
                    "GUILD_SCHEDULED_EVENT_USER_ADD",
                    "GUILD_SCHEDULED_EVENT_USER_REMOVE");

    private final DiscordApi api;
    private final String guild;
    private final Channels wanted;
    private final Map<String, JsonNode> channels = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    Layout(DiscordApi api, String guild) {
        this.api = api;
        this.guild = guild;
        this.wanted = new Channels(api.line().connection().list("channels"));
    }

    void read() {
        var path = "/guilds/" + guild;
        api.line().ask(api.get(path)).json().path("roles").forEach(this::name);
        api.line().ask(api.get(path + "/channels")).json().forEach(this::channel);
        api.line()
                .ask(api.get(path + "/threads/active").allowing(403, 404))
                .json()
                .path("threads")
                .forEach(this::channel);
    }

    private void name(JsonNode one) {
        names.put(JsonRows.text(one, "id"), JsonRows.text(one, "name"));
    }

    private void channel(JsonNode channel) {
        name(channel);
        channels.put(JsonRows.text(channel, "id"), channel);
    }

    private boolean isHere(JsonNode data) {
        return data.path("guild_id").isString()
                ? guild.equals(JsonRows.text(data, "guild_id"))
                : channels.containsKey(JsonRows.text(data, "channel_id"));
    }

    /// Keeps up with what changes.
    void follow(String type, JsonNode data) {
        if (!isHere(data)) {
            return;
        }
        switch (type) {
            case "CHANNEL_CREATE", "CHANNEL_UPDATE", "THREAD_CREATE", "THREAD_UPDATE" ->
                    channel(data);
            case "THREAD_LIST_SYNC" -> data.path("threads").forEach(this::channel);
            case "GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE" -> name(data.path("role"));
            default -> {
                return; // nothing that is named
            }
        }
    }

    /// What is to be kept of an event, with what it needs to be understood; empty for nothing.
    Optional<String> told(String type, JsonNode data) {
        if (!isHere(data)) {
            return Optional.empty(); // another server, or somebody's own messages
        }
        var body = JsonRows.JSON.createObjectNode();
        body.put("t", type);
        body.put("guild", guild);
        body.set("d", data);
        var names = body.putObject("names");
        if (IN_A_ROOM.contains(type)) {
            var room = room(JsonRows.text(data, "channel_id"));
            room.ifPresent(r -> body.set("room", JsonRows.JSON.valueToTree(r)));
            NAMED.matcher(JsonRows.text(data, "content"))
                    .results()
                    .forEach(m -> name(m.group(1), names));
            return room.map(_ -> body.toString());
        }
        data.path("roles").forEach(role -> name(role.asString(""), names));
        return wants(type, data) ? Optional.of(body.toString()) : Optional.empty();
    }

    private void name(String id, tools.jackson.databind.node.ObjectNode into) {
        var name = names.get(id);
        if (name != null) {
            into.put(id, name);
        }
    }

    private boolean wants(String type, JsonNode data) {
        return switch (type) {
            case "CHANNEL_CREATE", "CHANNEL_UPDATE" ->
                    Channels.Type.of(data) != Channels.Type.NONE && wanted.has(data, names);
            // with a forum's thread the post goes that began it
            case "THREAD_DELETE" -> isForum(JsonRows.text(data, "parent_id"));
            default -> OF_THE_SERVER.contains(type);
        };
    }

    private boolean isForum(String id) {
        var channel = channels.get(id);
        return channel != null && Channels.Type.of(channel) == Channels.Type.FORUM;
    }

    /// Empty for one that is not wanted, or nobody knows.
    private Optional<DiscordRoom> room(String id) {
        var channel = channels.computeIfAbsent(id, this::ask);
        var parent = channels.get(JsonRows.text(channel, "parent_id"));
        var thread = channel.path("thread_metadata").isObject();
        var of = thread ? parent : channel;
        return of == null || !channel.has("id") || !wanted.has(of, names)
                ? Optional.empty()
                : Optional.of(thread ? Channels.thread(channel) : Channels.room(channel));
    }

    /// A thread that came to rest and wakes is not told of before.
    private JsonNode ask(String id) {
        return api.line().ask(api.get("/channels/" + id).allowing(403, 404)).json();
    }
}
