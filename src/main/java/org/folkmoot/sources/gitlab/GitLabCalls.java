package org.folkmoot.sources.gitlab;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.folkmoot.connectors.Finds;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Signature;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// GitLab's calls: it sends the secret itself, and signs nothing. So nothing that a call says is
/// believed but what it is about, which is read again.
record GitLabCalls() implements Listening {

    @Override
    public String secret() {
        return "webhook-secret";
    }

    @Override
    public boolean arranges() {
        return true;
    }

    /// One webhook for each project.
    @Override
    public Optional<Instant> arrange(Line line, String address) {
        var api = new GitLabApi(line);
        for (var project : line.connection().list("projects")) {
            var path = "/projects/%s/hooks".formatted(Ask.part(project));
            var there = there(api, path, address);
            var body = new LinkedHashMap<String, Object>();
            body.put("url", address);
            body.put("token", line.connection().token(secret()));
            body.put("issues_events", true);
            body.put("merge_requests_events", true);
            body.put("note_events", true);
            body.put("push_events", false);
            body.put("enable_ssl_verification", true);
            GitLabActs.taken(
                    api,
                    there.isEmpty() ? "POST" : "PUT",
                    there.isEmpty() ? path : path + "/" + there,
                    body);
        }
        return Optional.of(Instant.MAX);
    }

    @Override
    public void unlisten(Line line, String address) {
        var api = new GitLabApi(line);
        for (var project : line.connection().list("projects")) {
            var path = "/projects/%s/hooks".formatted(Ask.part(project));
            var there = there(api, path, address);
            if (!there.isEmpty()) {
                line.ask(api.delete(path + "/" + there).allowing(404));
            }
        }
    }

    private static String there(GitLabApi api, String path, String address) {
        var hooks = api.perhaps(api.get(path).query("per_page", GitLabApi.PAGE));
        if (hooks.status() == 200) {
            for (var hook : hooks.json()) {
                if (hook.path("url").asString("").equals(address)) {
                    return hook.path("id").asString("");
                }
            }
        }
        return "";
    }

    @Override
    public Heard hear(Call call, Connection connection, Instant now) {
        if (!Signature.same(connection.token(secret()), call.header("X-Gitlab-Token"))) {
            return new Heard.Refuse("Its token is not that of GitLab.");
        }
        try {
            call.json();
        } catch (JacksonException e) {
            return new Heard.Refuse("It is not valid JSON.");
        }
        var body = Signature.sha256(connection.token(secret()), call.body()).hex();
        var told = call.header("Idempotency-Key");
        // calls that one brought about share its UUID
        return new Heard.Take(
                told.isEmpty() ? call.header("X-Gitlab-Event-UUID") + "/" + body : told);
    }

    @Override
    public void tell(Call call, Line line, Finds finds) {
        var api = new GitLabApi(line);
        var things = new GitLabThings(api, new GitLabAnswers(api.host(), finds));
        var body = call.json();
        var project = body.path("project").path("id").asString("");
        var what = body.path("object_attributes");
        if (!project.matches("\\d+")) {
            return;
        }
        switch (body.path("object_kind").asString("")) {
            case "issue", "work_item", "incident" -> thread(things, project, "issues", what);
            case "merge_request" -> thread(things, project, "merge_requests", what);
            case "note" -> note(things, project, body);
            default -> {
                return; // what else the webhook was made to tell
            }
        }
    }

    private static void thread(GitLabThings things, String project, String list, JsonNode what) {
        if (what.path("iid").asString("").matches("\\d+")) {
            things.thread(GitLabAnswers.id(project, list, what));
        }
    }

    private static void note(GitLabThings things, String project, JsonNode body) {
        var issue = body.path("issue");
        var merge = body.path("merge_request");
        var thing = issue.has("iid") ? issue : merge;
        var id = body.path("object_attributes").path("id").asString("");
        if (thing.path("iid").asString("").matches("\\d+")
                && id.matches("\\d+")
                && !issue.path("confidential").asBoolean(false)) {
            var list = issue.has("iid") ? "issues" : "merge_requests";
            things.note(GitLabAnswers.id(project, list, thing), id);
        }
    }
}
