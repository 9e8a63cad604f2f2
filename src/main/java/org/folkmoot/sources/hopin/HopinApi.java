package org.folkmoot.sources.hopin;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.net.URI;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// RingCentral Events' addresses. Things come as JSON:API has them (jsonapi.org), or plain.
record HopinApi(Line line) {

    private static final String PAGE = "page=";

    Ask get(String path) {
        return signed(Ask.get(line.connection().address("base-url"), path));
    }

    Ask post(String path, Object body) {
        return signed(Ask.of("POST", line.connection().address("base-url"), path)).json(body);
    }

    /// Without a lasting token the frame adds one that it was granted.
    private Ask signed(Ask ask) {
        var plain = ask.with("Accept", "application/json");
        return line.connection()
                .secret("token")
                .map(token -> plain.with("Authorization", "Bearer " + token))
                .orElse(plain);
    }

    /// A page of a list.
    ///
    /// @param next what [#next] said; only its query is taken, never its host
    Ask list(String path, String next) {
        return get(next.isEmpty() ? path : path + "?" + next);
    }

    /// The query of the page after this one; empty at the end, also where it would lead to itself.
    static String next(JsonNode page, String before) {
        var pagination = page.path("pagination");
        var number = pagination.path("page").asInt(1);
        var link = page.path("links").path("next");
        var next =
                page.path("links").has("next")
                        ? query(
                                link.isObject()
                                        ? text(link, "href")
                                        : text(page.path("links"), "next"))
                        : number < pagination.path("total_pages").asInt(0)
                                ? PAGE + (number + 1)
                                : "";
        return next.equals(before) ? "" : next;
    }

    private static String query(String address) {
        try {
            var query = URI.create(address).getRawQuery();
            return query == null ? "" : query;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /// What a thing says of itself.
    static JsonNode about(JsonNode thing) {
        return thing.path("attributes").isObject() ? thing.path("attributes") : thing;
    }

    /// A single thing, wrapped or not.
    static JsonNode one(JsonNode answer) {
        return answer.path("data").isObject() ? answer.path("data") : answer;
    }

    static String id(JsonNode thing) {
        var id = text(thing, "id");
        return id.isEmpty() ? text(about(thing), "id") : id;
    }
}
