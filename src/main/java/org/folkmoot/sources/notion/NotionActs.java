package org.folkmoot.sources.notion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Pages and comments in the name of the integration. Notion has no key that would keep a second
/// one away, so whoever is unsure looks first.
record NotionActs() implements Acting {

    private static final int MARGIN = 120;

    /// Notion takes so many blocks at once.
    private static final int MOST_BLOCKS = 100;

    @Override
    public Set<Act.What> does() {
        return Set.of(Act.What.POST, Act.What.REPLY, Act.What.EDIT, Act.What.DELETE);
    }

    @Override
    public boolean twice(Act act) {
        return act.what() == Act.What.DELETE;
    }

    /// A comment is answered on the page that it is on.
    private static String id(Act act) {
        var thread = act.what() == Act.What.REPLY ? act.more("thread") : "";
        var id = NotionApi.id(thread.isEmpty() ? act.target() : thread);
        if (id.isEmpty()) {
            throw new IllegalArgumentException("This is no page or data source of Notion.");
        }
        return id;
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new NotionApi(line);
        var id = id(act);
        return switch (act.what()) {
            case POST -> post(api, act, id);
            case REPLY ->
                    done(
                            taken(
                                    api,
                                    "POST",
                                    "/v1/comments",
                                    Map.of(
                                            "parent",
                                            Map.of("page_id", id),
                                            "rich_text",
                                            NotionText.pieces(act.text()))));
            case EDIT -> edit(api, act, id);
            case DELETE -> done(taken(api, "PATCH", "/v1/pages/" + id, Map.of("in_trash", true)));
            default -> throw new IllegalArgumentException("Notion cannot do this.");
        };
    }

    private static Done post(NotionApi api, Act act, String id) {
        var body = new LinkedHashMap<String, Object>();
        body.put("parent", Map.of("type", "data_source_id", "data_source_id", id));
        body.put("properties", Map.of(titled(api, id), title(act)));
        body.put("children", blocks(act.text()));
        return done(taken(api, "POST", "/v1/pages", body));
    }

    private static Map<String, Object> title(Act act) {
        return Map.of("title", NotionText.pieces(heading(act)));
    }

    private static String heading(Act act) {
        return act.title().isBlank() ? act.text().lines().findFirst().orElse("") : act.title();
    }

    /// What the data source calls its titles.
    private static String titled(NotionApi api, String source) {
        var reply = api.perhaps(api.get("/v1/data_sources/" + source));
        if (reply.status() != 200) {
            throw refused(reply);
        }
        for (var property : reply.json().path("properties").properties()) {
            if (property.getValue().path("type").asString("").equals("title")) {
                return property.getKey();
            }
        }
        return "title";
    }

    private static List<Map<String, Object>> blocks(String text) {
        var blocks = new ArrayList<Map<String, Object>>();
        for (var paragraph : text.split("\\n{2,}", MOST_BLOCKS)) {
            blocks.add(
                    Map.of(
                            "object",
                            "block",
                            "type",
                            "paragraph",
                            "paragraph",
                            Map.of("rich_text", NotionText.pieces(paragraph))));
        }
        return blocks;
    }

    /// A new title, and the new text instead of all blocks of words.
    private static Done edit(NotionApi api, Act act, String id) {
        var reply = api.perhaps(api.get("/v1/pages/" + id));
        if (reply.status() != 200) {
            throw refused(reply);
        }
        if (!act.title().isBlank()) {
            taken(
                    api,
                    "PATCH",
                    "/v1/pages/" + id,
                    Map.of("properties", Map.of("title", title(act))));
        }
        taken(
                api,
                "PATCH",
                "/v1/pages/%s/markdown".formatted(id),
                Map.of(
                        "type",
                        "replace_content",
                        "replace_content",
                        Map.of("new_str", act.text())));
        return done(reply.json());
    }

    private static JsonNode taken(
            NotionApi api, String method, String path, Map<String, Object> body) {
        var reply = api.perhaps(api.send(method, path, body));
        if (reply.status() != 200) {
            throw refused(reply);
        }
        return reply.json();
    }

    private static IllegalArgumentException refused(Reply reply) {
        return new IllegalArgumentException(
                "Notion did not take it: %s".formatted(NotionManners.words(reply)));
    }

    /// Among what the integration itself wrote there since it was first tried.
    @Override
    public Optional<Done> find(Line line, Act act) {
        var api = new NotionApi(line);
        var id = id(act);
        var since = act.at().minusSeconds(MARGIN);
        return switch (act.what()) {
            case REPLY -> {
                var me = line.ask(api.get("/v1/users/me")).json().path("id").asString("");
                yield replied(api, id, me, act, since);
            }
            case POST -> posted(api, id, act, since);
            default -> Optional.empty(); // what is done again changes nothing more
        };
    }

    private static Optional<Done> replied(
            NotionApi api, String id, String me, Act act, Instant since) {
        for (var next = ""; ; ) {
            var page = api.line().ask(api.list("/v1/comments", next).query("block_id", id)).json();
            for (var comment : page.path("results")) {
                if (fresh(comment, since)
                        && comment.path("created_by").path("id").asString("").equals(me)
                        && NotionText.of(comment.path("rich_text"))
                                .strip()
                                .equals(act.text().strip())) {
                    return Optional.of(done(comment));
                }
            }
            next = NotionApi.next(page, next);
            if (next.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private static Optional<Done> posted(NotionApi api, String id, Act act, Instant since) {
        var wanted = heading(act).strip();
        var query =
                Map.<String, Object>of(
                        "filter",
                        Map.of(
                                "timestamp",
                                "created_time",
                                "created_time",
                                Map.of("on_or_after", since.toString())),
                        "page_size",
                        NotionApi.PAGE);
        var path = "/v1/data_sources/%s/query".formatted(id);
        for (var page : api.line().ask(api.send("POST", path, query)).json().path("results")) {
            if (fresh(page, since)
                    && wanted.equals(String.valueOf(NotionText.title(page)).strip())) {
                return Optional.of(done(page));
            }
        }
        return Optional.empty();
    }

    private static boolean fresh(JsonNode row, Instant since) {
        var at = JsonTimes.at(row, "created_time");
        return at != null && !at.isBefore(since);
    }

    private static Done done(JsonNode row) {
        return new Done(row.path("id").asString(""), row.path("url").asString(""));
    }
}
