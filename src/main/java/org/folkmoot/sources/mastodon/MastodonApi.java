package org.folkmoot.sources.mastodon;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// An instance's addresses.
record MastodonApi(Line line) {

    private static final Pattern MAX_ID = Pattern.compile("[?&]max_id=([^&#]+)");

    Ask get(String path) {
        return send("GET", path);
    }

    Ask send(String method, String path) {
        return Ask.of(method, line.connection().address("base-url"), path)
                .with("Authorization", "Bearer " + line.connection().token("token"));
    }

    /// Where the next page begins, as the instance's link to it says; empty at the end. The link
    /// itself is not followed: it might lead elsewhere.
    static String next(Reply reply) {
        var link = reply.next().map(MAX_ID::matcher).filter(m -> m.find());
        return link.map(m -> URLDecoder.decode(m.group(1), StandardCharsets.UTF_8)).orElse("");
    }

    JsonNode me() {
        return line.ask(get("/api/v1/accounts/verify_credentials")).json();
    }

    /// Has something done, or says why the instance will not.
    JsonNode done(Ask ask) {
        var reply = line.ask(ask.allowing(400, 403, 404, 410, 422));
        if (reply.status() >= 400) {
            throw new IllegalArgumentException(
                    "The instance did not do it: %s.".formatted(MastodonManners.said(reply)));
        }
        return reply.json();
    }

    /// The same for what may be gone already. Deletions have a limit of their own.
    void gone(Ask ask) {
        var reply = line.ask(ask.lane("delete").allowing(400, 403, 404, 410, 422));
        if (reply.status() >= 400 && reply.status() != 404 && reply.status() != 410) {
            throw new IllegalArgumentException(
                    "The instance did not do it: %s.".formatted(MastodonManners.said(reply)));
        }
    }
}
