package org.folkmoot.sources.gitlab;

import java.util.ArrayList;
import java.util.List;
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

    /// Whether a thread is gone, and not only kept from us with all of its kind.
    boolean lost(String id) {
        var list = id.replaceFirst("/[^/]*$", "");
        return api.perhaps(api.get("/projects/" + id)).status() == 404
                && api.perhaps(api.get("/projects/" + list).query("per_page", "1")).status() == 200;
    }

    /// All comments of a thread, to their end.
    ///
    /// @return their numbers, the latest at the end; null when they cannot be read
    @Nullable List<String> notes(String thread) {
        var all = new ArrayList<String>();
        for (var next = ""; ; ) {
            var reply =
                    api.perhaps(
                            api.get("/projects/%s/notes".formatted(thread))
                                    .query("sort", "asc")
                                    .query("order_by", "created_at")
                                    .query("per_page", GitLabApi.PAGE)
                                    .query("page", next));
            if (reply.status() != 200) {
                return null;
            }
            for (var note : reply.json()) {
                answers.note(note, thread);
                all.add(note.path("id").asString(""));
            }
            next = GitLabApi.next(reply, next);
            if (next.isEmpty()) {
                return all;
            }
        }
    }
}
