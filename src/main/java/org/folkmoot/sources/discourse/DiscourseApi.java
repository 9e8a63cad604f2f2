package org.folkmoot.sources.discourse;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// A forum's addresses.
record DiscourseApi(Line line) {

    /// As people know the forum.
    static String host(Connection connection) {
        var named = connection.setting("forum");
        return (named.isEmpty() ? connection.address("base-url").getHost() : named)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("/.*$", "");
    }

    String host() {
        return host(line.connection());
    }

    Ask get(String path) {
        return signed(Ask.get(line.connection().address("base-url"), path));
    }

    Ask post(String path, Object body) {
        return send("POST", path, body);
    }

    Ask send(String method, String path, Object body) {
        return bare(method, path).json(body);
    }

    /// Without a body.
    Ask bare(String method, String path) {
        return signed(Ask.of(method, line.connection().address("base-url"), path));
    }

    private Ask signed(Ask ask) {
        return ask.with("Api-Key", line.connection().token("api-key"))
                .with("Api-Username", line.connection().setting("username"))
                .with("Accept", "application/json");
    }

    /// Posts of a topic by their own ids.
    JsonNode posts(long topic, List<Long> ids) {
        var chosen =
                ids.stream().map(id -> "post_ids%5B%5D=" + id).collect(Collectors.joining("&"));
        return line.ask(get("/t/%d/posts.json?%s".formatted(topic, chosen))).json();
    }
}
