package org.folkmoot.sources.mattermost;

import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// A server's addresses.
record MattermostApi(Line line) {

    Ask get(String path) {
        return send("GET", path);
    }

    Ask send(String method, String path) {
        return Ask.of(method, line.connection().address("base-url"), "/api/v4" + path)
                .with("Authorization", "Bearer " + line.connection().token("token"));
    }

    JsonNode me() {
        return line.ask(get("/users/me")).json();
    }

    /// Has something done, or says why Mattermost will not.
    JsonNode done(Ask ask) {
        var reply = line.ask(ask.allowing(400, 403, 404, 413, 501));
        if (reply.status() >= 400) {
            throw new IllegalArgumentException(
                    "Mattermost did not do it: " + MattermostManners.said(reply));
        }
        return reply.json();
    }
}
