package org.folkmoot.sources.reddit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Reddit's addresses. Every request says who asks, which Reddit wants of all programs, and wants
/// texts as they were written (`raw_json`), not as HTML.
record RedditApi(Line line) {

    static final String PAGE = "100";

    /// Where people read it.
    static final String SITE = "https://www.reddit.com";

    /// Names without `r/`, in lower case, as nothing distinguishes them by case.
    static List<String> subreddits(Connection connection) {
        return connection.list("subreddits").stream()
                .map(RedditApi::bare)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("^/?r/", "").replaceFirst("/+$", "");
    }

    /// A program, its version, and whom to ask about it.
    static String agent(Connection connection) {
        var told = connection.setting("user-agent");
        var user = connection.setting("username");
        return !told.isEmpty()
                ? told
                : "server:org.folkmoot:v1 (by /u/%s)"
                        .formatted(user.isEmpty() ? connection.setting("client-id") : user);
    }

    Ask get(String path) {
        return signed(Ask.get(line.connection().address("base-url"), path)).query("raw_json", "1");
    }

    Ask post(String path, Map<String, String> fields) {
        return signed(Ask.of("POST", line.connection().address("base-url"), path)).form(fields);
    }

    /// A page of a listing, the newest first.
    Ask listing(String path, String after) {
        return get(path).query("limit", PAGE).query("after", after);
    }

    private Ask signed(Ask ask) {
        var named = ask.with("User-Agent", agent(line.connection()));
        return line.connection()
                .secret("token")
                .map(token -> named.with("Authorization", "Bearer " + token))
                .orElse(named);
    }

    /// The user whose token it is; empty for an app by itself.
    String me() {
        return line.ask(get("/api/v1/me")).json().path("name").asString("");
    }

    /// Empty at the end, also where a page would lead to itself.
    static String after(JsonNode listing, String before) {
        var after = listing.path("data").path("after").asString("");
        return after.equals(before) ? "" : after;
    }
}
