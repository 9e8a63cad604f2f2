package org.folkmoot.sources.twitch;

import java.util.Locale;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Twitch's addresses (Helix). Every request names the app; the token says who asks.
record TwitchApi(Line line) {

    Ask get(String path) {
        return send("GET", path);
    }

    Ask send(String method, String path) {
        var connection = line.connection();
        var ask =
                Ask.of(method, connection.address("base-url"), path)
                        .with("Client-Id", connection.setting("client-id"));
        return connection
                .secret("token")
                .map(token -> ask.with("Authorization", "Bearer " + token))
                .orElse(ask);
    }

    /// Whom a user name belongs to; whose the token is where none is given.
    ///
    /// @return nothing when there is nobody, or the token is only the app's
    JsonNode user(String login) {
        var ask = get("/users").query("login", login);
        var reply = line.ask(login.isEmpty() ? ask.allowing(400, 401) : ask);
        return reply.status() == 200
                ? reply.json().path("data").path(0)
                : MissingNode.getInstance();
    }

    /// The user name of the settings, also of the address of the page.
    static String login(Connection connection) {
        return connection
                .setting("channel")
                .replaceFirst("^https?://((www|m)\\.)?twitch\\.tv/", "")
                .replaceFirst("^@", "")
                .replaceFirst("[/?#].*$", "")
                .toLowerCase(Locale.ROOT);
    }

    /// What a good answer says; nothing, where one of those came that are no trouble.
    static JsonNode body(Reply reply) {
        return reply.status() == 200 ? reply.json() : MissingNode.getInstance();
    }

    /// Empty at the end, also where a page would lead to itself.
    static String next(JsonNode page, String before) {
        var next = page.path("pagination").path("cursor").asString("");
        return next.equals(before) || page.path("data").isEmpty() ? "" : next;
    }

    /// What Twitch says about a refusal.
    static String words(Reply reply) {
        try {
            var words = reply.json().path("message").asString("");
            return words.isEmpty() ? Integer.toString(reply.status()) : words;
        } catch (JacksonException e) {
            return Integer.toString(reply.status());
        }
    }
}
