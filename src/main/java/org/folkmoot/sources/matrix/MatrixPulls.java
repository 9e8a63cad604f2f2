package org.folkmoot.sources.matrix;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import tools.jackson.databind.JsonNode;

/// Reads the rooms that the account has joined one request a page, each from its newest event down
/// to what was seen in the round before: changes, deletions and reactions are events themselves.
final class MatrixPulls {

    private static final Duration STATE_AGAIN = Duration.ofDays(1);
    private static final int REMEMBERED = 30;

    private final Line line;
    private final MatrixApi api;
    private final Found.Basket basket = new Found.Basket();

    MatrixPulls(Line line) {
        this.line = line;
        this.api = new MatrixApi(line);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        if (at.rooms().isEmpty()) {
            return on(rooms(at), "rooms");
        }
        var state = at.state();
        var due = state == null || !state.plus(STATE_AGAIN).isAfter(line.now());
        return due && at.next().isEmpty()
                ? on(state(at), "people of " + at.room())
                : on(page(at), "room " + at.room());
    }

    private At rooms(At at) {
        var wanted = line.connection().list("rooms");
        var chosen = new ArrayList<String>();
        for (var room : line.ask(api.get("/joined_rooms")).json().path("joined_rooms")) {
            var id = room.asString("");
            if (!id.isEmpty() && (wanted.isEmpty() || wanted.contains(id))) {
                chosen.add(id);
            }
        }
        return at.rooms(chosen);
    }

    private At state(At at) {
        var reply = line.ask(api.get(MatrixApi.room(at.room()) + "/state").allowing(403, 404));
        if (reply.status() != 200) {
            return at.roomShut();
        }
        new Members(new Events(at.room(), basket)).state(reply.json());
        return at.described(line.now());
    }

    private At page(At at) {
        var ask =
                api.get(MatrixApi.room(at.room()) + "/messages")
                        .query("dir", "b")
                        .query("limit", "100")
                        .query("from", at.next());
        var reply = line.ask(ask.allowing(403, 404));
        if (reply.status() != 200) {
            return at.roomShut();
        }
        var chunk = reply.json().path("chunk");
        var events = new Events(at.room(), basket, senders(at.room(), chunk));
        var ids = new ArrayList<String>();
        var known = List.copyOf(at.before());
        var met = false;
        var old = false;
        for (var event : chunk) {
            events.add(event);
            var id = text(event, "event_id");
            met |= known.contains(id);
            var made = Instant.ofEpochMilli(event.path("origin_server_ts").asLong(0));
            old |= made.isBefore(line.connection().since());
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        var went = at.met(ids, REMEMBERED);
        var end = text(reply.json(), "end");
        return end.isEmpty() || end.equals(at.next()) || met || old
                ? went.roomDone()
                : went.next(end);
    }

    /// Who wrote what these change: only they may. What is not among them is asked for.
    private Map<String, String> senders(String room, JsonNode chunk) {
        var known = new HashMap<String, String>();
        chunk.forEach(event -> known.put(text(event, "event_id"), text(event, "sender")));
        for (var event : chunk) {
            var changed = Events.changes(event);
            if (!changed.isEmpty() && !known.containsKey(changed)) {
                var path = MatrixApi.room(room) + "/event/" + Ask.part(changed);
                var reply = line.ask(api.get(path).allowing(403, 404));
                if (reply.status() == 200) {
                    known.put(changed, text(reply.json(), "sender"));
                }
            }
        }
        return known;
    }

    private Pull on(At next, String doing) {
        var ended = next.rooms().isEmpty();
        return new Pull.Caught(basket.all(), Cursors.write(next), !ended, ended ? "" : doing);
    }
}
