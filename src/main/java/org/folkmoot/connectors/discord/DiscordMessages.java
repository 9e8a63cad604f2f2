package org.folkmoot.connectors.discord;

import static org.folkmoot.connectors.discord.DiscordExport.SOURCE;
import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.connectors.Found.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns the messages of one channel or thread into what somebody did.
final class DiscordMessages {

    private static final Set<String> TALK =
            Set.of("Default", "Reply", "20", "23", "ChatInputCommand", "ContextMenuCommand");
    private static final Set<String> JOINS = Set.of("GuildMemberJoin", "UserJoin", "7");
    private static final Set<String> PINS = Set.of("ChannelPinnedMessage", "6");

    private final @Nullable String place;
    private final String url;
    private final @Nullable String thread;
    private final String threadName;
    private final @Nullable Instant exportedAt;
    private final DiscordPeople people;
    private final Finds finds;

    /// @param place the channel's id, empty when the file does not tell it
    /// @param url what a message's id is appended to, empty when there is no link
    /// @param thread the id of the thread, which is also that of its first message
    DiscordMessages(
            String place,
            String url,
            @Nullable String thread,
            String threadName,
            @Nullable Instant exportedAt,
            DiscordPeople people,
            Finds finds) {
        this.place = place.isEmpty() ? null : place;
        this.url = url;
        this.thread = thread;
        this.threadName = threadName;
        this.exportedAt = exportedAt;
        this.people = people;
        this.finds = finds;
    }

    void add(String file, long line, JsonNode row) {
        var id = text(row, "id");
        var told = DiscordTime.of(text(row, "timestamp"));
        var at = told == null ? DiscordTime.ofSnowflake(id) : told;
        if (id.isBlank() || at == null) {
            var reason =
                    id.isBlank()
                            ? "This message has no id."
                            : "Its timestamp is missing, malformed or outside 2015 to 2099.";
            finds.add(new Refused(file, line, reason, row.toString()));
            return;
        }
        var type = text(row, "type");
        var who = people.met(row.path("author"), exportedAt == null ? at : exportedAt);
        var parent = parent(row, id);
        var kind = kind(type, row, parent);
        var text = text(row, "content");
        var deed =
                Deed.of(SOURCE, id, kind, who, at)
                        .inferred(told == null)
                        .in(place)
                        .under(parent)
                        .titled(id.equals(thread) ? threadName : null)
                        .saying(text.isBlank() ? embeds(row, "description", "title") : text)
                        .at(url.isEmpty() ? null : url + id)
                        .edited(DiscordTime.of(text(row, "timestampEdited")))
                        .mentioning(mentions(row, who, at))
                        .files(names(row.path("attachments"), "fileName"));
        finds.add(facts(deed, row, type));
        if (JOINS.contains(type) && who != null) {
            people.joined(who, at);
        }
        marks(row, type, id, who, at);
        reactions(row, id, at);
    }

    private @Nullable String parent(JsonNode row, String id) {
        var reference = row.path("reference");
        var answered = text(reference, "messageId");
        var isReply = text(row, "type").equals("Reply") || text(row, "type").equals("19");
        if (isReply && !answered.isEmpty() && !answered.equals(id)) {
            return answered;
        }
        return id.equals(thread) ? null : thread;
    }

    private static Kind kind(String type, JsonNode row, @Nullable String parent) {
        if (JOINS.contains(type)) {
            return Kind.JOIN;
        }
        if (!TALK.contains(type) && !type.isEmpty() && !type.equals("19")) {
            return Kind.SYSTEM_NOTE;
        }
        if (parent != null) {
            return Kind.REPLY;
        }
        return row.path("forwardedMessage").isObject() ? Kind.SHARE : Kind.MESSAGE;
    }

    private Set<String> mentions(JsonNode row, @Nullable String who, Instant at) {
        var all = new LinkedHashSet<String>();
        for (var user : row.path("mentions")) {
            var id = people.met(user, exportedAt == null ? at : exportedAt);
            if (id != null && !id.equals(who)) {
                all.add(id);
            }
        }
        return all;
    }

    private Deed facts(Deed deed, JsonNode row, String type) {
        var forwarded = row.path("forwardedMessage");
        var files = names(forwarded.path("attachments"), "fileName");
        return deed.fact("type", TALK.contains(type) ? "" : type)
                .fact("thread", id(deed) ? "" : threadName)
                .fact("embeds", embeds(row, "title", "url"))
                .fact("embedded", embedded(row))
                .fact("stickers", String.join("\n", names(row.path("stickers"), "name")))
                .fact("forwarded_text", text(forwarded, "content"))
                .fact("forwarded_files", String.join("\n", files))
                .fact("forwarded_from", forwarded.isObject() ? reference(row) : "")
                .fact("command", text(row.path("interaction"), "name"))
                .fact("command_by", text(row.path("interaction").path("user"), "id"))
                .fact("call_ended", text(row, "callEndedTimestamp"));
    }

    private boolean id(Deed deed) {
        return deed.id().equals(thread);
    }

    private static String reference(JsonNode row) {
        return text(row.path("reference"), "messageId");
    }

    private static String embeds(JsonNode row, String first, String second) {
        var lines = new ArrayList<String>();
        for (var embed : row.path("embeds")) {
            var line = text(embed, first).isBlank() ? text(embed, second) : text(embed, first);
            if (!line.isBlank()) {
                lines.add(line);
            }
        }
        return String.join("\n", lines);
    }

    /// What embeds say beside their title and description: who, fields, what stands below.
    private static String embedded(JsonNode row) {
        var lines = new ArrayList<String>();
        for (var embed : row.path("embeds")) {
            lines.add(text(embed.path("author"), "name"));
            embed.path("fields").forEach(f -> lines.add(text(f, "name") + ": " + text(f, "value")));
            lines.add(text(embed.path("footer"), "text"));
        }
        lines.removeIf(String::isBlank);
        return String.join("\n", lines);
    }

    private static List<String> names(JsonNode things, String property) {
        var names = new ArrayList<String>();
        things.forEach(thing -> names.add(text(thing, property)));
        names.removeIf(String::isBlank);
        return names;
    }

    private void marks(JsonNode row, String type, String id, @Nullable String who, Instant at) {
        if (row.path("isPinned").asBoolean(false)) {
            finds.add(new Mark(SOURCE, id, Mark.What.PINNED, null, null));
        }
        if (PINS.contains(type) && !reference(row).isEmpty()) {
            finds.add(new Mark(SOURCE, reference(row), Mark.What.PINNED, who, at));
        }
    }

    private void reactions(JsonNode row, String id, Instant at) {
        for (var reaction : row.path("reactions")) {
            var emoji = reaction.path("emoji");
            var name = text(emoji, "name");
            var custom = text(emoji, "id");
            var key = id + "/reaction/" + (custom.isEmpty() ? name : name + ":" + custom);
            var users = new LinkedHashSet<String>();
            for (var user : reaction.path("users")) {
                var who = people.met(user, exportedAt == null ? at : exportedAt);
                if (who != null && users.add(who)) {
                    finds.add(reaction(key + "/" + who, who, id, name, at));
                }
            }
            var unnamed = reaction.path("count").asInt(0) - users.size();
            if (unnamed > 0) {
                finds.add(
                        reaction(key, null, id, name, at).fact("count", Integer.toString(unnamed)));
            }
        }
    }

    private Deed reaction(
            String key, @Nullable String who, String message, String name, Instant at) {
        return Deed.of(SOURCE, key, Kind.REACTION, who, at)
                .inferred(true)
                .in(place)
                .under(message)
                .saying(name);
    }
}
