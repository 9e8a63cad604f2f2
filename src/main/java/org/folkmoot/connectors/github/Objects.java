package org.folkmoot.connectors.github;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Translates GitHub's objects into findings, whatever file they lie in.
final class Objects {

    private final Finds finds;
    private final @Nullable Repo only;
    private final Accounts accounts;
    private final Threads threads;
    private final Set<String> known = new HashSet<>();

    /// @param only the repository of objects that name none, null if several may be meant
    Objects(Finds finds, @Nullable Repo only) {
        this.finds = finds;
        this.only = only;
        this.accounts = new Accounts(finds);
        this.threads = new Threads(finds, accounts);
    }

    void begin() {
        origin(Pages.SOURCE, "GitHub");
    }

    void changing() {
        threads.changing();
    }

    void member(JsonNode row) {
        accounts.profile(host(row), row, "MEMBER", null);
    }

    void unstarred(JsonNode user, @Nullable Instant at) {
        var login = Values.text(user, "login");
        if (only != null && login != null) {
            var id = only.path() + "/star/" + login.toLowerCase(Locale.ROOT);
            finds.add(new Found.Mark(only.source(), id, Found.Mark.What.DELETED, null, at));
        }
    }

    void row(JsonNode row) {
        var shape = Shape.of(row);
        switch (shape) {
            case FEED_EVENT -> feed(row);
            case ISSUE, PULL_REQUEST -> threads.issue(at(row), row, shape);
            case ISSUE_COMMENT, REVIEW, REVIEW_COMMENT -> threads.under(at(row), row, shape);
            case DRAFT -> {
                return; // a review that only its author sees by now
            }
            case COMMIT_COMMENT -> threads.remark(at(row), row);
            case DISCUSSION -> threads.discussion(at(row), row);
            case DISCUSSION_COMMENT -> threads.discussionComment(at(row), row);
            case RELEASE -> release(at(row), row);
            case STAR -> star(row);
            case COMMIT -> new Commit(finds, known).read(at(row), row);
            case EVENT -> event(row);
            case REACTION -> reaction(row);
            case REPOSITORY -> repository(row);
            case ACCOUNT -> accounts.profile(host(row), row, null, null);
            case SEARCH, UNKNOWN ->
                    throw new Pages.Unusable("This is none of the objects that we know of GitHub.");
        }
    }

    private static String host(JsonNode account) {
        var url = Values.text(account, "html_url");
        var host = (url == null ? "https://github.com/" : url).replaceFirst("^https?://", "");
        return new Repo(host.replaceFirst("/.*", ""), "", "").source();
    }

    /// The object's repository, told to the finds when new.
    private Repo at(JsonNode row) {
        var repo = Repo.of(row);
        if (repo == null) {
            throw new Pages.Unusable("This object does not say which repository it belongs to.");
        }
        place(repo, null);
        return repo;
    }

    private void place(Repo repo, @Nullable String topic) {
        origin(repo.source(), "GitHub");
        if (known.add(repo.source() + " " + repo.path()) || topic != null) {
            finds.add(
                    Found.Place.of(repo.source(), repo.path(), repo.path(), Style.FORUM)
                            .about(topic, repo.url()));
        }
    }

    private void origin(String source, String label) {
        if (known.add(source)) {
            finds.add(new Found.Origin(source, label, Markup.MARKDOWN));
        }
    }

    private void release(Repo repo, JsonNode row) {
        var draft = Values.time(row, "published_at") == null;
        var at = Values.when(row, draft ? "created_at" : "published_at");
        var who = accounts.author(repo.source(), row.path("author"), row, at);
        var id = repo.path() + "/release/" + Values.must(row, "id");
        var body = Values.text(row, "body");
        var name = Values.text(row, "name");
        finds.add(
                Deed.of(repo.source(), id, draft ? Kind.SYSTEM_NOTE : Kind.RELEASE, who, at)
                        .in(repo.path())
                        .titled(name == null ? Values.text(row, "tag_name") : name)
                        .saying(body)
                        .at(Values.text(row, "html_url"))
                        .mentioning(Values.mentions(body))
                        .fact("tag", Values.text(row, "tag_name"))
                        .fact("draft", draft ? "true" : null)
                        .fact("prerelease", Values.text(row, "prerelease"))
                        .fact("assets", Values.names(row, "assets", "name"))
                        .fact("node_id", Values.text(row, "node_id")));
    }

