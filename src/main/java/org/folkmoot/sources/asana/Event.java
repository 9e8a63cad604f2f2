package org.folkmoot.sources.asana;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Something that happened to a task or a comment. Events say little, so what they are about is
/// read again; several of one thing are one.
///
/// @param at as Asana writes it
record Event(String type, String gid, boolean gone, String at) {

    private static final List<String> TYPES = List.of("task", "story");

    /// The last of each thing, in their order.
    static List<Event> of(JsonNode events) {
        var last = new LinkedHashMap<String, Event>();
        for (var event : events) {
            var resource = event.path("resource");
            var type = resource.path("resource_type").asString(event.path("type").asString(""));
            var gid = resource.path("gid").asString("");
            if (TYPES.contains(type) && gid.matches("\\d{1,30}")) {
                var gone = event.path("action").asString("").equals("deleted");
                last.put(gid, new Event(type, gid, gone, event.path("created_at").asString("")));
            }
        }
        return new ArrayList<>(last.values());
    }

    String written() {
        return "%s %s %s %s".formatted(type, gid, gone, at);
    }

    static Event read(String written) {
        var parts = written.split(" ", 4);
        return new Event(parts[0], parts[1], Boolean.parseBoolean(parts[2]), parts[3]);
    }
}
