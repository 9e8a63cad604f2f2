package org.folkmoot.sources.gitlab;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Issues and comments in the name of whoever's token it is. GitLab has no key that would keep a
/// second one away, so whoever is unsure looks first.
record GitLabActs() implements Acting {

    private static final int MARGIN = 60;
    private static final Pattern PLACE = Pattern.compile("(\\d+)");
    private static final Pattern THREAD =
            Pattern.compile("(\\d+/(?:issues|merge_requests)/\\d+)(/notes/\\d+)?");

    @Override
    public Set<Act.What> does() {
        return Set.of(
                Act.What.POST,
                Act.What.REPLY,
                Act.What.EDIT,
                Act.What.DELETE,
                Act.What.LABEL,
                Act.What.LOCK);
    }

    @Override
    public boolean twice(Act act) {
        return !act.speaks();
    }

    private static Matcher target(Act act) {
        var where = (act.what() == Act.What.POST ? PLACE : THREAD).matcher(act.target());
        if (!where.matches()) {
            throw new IllegalArgumentException(
                    "This is no project, issue, merge request or comment of GitLab.");
        }
        return where;
    }

    @Override
    public Done act(Line line, Act act) {
        var api = new GitLabApi(line);
        var where = target(act);
        var thread = "/projects/" + where.group(1);
        return switch (act.what()) {
            case POST ->
                    opened(
                            taken(
                                    api,
                                    "POST",
                                    thread + "/issues",
                                    Map.of("title", act.title(), "description", act.text())));
            case REPLY ->
                    said(
                            where.group(1),
                            taken(api, "POST", thread + "/notes", Map.of("body", act.text())));
            case EDIT -> {
                var note = where.group(2) != null;
                var field = note ? "body" : "description";
                taken(api, "PUT", "/projects/" + act.target(), Map.of(field, act.text()));
                yield new Done(act.target(), "");
            }
            case DELETE -> {
                var ask = api.delete("/projects/" + act.target()).allowing(400, 403, 404);
                good(line.ask(ask), 404);
                yield new Done(act.target(), "");
            }
            case LABEL -> changed(api, act, thread, Map.of("add_labels", act.text()));
            case LOCK -> changed(api, act, thread, Map.of("discussion_locked", true));
            default -> throw new IllegalArgumentException("GitLab cannot do this.");
        };
    }

    private static Done changed(GitLabApi api, Act act, String thread, Map<String, Object> body) {
        taken(api, "PUT", thread, body);
        return new Done(act.target(), "");
    }

    /// What was sent, once GitLab took it.
    static JsonNode taken(GitLabApi api, String method, String path, Map<String, ?> body) {
        Ask ask = api.send(method, path, body).allowing(400, 403, 404, 409, 422);
        return good(api.line().ask(ask), 0).json();
    }

    /// GitLab gives a reason as a word, or as several by field.
    private static Reply good(Reply reply, int fine) {
        if (reply.status() >= 400 && reply.status() != fine) {
            var said = reply.json().path("message");
            said = said.isMissingNode() ? reply.json().path("error") : said;
            var words =
                    said.isMissingNode() ? "it gives no reason" : said.asString(said.toString());
            throw new IllegalArgumentException("GitLab did not take it: %s.".formatted(words));
        }
        return reply;
    }

    /// Among what is there since it was first tried.
    @Override
    public Optional<Done> find(Line line, Act act) {
        var api = new GitLabApi(line);
        var where = target(act);
        var since = act.at().minusSeconds(MARGIN);
        return switch (act.what()) {
            case POST -> {
                var issues =
                        api.get("/projects/%s/issues".formatted(where.group(1)))
                                .query("scope", "all")
                                .query("created_after", since.toString());
                yield find(api, issues, since, "description", act.text()).map(GitLabActs::opened);
            }
            case REPLY -> {
                var notes =
                        api.get("/projects/%s/notes".formatted(where.group(1)))
                                .query("sort", "desc")
                                .query("order_by", "created_at");
                yield find(api, notes, since, "body", act.text())
                        .map(note -> said(where.group(1), note));
            }
            default -> Optional.empty(); // what is done again changes nothing more
        };
    }

    private static Optional<JsonNode> find(
            GitLabApi api, Ask ask, Instant since, String field, String text) {
        var me = api.line().ask(api.get("/user")).json().path("id");
        for (var next = ""; ; ) {
            var page = api.line().ask(ask.query("per_page", GitLabApi.PAGE).query("page", next));
            for (var row : page.json()) {
                var at = JsonTimes.at(row, "created_at");
                if (at != null
                        && !at.isBefore(since)
                        && row.path("author").path("id").equals(me)
                        && row.path(field).asString("").strip().equals(text.strip())) {
                    return Optional.of(row);
                }
            }
            next = GitLabApi.next(page, next);
            if (next.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private static Done opened(JsonNode issue) {
        var project = issue.path("project_id").asString("");
        return new Done(
                GitLabAnswers.id(project, "issues", issue), issue.path("web_url").asString(""));
    }

    private static Done said(String thread, JsonNode note) {
        return new Done("%s/notes/%s".formatted(thread, note.path("id").asString("")), "");
    }
}
