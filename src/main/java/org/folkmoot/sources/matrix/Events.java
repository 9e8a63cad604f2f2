package org.folkmoot.sources.matrix;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Mark;
import org.folkmoot.sources.Ask;
import tools.jackson.databind.JsonNode;

/// Turns a room's events into what somebody did. Events, rooms and people have the same ids on
/// every homeserver.
///
/// @param senders who wrote what is changed here, by event, as far as that is known
record Events(String room, Finds finds, Map<String, String> senders) {

    static final String SOURCE = "matrix";

    private static final Instant FIRST = Instant.parse("2014-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");
    private static final Set<String> FILES = Set.of("m.image", "m.file", "m.audio", "m.video");

    Events(String room, Finds finds) {
        this(room, finds, Map.of());
    }

    Events {
        finds.add(new Found.Origin(SOURCE, "Matrix", Markup.MARKDOWN));
    }

    void add(JsonNode event) {
        var id = text(event, "event_id");
        var at = Instant.ofEpochMilli(event.path("origin_server_ts").asLong(0));
        var type = text(event, "type");
        if (id.isEmpty() || at.isBefore(FIRST) || !at.isBefore(LAST)) {
            var why = "This event has no id, or no time that can be.";
            finds.add(new Found.Refused(room, 1, why, event.toString()));
            return;
        }
        if (event.path("unsigned").has("redacted_because")) {
            var by = event.path("unsigned").path("redacted_because");
            finds.add(new Mark(SOURCE, id, Mark.What.DELETED, orNull(text(by, "sender")), null));
            return;
        }
        switch (type) {
            case "m.room.message", "m.room.encrypted", "m.sticker", "m.poll.start" ->
                    message(event, id, at);
            case "m.reaction" -> reaction(event, id, at);
            case "m.room.redaction" -> redaction(event, at);
            case "m.room.member" -> new Members(this).event(event, id, at);
            case "m.room.pinned_events" ->
                    event.path("content")
                            .path("pinned")
                            .forEach(p -> pinned(p.asString(""), text(event, "sender"), at));
            default -> {
                return; // settings of the room: nobody did anything in it
            }
        }
    }

    private void message(JsonNode event, String id, Instant at) {
        var content = event.path("content");
        var relation = content.path("m.relates_to");
        var target = text(relation, "event_id");
        if (!changes(event).isEmpty()) {
            if (!senders.getOrDefault(target, text(event, "sender"))
                    .equals(text(event, "sender"))) {
                return; // homeservers hand on, and clients pass over, changes of what others said
            }
            var words = text(content.path("m.new_content"), "body");
            finds.add(new Found.Edit(SOURCE, target, orNull(words), at));
            return;
        }
        var answered = text(relation.path("m.in_reply_to"), "event_id");
        var thread = text(relation, "rel_type").equals("m.thread") ? target : "";
        var fallback = relation.path("is_falling_back").asBoolean(false);
        var parent = answered.isEmpty() || (fallback && !thread.isEmpty()) ? thread : answered;
        finds.add(
                deed(event, id, parent.isEmpty() ? Kind.MESSAGE : Kind.REPLY, at)
                        .under(orNull(parent))
                        .saying(orNull(words(content, !answered.isEmpty())))
                        .at(url(id))
                        .mentioning(mentions(event))
                        .files(files(content))
                        .fact("type", fact(event)));
    }

    /// What it changes; empty when nothing.
    static String changes(JsonNode event) {
        var relation = event.path("content").path("m.relates_to");
        return text(relation, "rel_type").equals("m.replace") ? text(relation, "event_id") : "";
    }

    private static String fact(JsonNode event) {
        return text(event, "type").equals("m.room.encrypted")
                ? "encrypted"
                : text(event.path("content"), "msgtype").equals("m.notice") ? "notice" : "";
    }

    /// Older clients quote what they answer: those lines are another's.
    private static String words(JsonNode content, boolean answers) {
        var body = text(content, "body");
        var poll = text(content.path("m.poll").path("question").path("m.text").path(0), "body");
        return answers && body.startsWith("> <")
                ? body.replaceFirst("\\A(?:> [^\\n]*\\n)+\\n?", "")
                : body.isEmpty() ? poll : body;
    }

    private static List<String> files(JsonNode content) {
        var named = text(content, "filename");
        var name = named.isEmpty() ? text(content, "body") : named;
        return FILES.contains(text(content, "msgtype")) && !name.isBlank()
                ? List.of(name)
                : List.of();
    }

    private static Set<String> mentions(JsonNode event) {
        var all = new LinkedHashSet<String>();
        var named = event.path("content").path("m.mentions").path("user_ids");
        named.forEach(user -> all.add(user.asString("")));
        all.remove("");
        all.remove(text(event, "sender"));
        return all;
    }

    /// By the event's own id, as taking it back names that.
    private void reaction(JsonNode event, String id, Instant at) {
        var relation = event.path("content").path("m.relates_to");
        var target = text(relation, "event_id");
        if (!target.isEmpty()) {
            finds.add(
                    deed(event, id, Kind.REACTION, at).under(target).saying(text(relation, "key")));
        }
    }

    private void redaction(JsonNode event, Instant at) {
        var inner = text(event.path("content"), "redacts");
        var target = inner.isEmpty() ? text(event, "redacts") : inner;
        if (!target.isEmpty()) {
            finds.add(
                    new Mark(SOURCE, target, Mark.What.DELETED, orNull(text(event, "sender")), at));
        }
    }

    private void pinned(String target, String by, Instant at) {
        if (!target.isEmpty()) {
            finds.add(new Mark(SOURCE, target, Mark.What.PINNED, orNull(by), at));
        }
    }

    Deed deed(JsonNode event, String id, Kind kind, Instant at) {
        return Deed.of(SOURCE, id, kind, orNull(text(event, "sender")), at).in(room);
    }

    private String url(String event) {
        return url(room, event);
    }

    static String url(String room, String event) {
        return "https://matrix.to/#/"
                + Ask.part(room)
                + (event.isEmpty() ? "" : "/" + Ask.part(event));
    }
}
