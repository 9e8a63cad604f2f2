package org.folkmoot.sources.asana;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Tasks and comments in the name of whoever's token it is. Asana has no key that would keep a
/// second one away, so whoever is unsure looks first.
record AsanaActs() implements Acting {

    private static final int MARGIN = 60;

    @Override
    public Set<Act.What> does() {
        return Set.of(Act.What.TASK, Act.What.REPLY, Act.What.EDIT, Act.What.DELETE);
    }

    @Override
    public boolean twice(Act act) {
        return act.what() != Act.What.TASK && act.what() != Act.What.REPLY;
    }

    /// What a target is there: all of Asana's numbers look alike, so it is asked.
    ///
    /// @param task the task, or that of the comment; empty for a project
    private record Where(String task, String story) {

        static Where of(AsanaApi api, Act act) {
            var gid = act.target();
            if (!gid.matches("\\d{1,30}")) {
                throw new IllegalArgumentException("This is no task or project of Asana.");
            }
            if (api.perhaps(api.get("/tasks/" + gid, "name")).status() == 200) {
                return new Where(gid, "");
            }
            if (act.what() == Act.What.TASK) {
                return new Where("", "");
            }
            var story = api.perhaps(api.get("/stories/" + gid, "target.name"));
            if (story.status() != 200) {
                throw new IllegalArgumentException("Asana knows no such task or comment.");
            }
            return new Where(
                    story.json().path("data").path("target").path("gid").asString(""), gid);
        }

        String path() {
            return story.isEmpty() ? "/tasks/" + task : "/stories/" + story;
        }
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new AsanaApi(line);
        var where = Where.of(api, act);
        return switch (act.what()) {
            case TASK -> task(api, act, where);
            case REPLY ->
                    done(
                            taken(
                                    api,
                                    "POST",
                                    "/tasks/%s/stories".formatted(where.task()),
                                    Map.of("text", act.text())));
            case EDIT ->
                    done(
                            taken(
                                    api,
                                    "PUT",
                                    where.path(),
                                    Map.of(
                                            where.story().isEmpty() ? "notes" : "text",
                                            act.text())));
            case DELETE -> {
                good(line.ask(api.delete(where.path()).allowing(400, 403, 404)), 404);
                yield new Done(act.target(), "");
            }
            default -> throw new IllegalArgumentException("Asana cannot do this.");
        };
    }

    private static Done task(AsanaApi api, Act act, Where where) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "name", act.title());
        put(fields, "notes", act.text());
        var due = act.more("due");
        put(fields, due.length() > "2026-01-01".length() ? "due_at" : "due_on", due);
        if (!where.task().isEmpty()) {
            return done(taken(api, "PUT", where.path(), fields));
        }
        fields.put("projects", List.of(act.target()));
        return done(taken(api, "POST", "/tasks", fields));
    }

    private static void put(Map<String, Object> fields, String name, String value) {
        if (!value.isBlank()) {
            fields.put(name, value);
        }
    }

    /// What was sent, once Asana took it.
    static JsonNode taken(AsanaApi api, String method, String path, Map<String, Object> data) {
        Ask ask = api.send(method, path, data).allowing(400, 403, 404);
        return good(api.line().ask(ask), 0).json().path("data");
    }

    private static Reply good(Reply reply, int fine) {
        if (reply.status() >= 400 && reply.status() != fine) {
            throw new IllegalArgumentException(
                    "Asana did not take it: %s"
                            .formatted(
                                    reply.json()
                                            .path("errors")
                                            .path(0)
                                            .path("message")
                                            .asString("it gives no reason.")));
        }
        return reply;
    }

    /// Among what is there since it was first tried.
    @Override
    public Optional<Done> find(Line line, Act act) {
        var api = new AsanaApi(line);
        var where = Where.of(api, act);
        if (act.what() == Act.What.TASK && where.task().isEmpty()) {
            var since = act.at().minusSeconds(MARGIN);
            return find(
                    api,
                    api.get("/tasks", AsanaApi.TASK)
                            .query("project", act.target())
                            .query("modified_since", since.toString()),
                    since,
                    Map.of("name", act.title(), "notes", act.text()));
        }
        return act.what() == Act.What.REPLY
                ? find(
                        api,
                        api.get("/tasks/%s/stories".formatted(where.task()), AsanaApi.STORY),
                        act.at().minusSeconds(MARGIN),
                        Map.of("text", act.text()))
                : Optional.empty(); // what is done again changes nothing more
    }

    private static Optional<Done> find(
            AsanaApi api, Ask ask, Instant since, Map<String, String> same) {
        var me = api.line().ask(api.get("/users/me", "name")).json().path("data");
        for (var offset = ""; ; ) {
            var page =
                    api.line()
                            .ask(ask.query("limit", AsanaApi.PAGE).query("offset", offset))
                            .json();
            for (var row : page.path("data")) {
                var at = JsonTimes.at(row, "created_at");
                if (at != null
                        && !at.isBefore(since)
                        && row.path("created_by").path("gid").equals(me.path("gid"))
                        && same.entrySet().stream()
                                .allMatch(
                                        each ->
                                                row.path(each.getKey())
                                                        .asString("")
                                                        .strip()
                                                        .equals(each.getValue().strip()))) {
                    return Optional.of(done(row));
                }
            }
            offset = AsanaApi.next(page, offset);
            if (offset.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private static Done done(JsonNode row) {
        return new Done(row.path("gid").asString(""), row.path("permalink_url").asString(""));
    }
}
