package org.folkmoot.sources.matrix;

import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// A homeserver's addresses.
record MatrixApi(Line line) {

    Ask get(String path) {
        return send("GET", path);
    }

    Ask send(String method, String path) {
        var base = line.connection().address("base-url");
        return Ask.of(method, base, "/_matrix/client/v3" + path)
                .with("Authorization", "Bearer " + line.connection().token("token"));
    }

    static String room(String room) {
        return "/rooms/" + Ask.part(room);
    }

    String me() {
        return line.ask(get("/account/whoami")).json().path("user_id").asString("");
    }

    /// Has something done, or says why the homeserver will not.
    JsonNode done(Ask ask) {
        var reply = line.ask(ask.allowing(400, 403, 404, 413));
        if (reply.status() >= 400) {
            throw new IllegalArgumentException(
                    "The homeserver did not do it: " + MatrixManners.said(reply));
        }
        return reply.json();
    }
}
