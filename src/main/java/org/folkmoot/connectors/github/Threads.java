package org.folkmoot.connectors.github;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Mark;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Issues, pull requests, discussions, and all that is said under them. Their ids are made of what
/// each names by itself, so that a comment finds its issue in whatever file and order they come.
final class Threads {

    private static final Pattern NUMBER =
            Pattern.compile(".*/(?:issues|pulls?|discussions)/(\\d+)(?:[/#?].*)?");
    private static final Pattern ANSWER = Pattern.compile(".*#discussioncomment-(\\d+)$");

    private final Finds finds;
    private final Accounts accounts;
    private boolean changing;

    Threads(Finds finds, Accounts accounts) {
        this.finds = finds;
        this.accounts = accounts;
    }

    /// Whatever comes was changed: of labels and states, too, the last holds.
    void changing() {
        changing = true;
    }

    private @Nullable Instant changed(JsonNode row) {
        return changing ? Values.edited(row) : null;
    }

    void issue(Repo repo, JsonNode row, Shape shape) {
        var number = Values.must(row, "number");
        var kind = shape == Shape.ISSUE ? Kind.ISSUE : Kind.PULL_REQUEST;
        finds.add(
                said(repo, row, repo.numbered(number), kind, "created_at")
                        .titled(Values.text(row, "title"))
                        .edited(changed(row))
                        .fact("state", Values.text(row, "state"))
                        .fact("state_reason", Values.text(row, "state_reason"))
                        .fact("closed_at", Values.text(row, "closed_at"))
                        .fact("closed_by", Values.text(row.path("closed_by"), "login"))
                        .fact("merged_at", merged(row))
                        .fact("merged_by", Values.text(row.path("merged_by"), "login"))
                        .fact("draft", "true".equals(Values.text(row, "draft")) ? "true" : null)
                        .fact("locked", "true".equals(Values.text(row, "locked")) ? "true" : null)
                        .fact("labels", Values.names(row, "labels", "name"))
                        .fact("assignees", Values.names(row, "assignees", "login"))
                        .fact("milestone", Values.text(row.path("milestone"), "title")));
    }

    private static @Nullable String merged(JsonNode row) {
        var merged = Values.text(row, "merged_at");
        return merged == null ? Values.text(row.path("pull_request"), "merged_at") : merged;
    }

    /// Comments, reviews and remarks on lines.
    void under(Repo repo, JsonNode row, Shape shape) {
        var thread = repo.numbered(number(row));
        var id = Values.must(row, "id");
        var answered = Values.text(row, "in_reply_to_id");
        finds.add(
                switch (shape) {
                    case REVIEW ->
                            said(repo, row, thread + "/review/" + id, Kind.REVIEW, "submitted_at")
                                    .under(thread)
                                    .edited(changed(row))
                                    .fact("state", state(row))
                                    .fact("commit", Values.text(row, "commit_id"));
                    case REVIEW_COMMENT ->
                            said(repo, row, thread + "/line/" + id, Kind.COMMENT, "created_at")
                                    .under(
                                            answered == null || answered.equals(id)
                                                    ? thread
                                                    : thread + "/line/" + answered)
                                    .edited(Values.edited(row))
                                    .fact("path", Values.text(row, "path"))
                                    .fact("line", Values.text(row, "line"))
                                    .fact("review", Values.text(row, "pull_request_review_id"));
                    default ->
                            said(repo, row, thread + "/comment/" + id, Kind.REPLY, "created_at")
                                    .under(thread)
                                    .edited(Values.edited(row));
                });
    }

    /// Calls write it small.
    private static @Nullable String state(JsonNode review) {
        var state = Values.text(review, "state");
        return state == null ? null : state.toUpperCase(Locale.ROOT);
    }

    /// A comment on a commit, or on a line of it.
    void remark(Repo repo, JsonNode row) {
        var commit = Values.must(row, "commit_id");
        var id = "%s/commit/%s/comment/%s".formatted(repo.path(), commit, Values.must(row, "id"));
        finds.add(
                said(repo, row, id, Kind.COMMENT, "created_at")
                        .edited(Values.edited(row))
                        .fact("commit", commit)
                        .fact("path", Values.text(row, "path")));
    }

    void discussion(Repo repo, JsonNode row) {
        var thread = repo.discussion(Values.must(row, "number"));
        var category = row.path("category");
        var answerable = category.path("is_answerable").asBoolean(false);
        finds.add(
                said(repo, row, thread, answerable ? Kind.QUESTION : Kind.MESSAGE, "created_at")
                        .titled(Values.text(row, "title"))
                        .edited(changed(row))
                        .fact("category", Values.text(category, "name"))
                        .fact("state", Values.text(row, "state"))
                        .fact("locked", "true".equals(Values.text(row, "locked")) ? "true" : null)
                        .fact("labels", Values.names(row, "labels", "name")));
        var answer = ANSWER.matcher(row.path("answer_html_url").asString(""));
        if (answer.matches()) {
            var chosen = row.path("answer_chosen_by");
            var at = Values.time(row, "answer_chosen_at");
            var by =
                    Values.text(chosen, "login") == null
                            ? null
                            : accounts.profile(repo.source(), chosen, null, at);
            finds.add(
                    new Mark(
                            repo.source(),
                            thread + "/comment/" + answer.group(1),
                            Mark.What.ACCEPTED,
                            by,
                            at));
        }
    }

    void discussionComment(Repo repo, JsonNode row) {
        var thread = repo.discussion(number(row));
        var id = Values.must(row, "id");
        var parent = Values.text(row, "parent_id");
        finds.add(
                said(repo, row, thread + "/comment/" + id, Kind.REPLY, "created_at")
                        .under(
                                parent == null || parent.equals(id)
                                        ? thread
                                        : thread + "/comment/" + parent)
                        .edited(Values.edited(row)));
    }

    private Deed said(Repo repo, JsonNode row, String id, Kind kind, String time) {
        var at = Values.when(row, time);
        var who = accounts.author(repo.source(), row.path("user"), row, at);
        var body = Values.text(row, "body");
        var deed =
                Deed.of(repo.source(), id, kind, who, at)
                        .in(repo.path())
                        .saying(body)
                        .at(Values.text(row, "html_url"))
                        .mentioning(Values.mentions(body))
                        .fact("node_id", Values.text(row, "node_id"));
        for (var reaction : row.path("reactions").properties()) {
            if (reaction.getValue().isInt() && reaction.getValue().asInt() > 0) {
                deed = deed.fact("reactions " + reaction.getKey(), reaction.getValue().asString());
            }
        }
        return deed;
    }

    private static String number(JsonNode row) {
        for (var field : new String[] {"html_url", "issue_url", "pull_request_url"}) {
            var found = NUMBER.matcher(row.path(field).asString(""));
            if (found.matches()) {
                return found.group(1);
            }
        }
        throw new Pages.Unusable("This comment does not say what it is about.");
    }
}
