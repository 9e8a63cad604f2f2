package org.folkmoot.sources.notion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A small Notion: one data source and a loose page, two things a page whatever size is asked for.
final class Desk {

    static final String SOURCE = id(1);
    static final String ADA = id(2);
    static final String BOT = id(3);

    final Map<String, Map<String, Object>> pages = new LinkedHashMap<>();
    final Map<String, List<Map<String, Object>>> blocks = new LinkedHashMap<>();
    final List<Map<String, Object>> comments = new ArrayList<>();
    boolean mayListPeople = true;

    static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    static String time(int minute) {
        return "2026-02-01T%02d:%02d:00.000Z".formatted(minute / 60, minute % 60);
    }

    static Map<String, Object> words(String text) {
        return Map.of("type", "text", "text", Map.of("content", text), "plain_text", text);
    }

    String page(int number, int minute, String title) {
        var id = id(number);
        var page = new LinkedHashMap<String, Object>();
        page.put("object", "page");
        page.put("id", id);
        page.put("created_time", time(minute));
        page.put("last_edited_time", time(minute));
        page.put("created_by", Map.of("object", "user", "id", ADA));
        page.put("parent", Map.of("type", "data_source_id", "data_source_id", SOURCE));
        page.put("in_trash", false);
        page.put("url", "https://www.notion.so/" + number);
        page.put(
                "properties",
                Map.of(
                        "Name", Map.of("type", "title", "title", List.of(words(title))),
                        "Status", Map.of("type", "status", "status", Map.of("name", "Planned")),
                        "Odd", Map.of("type", "unheard_of")));
        pages.put(id, page);
        blocks.put(id, new ArrayList<>(List.of(paragraph("About " + title))));
        return id;
    }

    static Map<String, Object> paragraph(String text) {
        return Map.of(
                "object",
                "block",
                "id",
                id(900),
                "type",
                "paragraph",
                "has_children",
                false,
                "paragraph",
                Map.of("rich_text", List.of(words(text))));
    }

    Map<String, Object> page(String id) {
        return Objects.requireNonNull(pages.get(id));
    }

    String comment(int number, String page, int minute, String text) {
        var comment = new LinkedHashMap<String, Object>();
        comment.put("object", "comment");
        comment.put("id", id(number));
        comment.put("parent", Map.of("type", "page_id", "page_id", page));
        comment.put("created_time", time(minute));
        comment.put("last_edited_time", time(minute));
        comment.put("created_by", Map.of("object", "user", "id", number % 2 == 0 ? ADA : BOT));
        comment.put("rich_text", List.of(words(text)));
        comments.add(comment);
        return id(number);
    }

    Answer answer(Asked asked) {
        var path = asked.path();
        var parts = path.split("/", -1);
        var id = parts.length > 3 ? parts[3] : "";
        return switch (asked.method() + " " + path.replace("/" + id, id.isEmpty() ? "/" : "/ID")) {
            case "GET /v1/users/" -> fail();
            case "GET /v1/users" -> mayListPeople ? listed(people(), asked) : Answer.of(403, "{}");
            case "GET /v1/users/ID" ->
                    Answer.json(
                            Map.of("object", "user", "id", BOT, "name", "Folkmoot", "type", "bot"));
            case "POST /v1/search" -> search(asked);
            case "GET /v1/data_sources/ID" -> id.equals(SOURCE) ? Answer.json(source()) : none();
            case "POST /v1/data_sources/ID/query" ->
                    id.equals(SOURCE) ? listed(rows(asked.json()), asked) : none();
            case "GET /v1/pages/ID" -> pages.containsKey(id) ? Answer.json(page(id)) : none();
            case "GET /v1/blocks/ID/children" -> listed(blocks.getOrDefault(id, List.of()), asked);
            case "GET /v1/comments" -> listed(of(asked.one("block_id")), asked);
            case "POST /v1/comments" -> commented(asked.json());
            case "POST /v1/pages" -> posted(asked.json());
            case "PATCH /v1/pages/ID" -> {
                page(id).put("in_trash", asked.json().path("in_trash").asBoolean(false));
                yield Answer.json(page(id));
            }
            case "PATCH /v1/pages/ID/markdown" -> {
                var text = asked.json().path("replace_content").path("new_str").asString("");
                blocks.put(id, List.of(paragraph(text)));
                yield Answer.json(page(id));
            }
            default -> path.equals("/v1/users") ? listed(people(), asked) : none();
        };
    }

