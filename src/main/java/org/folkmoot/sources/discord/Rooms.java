package org.folkmoot.sources.discord;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import org.folkmoot.connectors.discord.DiscordAnswers;
import org.folkmoot.connectors.discord.DiscordRoom;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.discord.Known.Owed;
import org.folkmoot.sources.discord.Known.Seen;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a channel or thread from its newest message down to where it was read before. What was
/// among its newest messages then and is missing now was deleted.
record Rooms(DiscordApi api, DiscordAnswers answers, At at, Instant since) {

    private static final int REMEMBERED = 40;

    private Line line() {
        return api.line();
    }

    /// @param rooms those that are to be read, this one first
    At read(DiscordRoom room, List<DiscordRoom> rooms) {
        var known = at.known();
        var path = "/channels/%s/messages?limit=100".formatted(room.id());
        var reply = line().ask(api.get(path).query("before", at.next()).allowing(403, 404));
        if (reply.status() != 200) {
            known.shut().add(room.id());
            known.seen().remove(room.id());
            rooms.removeFirst();
            return at.stage(at.stage());
        }
        var page = newestFirst(reply.json());
        var seen = known.seenOf(room);
        if (at.next().isEmpty()) {
            known.fresh().clear();
        }
        var lowest = page.isEmpty() ? "" : page.lastKey();
        gone(seen, page, page.isEmpty() ? "" : lowest);
        var went = at;
        for (var message : page.entrySet()) {
            read(room, message.getKey(), message.getValue(), seen);
            went = went.top(message.getKey());
        }
        var below = seen.last().keySet().stream().anyMatch(id -> At.after(lowest, id));
        var reached = !seen.mark().isEmpty() && !At.after(lowest, seen.mark()) && !below;
        var old = DiscordAnswers.made(lowest);
        return page.isEmpty()
                        || reached
                        || lowest.equals(at.next())
                        || (old != null && old.isBefore(since))
                ? done(room, rooms, went)
                : went.next(lowest);
    }

    private void read(DiscordRoom room, String id, JsonNode message, Seen seen) {
        var named = line().connection().setting("reactions").equals("people");
        answers.message(room, message, !named, "messages");
        var reactions = signs(message);
        var isNew = seen.mark().isEmpty() || At.after(id, seen.mark());
        var before = seen.last().get(id);
        if (named && (before == null ? isNew : !before.equals(reactions))) {
            message.path("reactions").forEach(r -> owe(room, message, r));
        }
        if (at.known().fresh().size() < REMEMBERED) {
            at.known().fresh().put(id, reactions);
        }
    }

    private void owe(DiscordRoom room, JsonNode message, JsonNode reaction) {
        var burst = reaction.path("count_details").path("burst").asInt(0);
        var usual = reaction.path("count").asInt(0) - burst;
        if (usual > 0) {
            at.known().owed().add(owed(room, message, reaction.path("emoji"), false, usual));
        }
        if (burst > 0) {
            at.known().owed().add(owed(room, message, reaction.path("emoji"), true, burst));
        }
    }

    private static Owed owed(
            DiscordRoom room, JsonNode message, JsonNode emoji, boolean burst, int left) {
        return new Owed(
                room.id(),
                room.place(),
                message.path("id").asString(""),
                emoji.path("name").asString(""),
                emoji.path("id").asString(""),
                burst,
                message.path("timestamp").asString(""),
                left,
                "");
    }

    /// Only what lies between the newest and the oldest of a page can be missing in it.
    private void gone(Seen seen, TreeMap<String, JsonNode> page, String lowest) {
        if (page.isEmpty() && at.next().isEmpty()) {
            return; // who may not read the history is shown none at all
        }
        for (var id : seen.last().keySet()) {
            var above = at.next().isEmpty() || At.after(at.next(), id);
            var under = page.isEmpty() || !At.after(lowest, id);
            if (above && under && !page.containsKey(id)) {
                answers.gone(id);
            }
        }
    }

    private static At done(DiscordRoom room, List<DiscordRoom> rooms, At went) {
        var known = went.known();
        rooms.removeFirst();
        var mark = At.later(went.top(), known.seenOf(room).mark());
        if (known.active().contains(room) || !room.thread()) {
            known.seen().put(room.id(), new Seen(mark, new HashMap<>(known.fresh())));
        }
        known.fresh().clear();
        return went.stage(went.stage());
    }

    /// Asks for a page of those who reacted.
    At whose() {
        var all = at.known().owed();
        var one = all.removeFirst();
        var path =
                "/channels/%s/messages/%s/reactions/%s?limit=100"
                        .formatted(
                                one.room(), one.message(), DiscordApi.emoji(one.name(), one.id()));
        var ask = api.get(path).query("type", one.burst() ? "1" : "").query("after", one.more());
        var reply = line().ask(ask.allowing(400, 403, 404));
        if (reply.status() != 200) {
            return at;
        }
        var last = one.more();
        for (var user : reply.json()) {
            answers.reacted(one.place(), one.message(), one.name(), one.id(), user, written(one));
            last = At.later(last, user.path("id").asString(""));
        }
        var rest = one.after(reply.json().size(), last);
        if (rest.left() > 0 && At.after(last, one.more())) {
            all.addFirst(rest);
        }
        return at;
    }

    private static @Nullable Instant written(Owed one) {
        var told = DiscordAnswers.time(one.at());
        return told == null ? DiscordAnswers.made(one.message()) : told;
    }

    /// Which reactions a message has, and how many of each.
    private static String signs(JsonNode message) {
        var text = new StringBuilder();
        for (var reaction : message.path("reactions")) {
            var emoji = reaction.path("emoji");
            text.append(emoji.path("name").asString(""))
                    .append(emoji.path("id").asString(""))
                    .append(reaction.path("count").asInt(0))
                    .append(' ');
        }
        return text.toString();
    }

    private static TreeMap<String, JsonNode> newestFirst(JsonNode messages) {
        var page =
                new TreeMap<String, JsonNode>(
                        (one, other) -> one.equals(other) ? 0 : At.after(one, other) ? -1 : 1);
        for (var message : messages) {
            page.put(message.path("id").asString(""), message);
        }
        return page;
    }
}
