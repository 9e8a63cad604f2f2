package org.folkmoot.sources.commonroom;

import java.net.URI;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Common Room's two interfaces: version 2 to read, and the older one, called Core, to write.
record CommonRoomApi(Line line) {

    static String source(Connection connection) {
        return connection.setting("source");
    }

    private URI base() {
        return line.connection().address("base-url");
    }

    /// Beside the other unless it was told.
    private URI core() {
        return line.connection().setting("core-url").isEmpty()
                ? URI.create(base().toString().replaceFirst("/v2$", "/v1"))
                : line.connection().address("core-url");
    }

    Ask get(String path) {
        return signed(Ask.get(base(), path));
    }

    /// @param cols what else we want to know of each
    Ask page(String path, String cols, String next) {
        return get(path).query("limit", "200").query("cols", cols).query("cursor", next);
    }

    Ask push(String path, Object body) {
        return signed(Ask.of("POST", core(), path)).json(body);
    }

    private Ask signed(Ask ask) {
        return ask.with("Authorization", "Bearer " + line.connection().token("token"));
    }

    /// Empty at the end, also where a page would lead to itself.
    static String next(JsonNode page, String before) {
        var next = page.path("meta").path("nextCursor").asString("");
        return next.equals(before) ? "" : next;
    }
}
