package org.folkmoot.connectors.slack;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a message tells of its files: never the files themselves.
final class SlackFiles {

    private SlackFiles() {}

    /// A file's name where it has one; else the next property, else its id.
    static List<String> names(JsonNode row, String... properties) {
        var all = new ArrayList<JsonNode>();
        row.path("files").forEach(all::add);
        if (all.isEmpty() && row.path("file").isObject()) {
            all.add(row.path("file"));
        }
        var names = new ArrayList<String>();
        for (var file : all) {
            var name = text(file, "id");
            for (var i = properties.length - 1; i >= 0; i--) {
                var value = text(file, properties[i]);
                name = value.isBlank() ? name : value;
            }
            if (!name.isBlank()) {
                names.add(name);
            }
        }
        return names;
    }

    /// The id of the message that shared the file which is commented on, where the file tells it.
    static @Nullable String share(String channel, JsonNode row) {
        for (var shares : row.path("file").path("shares")) {
            var share = SlackTime.of(shares.path(channel).path(0), "ts");
            if (share != null) {
                return channel + "/" + share.ts();
            }
        }
        return null;
    }
}