    /// A star says who and when, but not whose it is.
    private void star(JsonNode row) {
        var at = Values.when(row, "starred_at");
        if (Values.text(row.path("user"), "login") == null && row.has("repo")) {
            throw new Pages.Unusable("This star says what was starred, but not by whom.");
        }
        follow(only, row.path("user"), row, at, "star");
    }

    private void follow(@Nullable Repo repo, JsonNode user, JsonNode row, Instant at, String what) {
        var source = repo == null ? Pages.SOURCE : repo.source();
        if (repo != null) {
            place(repo, null);
        }
        var who = accounts.author(source, user, row, at);
        var id = (repo == null ? "" : repo.path() + "/") + what + "/" + who;
        finds.add(
                Deed.of(source, id, Kind.FOLLOW, who, at)
                        .in(repo == null ? null : repo.path())
                        .saying(what));
    }

    /// A fork follows what it was made from, if it says so; any other repository is a place.
    private void repository(JsonNode row) {
        var repo = at(row);
        if (!row.path("fork").asBoolean(false)) {
            place(repo, Values.text(row, "description"));
            return;
        }
        var parent = row.has("parent") ? Repo.of(row.path("parent")) : only;
        var at = Values.when(row, "created_at");
        var who = accounts.author(repo.source(), row.path("owner"), row, at);
        finds.add(
                Deed.of(repo.source(), "fork/" + repo.path(), Kind.FOLLOW, who, at)
                        .in(parent == null ? null : parent.path())
                        .saying("fork")
                        .at(repo.url())
                        .fact("fork", repo.path()));
    }

    /// Closed, labelled, assigned and so on: what the platform notes of an issue.
    private void event(JsonNode row) {
        var repo = Repo.of(row);
        var at = Values.when(row, "created_at");
        var what = Values.must(row, "event");
        var source = repo == null ? Pages.SOURCE : repo.source();
        var who =
                row.path("actor").isNull()
                        ? null
                        : accounts.author(source, row.path("actor"), row, at);
        var number = Values.text(row.path("issue"), "number");
        var id = Values.text(row, "id");
        finds.add(
                Deed.of(
                                source,
                                "event/" + (id == null ? what + "/" + who + "/" + at : id),
                                Kind.SYSTEM_NOTE,
                                who,
                                at)
                        .in(repo == null ? null : repo.path())
                        .under(repo == null || number == null ? null : repo.numbered(number))
                        .saying(what)
                        .fact("label", Values.text(row.path("label"), "name"))
                        .fact("assignee", Values.text(row.path("assignee"), "login"))
                        .fact("commit", Values.text(row, "commit_id"))
                        .fact("state_reason", Values.text(row, "state_reason")));
    }

    /// A list of reactions does not say what they are to.
    private void reaction(JsonNode row) {
        var at = Values.when(row, "created_at");
        var who = accounts.author(Pages.SOURCE, row.path("user"), row, at);
        finds.add(
                Deed.of(Pages.SOURCE, "reaction/" + Values.must(row, "id"), Kind.REACTION, who, at)
                        .saying(Values.must(row, "content")));
    }

    /// The events feed wraps the objects themselves.
    private void feed(JsonNode row) {
        var type = Values.must(row, "type");
        var name = row.path("repo").path("name").asString("").split("/");
        var repo = name.length == 2 ? new Repo("github.com", name[0], name[1]) : null;
        var payload = row.path("payload");
        if (type.equals("WatchEvent")) {
            follow(repo, row.path("actor"), row, Values.when(row, "created_at"), "star");
            return;
        }
        for (var inner :
                java.util.List.of(
                        "comment",
                        "review",
                        "release",
                        "forkee",
                        "issue",
                        "pull_request",
                        "discussion")) {
            if (Shape.of(payload.path(inner)) != Shape.UNKNOWN) {
                row(payload.path(inner));
                return;
            }
        }
        var at = Values.when(row, "created_at");
        var who = accounts.author(Pages.SOURCE, row.path("actor"), row, at);
        finds.add(
                Deed.of(Pages.SOURCE, "event/" + Values.must(row, "id"), Kind.SYSTEM_NOTE, who, at)
                        .in(repo == null ? null : repo.path())
                        .saying(type.replaceFirst("Event$", "").toLowerCase(Locale.ROOT)));
    }
}
