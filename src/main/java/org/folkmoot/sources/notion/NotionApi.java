package org.folkmoot.sources.notion;

import java.util.Locale;
import java.util.Map;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Notion's addresses; each request names the version of the API that it is meant for.
record NotionApi(Line line) {

    static final int PAGE = 100;

    Ask get(String path) {
        return signed(Ask.get(line.connection().address("base-url"), path));
    }

    Ask send(String method, String path, Map<String, Object> body) {
        return signed(Ask.of(method, line.connection().address("base-url"), path)).json(body);
    }

    Ask delete(String path) {
        return signed(Ask.of("DELETE", line.connection().address("base-url"), path));
    }

    private Ask signed(Ask ask) {
        var connection = line.connection();
        return ask.with("Authorization", "Bearer " + connection.token("token"))
                .with("Notion-Version", connection.setting("version"));
    }

    /// What may be gone, not be shared with us, or need a capability that we lack.
    Reply perhaps(Ask ask) {
        return line.ask(ask.allowing(400, 403, 404));
    }

    /// A page of a list.
    Ask list(String path, String cursor) {
        return get(path).query("page_size", Integer.toString(PAGE)).query("start_cursor", cursor);
    }

    /// Empty at the end, also where a page would lead to itself.
    static String next(JsonNode page, String before) {
        var next = page.path("next_cursor").asString("");
        return !page.path("has_more").asBoolean(false) || next.equals(before) ? "" : next;
    }

    /// An id as Notion writes it, out of an address, or without its dashes.
    ///
    /// @return empty when there is none in it
    static String id(String text) {
        var bare = text.replaceFirst("[?#].*$", "").replace("-", "").toLowerCase(Locale.ROOT);
        return bare.matches(".*[0-9a-f]{32}$")
                ? bare.substring(bare.length() - 32)
                        .replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")
                : "";
    }
}