    private static Answer fail() {
        return Answer.of(400, "{}");
    }

    private static Answer none() {
        return Answer.of(
                404,
                "{\"object\":\"error\",\"code\":\"object_not_found\",\"message\":\"Could not find it.\"}");
    }

    static Map<String, Object> source() {
        return Map.of(
                "object",
                "data_source",
                "id",
                SOURCE,
                "title",
                List.of(words("Content plan")),
                "properties",
                Map.of("Name", Map.of("id", "title", "type", "title")));
    }

    private static List<Map<String, Object>> people() {
        return List.of(
                Map.of(
                        "id",
                        ADA,
                        "name",
                        "Ada",
                        "type",
                        "person",
                        "person",
                        Map.of("email", "ada@example.org")),
                Map.of("id", BOT, "name", "Folkmoot", "type", "bot", "bot", Map.of()),
                Map.of("id", id(4), "name", "Grace", "type", "person"));
    }

    private Answer search(Asked asked) {
        var what = asked.json().path("filter").path("value").asString("");
        var found =
                what.equals("page")
                        ? pages.values().stream()
                                .sorted(Comparator.comparing(Desk::edited).reversed())
                                .toList()
                        : List.of(source());
        return listed(found, asked);
    }

    private static String edited(Map<String, Object> page) {
        return String.valueOf(page.get("last_edited_time"));
    }

    /// By the time of the last change, no more than so many, and without a word of what is missing.
    private List<Map<String, Object>> rows(JsonNode query) {
        var since = query.path("filter").path("last_edited_time").path("on_or_after").asString("");
        var made = query.path("filter").path("created_time").path("on_or_after").asString("");
        return pages.values().stream()
                .filter(page -> String.valueOf(page.get("parent")).contains(SOURCE))
                .filter(page -> !Boolean.TRUE.equals(page.get("in_trash")))
                .filter(page -> edited(page).compareTo(since) >= 0)
                .filter(page -> String.valueOf(page.get("created_time")).compareTo(made) >= 0)
                .sorted(Comparator.comparing(Desk::edited))
                .toList();
    }

    private List<Map<String, Object>> of(String page) {
        return comments.stream()
                .filter(c -> String.valueOf(c.get("parent")).contains(page))
                .toList();
    }

    private static Answer listed(List<Map<String, Object>> all, Asked asked) {
        var told =
                asked.method().equals("GET")
                        ? asked.one("start_cursor")
                        : asked.json().path("start_cursor").asString("");
        var from = told.isEmpty() ? 0 : Integer.parseInt(told);
        var to = Math.min(all.size(), from + 2);
        var body = new LinkedHashMap<String, Object>();
        body.put("object", "list");
        body.put("results", all.subList(Math.min(from, to), to));
        body.put("has_more", to < all.size());
        body.put("next_cursor", next(to, all.size()));
        return Answer.json(body);
    }

    private static @Nullable String next(int to, int size) {
        return to < size ? Integer.toString(to) : null;
    }

    private Answer commented(JsonNode sent) {
        var page = sent.path("parent").path("page_id").asString("");
        var text = sent.path("rich_text").path(0).path("text").path("content").asString("");
        comment(701, page, 700, text);
        return Answer.json(comments.getLast());
    }

    private Answer posted(JsonNode sent) {
        var title =
                sent.path("properties")
                        .path("Name")
                        .path("title")
                        .path(0)
                        .path("text")
                        .path("content");
        return title.isMissingNode()
                ? Answer.of(400, "{\"message\":\"body failed validation.\"}")
                : Answer.json(page(page(800, 700, title.asString(""))));
    }
}
