package org.folkmoot.sources.gitlab;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.JsonTimes;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.gitlab.At.Stage;

/// Reads projects a page at a time: people once a day, issues and merge requests by the time of
/// their last change, which a comment changes, too, and the comments of each.
final class GitLabPulls {

    private static final Duration PEOPLE_AGAIN = Duration.ofDays(1);

    private final Line line;
    private final GitLabApi api;
    private final Found.Basket basket = new Found.Basket();
    private final GitLabAnswers answers;

    GitLabPulls(Line line) {
        this.line = line;
        this.api = new GitLabApi(line);
        this.answers = new GitLabAnswers(api.host(), basket);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        return switch (at.stage()) {
            case PROJECTS -> projects(at);
            case MEMBERS -> members(at);
            case ISSUES, MERGE_REQUESTS -> at.again().isEmpty() ? list(at) : notes(at);
        };
    }

    private Pull projects(At at) {
        var ids = new ArrayList<String>();
        for (var name : line.connection().list("projects")) {
            var reply = api.perhaps(api.get("/projects/" + Ask.part(name)));
            if (reply.status() == 200) {
                answers.project(reply.json());
                ids.add(reply.json().path("id").asString(""));
            } else {
                basket.add(
                        new Found.Refused(
                                "projects",
                                0,
                                "GitLab knows no such project, or the token may not see it.",
                                name));
            }
        }
        ids.remove("");
        var due = at.people() == null || !at.people().plus(PEOPLE_AGAIN).isAfter(line.now());
        return ids.isEmpty()
                ? new Pull.Unreachable(
                        "GitLab knows none of these projects, or the token may not see them. Check the settings.",
                        false)
                : on(at.projects(ids, due ? line.now() : null), true);
    }

    private Pull members(At at) {
        if (at.read() == null) {
            return list(at.listDone());
        }
        var reply =
                api.perhaps(
                        api.get("/projects/%s/members/all".formatted(at.project()))
                                .query("per_page", GitLabApi.PAGE)
                                .query("page", at.next()));
        var next = "";
        if (reply.status() == 200) {
            reply.json().forEach(answers::user);
            next = GitLabApi.next(reply, at.next());
        }
        return on(next.isEmpty() ? at.listDone() : at.next(next), true);
    }

    /// By the time of the last change, each page from the last time of the page before: whoever
    /// counts pages misses what moves while they are read. Only where nothing but one moment is on
    /// a page are pages counted.
    private Pull list(At at) {
        var list = at.stage().path();
        var where = at.next().split(" ", -1);
        var from = where[0].isEmpty() ? since(at) : where[0];
        var page = where.length > 1 ? where[1] : "";
        var reply =
                api.perhaps(
                        api.get("/projects/%s/%s".formatted(at.project(), list))
                                .query("scope", "all")
                                .query("state", "all")
                                .query("order_by", "updated_at")
                                .query("sort", "asc")
                                .query("updated_after", from)
                                .query("per_page", GitLabApi.PAGE)
                                .query("page", page));
        if (reply.status() != 200) {
            return done(at); // issues or merge requests may be switched off
        }
        var again = new ArrayList<String>();
        var latest = time(at.latest());
        for (var thing : reply.json()) {
            answers.thread(thing, list, at.project());
            var open = !thing.path("confidential").asBoolean(false);
            if (open && thing.path("user_notes_count").asInt(1) > 0) {
                again.add(GitLabAnswers.id(at.project(), list, thing));
            }
            var changed = time(thing.path("updated_at").asString(""));
            latest = changed.isAfter(latest) ? changed : latest;
        }
        var more = GitLabApi.next(reply, page);
        var told = latest.equals(Instant.EPOCH) ? "" : latest.toString();
        var on = more.isEmpty() ? "" : latest.isAfter(time(from)) ? told : from + " " + more;
        var next = at.listed(on, again, told);
        return again.isEmpty() ? afterNotes(next) : on(next, true);
    }

    /// Servers write times in the zone of their own.
    private static Instant time(String text) {
        var at = JsonTimes.of(text);
        return at == null ? Instant.EPOCH : at;
    }

    /// What changed in the very moment of the mark is asked for once more.
    private String since(At at) {
        if (!at.mark().isEmpty()) {
            return OffsetDateTime.parse(at.mark()).toInstant().minusSeconds(1).toString();
        }
        var since = line.connection().since();
        return since.equals(Instant.EPOCH) ? "" : since.toString();
    }

    private Pull notes(At at) {
        var thread = at.again().getFirst();
        new GitLabThings(api, answers).notes(thread);
        var next = at.commentsRead();
        return next.again().isEmpty() ? afterNotes(next) : on(next, true);
    }

    private Pull afterNotes(At at) {
        return at.next().isEmpty() ? done(at) : on(at, true);
    }

    private Pull done(At at) {
        var next = at.listDone();
        return on(next, next.stage() != Stage.PROJECTS);
    }

    private Pull on(At next, boolean more) {
        return new Pull.Caught(
                basket.all(),
                Cursors.write(next),
                more,
                next.projects().isEmpty() ? "projects" : "project " + next.project());
    }
}
