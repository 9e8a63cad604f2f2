package org.folkmoot.sources.notion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Ask;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which data sources are read: those that were named, or those of a database that was named, else
/// all that are shared with the integration.
record NotionSources(NotionApi api) {

    /// Instead of a data source: the pages that lie in none, which only the search finds.
    static final String LOOSE = "loose";

    List<JsonNode> all() {
        var named = named();
        if (named.isEmpty()) {
            return shared();
        }
        var all = new ArrayList<JsonNode>();
        for (var id : named) {
            var source = api.perhaps(api.get("/v1/data_sources/" + id));
            if (source.status() == 200) {
                all.add(source.json());
            } else {
                all.addAll(ofDatabase(id));
            }
        }
        return all;
    }

    /// What is neither is asked for its pages all the same, which tells why there are none.
    private List<JsonNode> ofDatabase(String id) {
        var all = new ArrayList<JsonNode>();
        var database = api.perhaps(api.get("/v1/databases/" + id));
        if (database.status() == 200) {
            for (var one : database.json().path("data_sources")) {
                var inner = one.path("id").asString("");
                var source = api.perhaps(api.get("/v1/data_sources/" + inner));
                if (source.status() == 200) {
                    all.add(source.json());
                }
            }
        } else {
            all.add(JsonMapper.shared().createObjectNode().put("id", id).put("title", ""));
        }
        return all;
    }

    private List<JsonNode> shared() {
        var all = new ArrayList<JsonNode>();
        for (var next = ""; ; ) {
            var page = api.line().ask(search(api, "data_source", next)).json();
            page.path("results").forEach(all::add);
            next = NotionApi.next(page, next);
            if (next.isEmpty()) {
                all.removeIf(source -> NotionApi.id(source.path("id").asString("")).isEmpty());
                return all;
            }
        }
    }

    /// The last changed first.
    static Ask search(NotionApi api, String what, String next) {
        var body = new LinkedHashMap<String, Object>();
        body.put("filter", Map.of("property", "object", "value", what));
        body.put("sort", Map.of("timestamp", "last_edited_time", "direction", "descending"));
        body.put("page_size", what.equals("page") ? NotionPulls.ROWS : NotionApi.PAGE);
        if (!next.isEmpty()) {
            body.put("start_cursor", next);
        }
        return api.send("POST", "/v1/search", body);
    }

    /// Whether a page is of those that were named, if some were.
    boolean wants(JsonNode page) {
        var named = named();
        var parent = page.path("parent");
        return named.isEmpty()
                || named.contains(NotionApi.id(parent.path("data_source_id").asString("")))
                || named.contains(NotionApi.id(parent.path("database_id").asString("")));
    }

    boolean chosen() {
        return !named().isEmpty();
    }

    private List<String> named() {
        return api.line().connection().list("data-sources").stream()
                .map(NotionApi::id)
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
