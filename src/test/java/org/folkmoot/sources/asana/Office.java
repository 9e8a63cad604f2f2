package org.folkmoot.sources.asana;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;
import org.jspecify.annotations.Nullable;

/// A small Asana: a workspace with one project, two things a page whatever limit is asked for.
final class Office {

    static final String WORKSPACE = "10";
    static final String PROJECT = "20";
    static final Map<String, Object> ADA =
            Map.of("gid", "31", "resource_type", "user", "name", "Ada", "email", "ada@example.org");

    final Map<String, Map<String, Object>> tasks = new LinkedHashMap<>();
    final Map<String, Map<String, Object>> stories = new LinkedHashMap<>();
    final List<Map<String, Object>> events = new ArrayList<>();
    final List<Map<String, Object>> hooks = new ArrayList<>();
    boolean forgetful;

    static String time(int minute) {
        return "2026-02-01T10:%02d:00.000Z".formatted(minute);
    }

    void task(String gid, int minute, String name) {
        var task = new LinkedHashMap<String, Object>();
        task.put("gid", gid);
        task.put("resource_type", "task");
        task.put("name", name);
        task.put("notes", "About " + name);
        task.put("created_at", time(minute));
        task.put("modified_at", time(minute));
        task.put("created_by", Map.of("gid", "31", "resource_type", "user"));
        task.put("due_on", null);
        task.put("projects", List.of(Map.of("gid", PROJECT, "name", "Moot")));
        task.put("permalink_url", "https://app.asana.com/0/20/" + gid);
        task.put("unheard_of", Map.of("so", List.of("on")));
        tasks.put(gid, task);
    }

    void story(String gid, String task, int minute, @Nullable String text) {
        var story = new LinkedHashMap<String, Object>();
        story.put("gid", gid);
        story.put("resource_type", "story");
        story.put("type", text == null ? "system" : "comment");
        story.put("resource_subtype", text == null ? "assigned" : "comment_added");
        story.put("text", text);
        story.put("created_at", time(minute));
        story.put("created_by", text == null ? null : ADA);
        story.put("target", Map.of("gid", task, "name", "x"));
        story.put("is_edited", false);
        stories.put(gid, story);
    }

    void event(String type, String gid, String action, int minute) {
        events.add(
                Map.of(
                        "user", Map.of("gid", "31"),
                        "resource", Map.of("gid", gid, "resource_type", type),
                        "type", type,
                        "action", action,
                        "created_at", time(minute)));
    }

    Map<String, Object> task(String gid) {
        return Objects.requireNonNull(tasks.get(gid));
    }

    Map<String, Object> story(String gid) {
        return Objects.requireNonNull(stories.get(gid));
    }

    Answer answer(Asked asked) {
        var path = asked.path();
        if (!asked.method().equals("GET")) {
            return written(asked, path);
        }
        var parts = path.split("/", -1);
        var id = parts.length > 2 ? parts[2] : "";
        return switch (path.replaceFirst("/\\d+(?=/|$)", "/ID")) {
            case "/workspaces" -> page(List.of(Map.of("gid", WORKSPACE, "name", "Us")), asked);
            case "/projects" -> page(List.of(project()), asked);
            case "/projects/ID" -> id.equals(PROJECT) ? one(project()) : none();
            case "/users" ->
                    page(
                            List.of(
                                    ADA,
                                    Map.of("gid", "32", "name", "Grace"),
                                    Map.of("gid", "33", "name", "Eve")),
                            asked);
            case "/users/me" -> one(ADA);
            case "/events" -> events(asked);
            case "/tasks" -> page(List.copyOf(tasks.values()), asked);
            case "/tasks/ID" -> one(tasks.get(id));
            case "/tasks/ID/stories" ->
                    page(
                            stories.values().stream()
                                    .filter(
                                            s ->
                                                    Map.of("gid", id, "name", "x")
                                                            .equals(s.get("target")))
                                    .toList(),
                            asked);
            case "/stories/ID" -> one(stories.get(id));
            case "/webhooks" -> page(hooks, asked);
            default -> none();
        };
    }

    private static Map<String, Object> project() {
        return Map.of(
                "gid", PROJECT, "name", "Moot", "notes", "", "workspace", Map.of("gid", WORKSPACE));
    }

    /// The place to go on from is how many events there were.
    private Answer events(Asked asked) {
        var sync = asked.one("sync");
        if (sync.isEmpty() || forgetful) {
            forgetful = false;
            return Answer.of(
                    412,
                    "{\"errors\":[{\"message\":\"Sync token invalid or too old\"}],\"sync\":\"%d\"}"
                            .formatted(events.size()));
        }
        var from = Integer.parseInt(sync);
        var to = Math.min(events.size(), from + 2);
        return Answer.json(
                Map.of(
                        "data", events.subList(from, to),
                        "sync", Integer.toString(to),
                        "has_more", to < events.size()));
    }

    private static Answer page(List<Map<String, Object>> all, Asked asked) {
        var from = asked.number("offset", 0);
        var to = Math.min(all.size(), from + 2);
        var body = new LinkedHashMap<String, Object>();
        body.put("data", all.subList(from, to));
        body.put("next_page", to < all.size() ? Map.of("offset", Integer.toString(to)) : null);
        return Answer.json(body);
    }

    private static Answer one(@Nullable Map<String, Object> thing) {
        return thing == null ? none() : Answer.json(Map.of("data", thing));
    }

    private static Answer none() {
        return Answer.of(404, "{\"errors\":[{\"message\":\"Unknown object\"}]}");
    }

    private Answer written(Asked asked, String path) {
        if (asked.method().equals("DELETE")) {
            var id = path.replaceFirst("^.*/", "");
            return tasks.remove(id) != null
                            || stories.remove(id) != null
                            || hooks.removeIf(hook -> id.equals(hook.get("gid")))
                    ? Answer.json(Map.of("data", Map.of()))
                    : none();
        }
        var sent = new LinkedHashMap<String, Object>();
        asked.json()
                .path("data")
                .properties()
                .forEach(f -> sent.put(f.getKey(), f.getValue().asString("")));
        if (path.equals("/webhooks")) {
            hooks.add(
                    Map.of(
                            "gid",
                            Integer.toString(500 + hooks.size()),
                            "target",
                            String.valueOf(sent.get("target")),
                            "active",
                            true));
            return Answer.json(Map.of("data", Map.of("gid", "99")));
        }
        var id = path.split("/", -1).length > 2 ? path.split("/", -1)[2] : "";
        if (path.endsWith("/stories")) {
            story("900" + stories.size(), id, 50, String.valueOf(sent.get("text")));
            return Answer.json(Map.of("data", story("900" + (stories.size() - 1))));
        }
        if (path.equals("/tasks")) {
            if ("".equals(sent.get("name"))) {
                return Answer.of(400, "{\"errors\":[{\"message\":\"name: Missing input\"}]}");
            }
            task("800" + tasks.size(), 50, String.valueOf(sent.get("name")));
            id = "800" + (tasks.size() - 1);
        }
        var thing = tasks.containsKey(id) ? task(id) : story(id);
        sent.remove("projects");
        thing.putAll(sent);
        return Answer.json(Map.of("data", thing));
    }
}
