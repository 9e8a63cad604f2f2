package org.folkmoot.sources.gitlab;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads single issues, merge requests and comments, and whether they are still there.
record GitLabThings(GitLabApi api, GitLabAnswers answers) {

    /// @param id `42/issues/7`
    /// @return what it is; null when it is not there, or not for us
    @Nullable JsonNode thread(String id) {
        var reply = api.perhaps(api.get("/projects/" + id));
        if (reply.status() == 404) {
            answers.gone(id);
        }
        if (reply.status() != 200) {
            return null;
        }
        var where = id.split("/", -1);
        answers.thread(reply.json(), where[1], where[0]);
        return reply.json();
    }

    /// One comment of a thread.
    void note(String thread, String note) {
        var path = "/projects/%s/notes/%s".formatted(thread, note);
        var reply = api.perhaps(api.get(path));
        if (reply.status() == 404) {
            answers.gone(thread + "/notes/" + note);
        } else if (reply.status() == 200) {
            answers.note(reply.json(), thread);
        }
    }

    /// All comments of a thread, to their end.
    void notes(String thread) {
        for (var next = ""; ; ) {
            var reply =
                    api.perhaps(
                            api.get("/projects/%s/notes".formatted(thread))
                                    .query("sort", "asc")
                                    .query("order_by", "created_at")
                                    .query("per_page", GitLabApi.PAGE)
                                    .query("page", next));
            if (reply.status() != 200) {
                return;
            }
            reply.json().forEach(note -> answers.note(note, thread));
            next = GitLabApi.next(reply, next);
            if (next.isEmpty()) {
                return;
            }
        }
    }
}
