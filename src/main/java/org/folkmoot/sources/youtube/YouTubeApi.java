package org.folkmoot.sources.youtube;

import java.util.List;
import java.util.Optional;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// YouTube's addresses. Whoever signed in is known by a token, else there is a key, for what anyone
/// may see.
record YouTubeApi(Line line) {

    private static final String ROOT = "/youtube/v3";

    /// Of videos and comments asked for by name.
    static final int AT_ONCE = 50;

    /// @param parts what of it shall be told, as YouTube names it
    Ask get(String what, String parts) {
        return send("GET", what, parts);
    }

    Ask send(String method, String what, String parts) {
        return plain(method, what).query("part", parts);
    }

    /// One that tells nothing.
    Ask plain(String method, String what) {
        return signed(Ask.of(method, line.connection().address("base-url"), path(what)));
    }

    private String path(String what) {
        var base = line.connection().address("base-url").getPath();
        return (base != null && base.endsWith(ROOT) ? "" : ROOT) + "/" + what;
    }

    private Ask signed(Ask ask) {
        var connection = line.connection();
        var told = ask.with("Accept", "application/json");
        var token = connection.secret("token");
        if (token.isPresent()) {
            return told.with("Authorization", "Bearer " + token.get());
        }
        return isSignedIn(connection)
                ? told
                : told.with("X-Goog-Api-Key", connection.token("api-key"));
    }

    /// Whether tokens are got for it that run out.
    static boolean isSignedIn(Connection connection) {
        return connection.secret("token").isEmpty() && !connection.setting("client-id").isEmpty();
    }

    /// The channel of the settings: an id, a handle or the address of its page; the own one when
    /// nothing is given.
    Optional<JsonNode> channel() {
        var told = channel(line.connection());
        var ask = get("channels", "snippet,contentDetails,statistics");
        var asked =
                told.isEmpty()
                        ? ask.query("mine", "true")
                        : ask.query(told.startsWith("@") ? "forHandle" : "id", told);
        var found = line.ask(asked).json().path("items");
        return found.isEmpty() ? Optional.empty() : Optional.of(found.path(0));
    }

    static String channel(Connection connection) {
        return connection
                .setting("channel")
                .replaceFirst("^https?://((www|m)\\.)?youtube\\.com/(channel/)?", "")
                .replaceFirst("[/?#].*$", "");
    }

    /// Who we are there, if anybody.
    String me() {
        return line.ask(get("channels", "id").query("mine", "true"))
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString("");
    }

    JsonNode videos(List<String> ids) {
        return line.ask(
                        get("videos", "snippet,statistics,liveStreamingDetails,contentDetails")
                                .query("id", String.join(",", ids)))
                .json()
                .path("items");
    }

    /// One that is gone is left out, or makes YouTube refuse them all.
    Reply comments(List<String> ids) {
        return line.ask(
                get("comments", "snippet")
                        .query("id", String.join(",", ids))
                        .query("textFormat", "plainText")
                        .allowing(404));
    }

    /// What a good answer says; nothing, where one of those came that are no trouble.
    static JsonNode body(Reply reply) {
        return reply.status() == 200 ? reply.json() : MissingNode.getInstance();
    }

    /// Empty at the end, also where a page would lead to itself.
    static String next(JsonNode page, String before) {
        var next = page.path("nextPageToken").asString("");
        return next.equals(before) ? "" : next;
    }
}
