package org.folkmoot.sources.gitlab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.sources.Vendor.Answer;
import org.folkmoot.sources.Vendor.Asked;

/// A small GitLab: one project, two things a page whatever size is asked for.
final class Forge {

    static final Map<String, Object> ADA = Map.of("id", 31, "username", "ada", "name", "Ada");

    /// By their paths below the project: `issues/1`, `issues/1/notes/5`.
    final Map<String, Map<String, Object>> things = new LinkedHashMap<>();

    final List<Map<String, Object>> hooks = new ArrayList<>();

    static String time(int minute) {
        return "2026-02-01T%02d:%02d:00.000Z".formatted(minute / 60, minute % 60);
    }

    void thread(String path, int minute, String title) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("id", 1000 + things.size());
        thing.put("iid", Integer.parseInt(path.replaceFirst("^.*/", "")));
        thing.put("project_id", 42);
        thing.put("title", title);
        thing.put("description", "About " + title);
        thing.put("state", "opened");
        thing.put("labels", List.of("help"));
        thing.put("created_at", time(minute));
        thing.put("updated_at", time(minute));
        thing.put("author", ADA);
        thing.put("user_notes_count", 0);
        thing.put("web_url", "https://gitlab.com/us/moot/-/" + path);
        thing.put("unheard_of", Map.of("so", List.of("on")));
        things.put(path, thing);
    }

    void note(String path, int minute, String text) {
        var note = new LinkedHashMap<String, Object>();
        note.put("id", Integer.parseInt(path.replaceFirst("^.*/", "")));
        note.put("body", text);
        note.put("created_at", time(minute));
        note.put("updated_at", time(minute));
        note.put("author", ADA);
        note.put("system", text.startsWith("changed"));
        things.put(path, note);
        var thread = thing(path.replaceFirst("/notes/.*$", ""));
        thread.put("user_notes_count", 1);
        thread.put("updated_at", time(minute));
    }

    Map<String, Object> thing(String path) {
        return Objects.requireNonNull(things.get(path));
    }

    Answer answer(Asked asked) {
        var path = asked.path().replaceFirst("^/projects/(42|us/moot)/?", "");
        if (asked.path().equals("/user")) {
            return Answer.json(ADA);
        }
        if (asked.path().equals("/projects") && asked.one("membership").equals("true")) {
            return page(List.of(Map.of("id", 42, "path_with_namespace", "us/moot")), asked);
        }
        if (asked.path().equals(path)) {
            return none();
        }
        if (!asked.method().equals("GET")) {
            return written(asked, path);
        }
        if (path.endsWith("/notes") && !things.containsKey(path.replaceFirst("/notes$", ""))) {
            return none();
        }
        return switch (path.replaceFirst("\\d+(?=/notes)", "N")) {
            case "" ->
                    Answer.json(Map.of("id", 42, "path_with_namespace", "us/moot", "name", "Moot"));
            case "members/all" ->
                    page(List.of(ADA, Map.of("id", 32, "name", "Grace"), Map.of("id", 33)), asked);
            case "hooks" -> page(hooks, asked);
            case "issues", "merge_requests", "issues/N/notes", "merge_requests/N/notes" ->
                    page(
                            things.entrySet().stream()
                                    .filter(e -> e.getKey().matches(path + "/\\d+"))
                                    .map(Map.Entry::getValue)
                                    .filter(
                                            t ->
                                                    asked.one("updated_after").isEmpty()
                                                            || !changed(t)
                                                                    .isBefore(
                                                                            Instant.parse(
                                                                                    asked.one(
                                                                                            "updated_after"))))
                                    .sorted(Comparator.comparing(Forge::changed))
                                    .toList(),
                            asked);
            default -> things.containsKey(path) ? Answer.json(thing(path)) : none();
        };
    }

    private static Instant changed(Map<String, Object> thing) {
        return Instant.parse(String.valueOf(thing.get("updated_at")));
    }

    private static Answer none() {
        return Answer.of(404, "{\"message\":\"404 Not found\"}");
    }

    private static Answer page(List<Map<String, Object>> all, Asked asked) {
        var page = asked.number("page", 1);
        var from = Math.min(all.size(), (page - 1) * 2);
        var to = Math.min(all.size(), from + 2);
        return Answer.json(all.subList(from, to))
                .with("x-next-page", to < all.size() ? Integer.toString(page + 1) : "")
                .with("RateLimit-Remaining", "599")
                .with("RateLimit-Limit", "600");
    }

    private Answer written(Asked asked, String path) {
        if (asked.method().equals("DELETE")) {
            var was =
                    things.remove(path) != null
                            || hooks.removeIf(hook -> path.equals("hooks/" + hook.get("id")));
            return was ? Answer.of(204, "") : none();
        }
        var sent = new LinkedHashMap<String, Object>();
        asked.json().properties().forEach(f -> sent.put(f.getKey(), f.getValue().asString("")));
        if (path.startsWith("hooks")) {
            sent.put("id", 5);
            hooks.clear();
            hooks.add(sent);
            return Answer.json(sent);
        }
        if (asked.method().equals("POST")) {
            var made = path + "/90";
            if (path.equals("issues")) {
                thread(made, 700, String.valueOf(sent.get("title")));
            } else {
                note(made, 700, String.valueOf(sent.get("body")));
            }
            thing(made).putAll(sent);
            return Answer.of(201, Answer.json(thing(made)).text());
        }
        if (!things.containsKey(path)) {
            return none();
        }
        thing(path).putAll(sent);
        return Answer.json(thing(path));
    }
}
