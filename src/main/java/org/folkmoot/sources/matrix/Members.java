package org.folkmoot.sources.matrix;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import tools.jackson.databind.JsonNode;

/// A room's people, who came and went, and what the room is called.
record Members(Events events) {

    /// All that holds of a room now.
    void state(JsonNode state) {
        var name = "";
        var alias = "";
        var topic = "";
        for (var event : state) {
            var content = event.path("content");
            switch (text(event, "type")) {
                case "m.room.name" -> name = text(content, "name");
                case "m.room.canonical_alias" -> alias = text(content, "alias");
                case "m.room.topic" -> topic = text(content, "topic");
                case "m.room.member" -> person(event);
                default -> {
                    continue;
                }
            }
        }
        var called = name.isBlank() ? alias : name;
        events.finds()
                .add(
                        Found.Place.of(
                                        Events.SOURCE,
                                        events.room(),
                                        called.isBlank() ? events.room() : called,
                                        Style.CHAT)
                                .about(orNull(topic), Events.url(events.room(), "")));
    }

    private void person(JsonNode event) {
        var id = text(event, "state_key");
        var name = text(event.path("content"), "displayname");
        if (!id.isBlank()) {
            events.finds()
                    .add(
                            Person.of(Events.SOURCE, id)
                                    .with(Field.NAME, name)
                                    .with(Field.HANDLE, id)
                                    .with(Field.URL, "https://matrix.to/#/" + id)
                                    .asOf(
                                            Instant.ofEpochMilli(
                                                    event.path("origin_server_ts").asLong(0))));
        }
    }

    /// Somebody came, went, or took another name.
    void event(JsonNode event, String id, Instant at) {
        var who = text(event, "state_key");
        var now = text(event.path("content"), "membership");
        var before = text(event.path("unsigned").path("prev_content"), "membership");
        person(event);
        if (who.isEmpty() || now.equals(before)) {
            return;
        }
        var by = text(event, "sender");
        var deed =
                switch (now) {
                    case "join" -> Deed.of(Events.SOURCE, id, Kind.JOIN, who, at);
                    case "ban" ->
                            Deed.of(Events.SOURCE, id, Kind.BAN, who, at)
                                    .saying(orNull(text(event.path("content"), "reason")));
                    case "leave" ->
                            before.equals("ban")
                                    ? Deed.of(Events.SOURCE, id, Kind.SYSTEM_NOTE, who, at)
                                            .fact("type", "ban lifted")
                                    : Deed.of(Events.SOURCE, id, Kind.LEAVE, who, at);
                    default -> null;
                };
        if (deed != null) {
            events.finds().add(deed.in(events.room()).fact("by", by.equals(who) ? "" : by));
        }
    }
}
