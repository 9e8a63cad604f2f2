package org.folkmoot.sources.zoom;

import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Zoom's addresses. Each counts for one of its classes of requests, which are limited apart.
record ZoomApi(Line line) {

    static final String LIGHT = "light";
    static final String MEDIUM = "medium";
    static final String HEAVY = "heavy";

    private static final String PAGE = "page=";

    Ask get(String path, String lane) {
        return signed(Ask.get(line.connection().address("base-url"), path)).lane(lane);
    }

    /// The frame adds a token that it was granted.
    private Ask signed(Ask ask) {
        var plain = ask.with("Accept", "application/json");
        var connection = line.connection();
        return new ZoomGrant().applies(connection)
                ? plain
                : plain.with("Authorization", "Bearer " + connection.token("token"));
    }

    Ask post(String path, Object body) {
        return signed(Ask.of("POST", line.connection().address("base-url"), path))
                .lane(LIGHT)
                .json(body);
    }

    /// A page of a list, as long as Zoom allows.
    Ask list(String path, String lane, String next) {
        var ask = get(path, lane).query("page_size", "300");
        return next.startsWith(PAGE)
                ? ask.query("page_number", next.substring(PAGE.length()))
                : ask.query("next_page_token", next);
    }

    /// Empty at the end. Older lists are counted in pages.
    static String next(JsonNode page, String before) {
        var token = JsonRows.text(page, "next_page_token");
        if (!token.isEmpty()) {
            return token.equals(before) ? "" : token;
        }
        var number = page.path("page_number").asInt(1);
        return number < page.path("page_count").asInt(0) && !before.equals(PAGE + (number + 1))
                ? PAGE + (number + 1)
                : "";
    }

    /// A meeting's or its occurrence's name in a path. One with a slash has to be encoded twice.
    static String part(String uuid) {
        var once = Ask.part(uuid);
        return uuid.contains("/") ? Ask.part(once) : once;
    }
}
