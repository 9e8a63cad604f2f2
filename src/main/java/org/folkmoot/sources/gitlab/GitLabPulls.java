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
import org.jspecify.annotations.Nullable;

/// Reads projects a page at a time: people once a day, issues and merge requests by the time of
/// their last change, which a comment changes, too, and the comments of each. Deletions change
/// nothing: what stirred last is looked at again once a day.
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
            case MISSING -> missing(at);
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
        var recent = at.recent();
        var latest = time(at.latest());
        for (var thing : reply.json()) {
            answers.thread(thing, list, at.project());
            var open = !thing.path("confidential").asBoolean(false);
            var id = GitLabAnswers.id(at.project(), list, thing);
            if (open) {
                recent = recent.and(id);
            }
            if (open && thing.path("user_notes_count").asInt(1) > 0) {
                again.add(id);
            }
            var changed = time(thing.path("updated_at").asString(""));
            latest = changed.isAfter(latest) ? changed : latest;
        }
        var more = GitLabApi.next(reply, page);
        var told = latest.equals(Instant.EPOCH) ? "" : latest.toString();
        var on = more.isEmpty() ? "" : latest.isAfter(time(from)) ? told : from + " " + more;
        var next = at.listed(on, again, told, recent);
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
        var read = read(at);
        var next = at.commentsRead(read == null ? at.recent() : read);
        return next.again().isEmpty() ? afterNotes(next) : on(next, true);
    }

    /// The comments of the next thread; those that were there and are not are asked for one by one,
    /// as pages shift while they are read.
    ///
    /// @return null when they cannot be read
    private @Nullable Recent read(At at) {
        var thread = at.again().getFirst();
        var things = new GitLabThings(api, answers);
        var there = things.notes(thread);
        if (there == null) {
            return null;
        }
        at.recent().missing(thread, there).forEach(id -> things.note(thread, id));
        return at.recent().and(thread, there);
    }

    private Pull missing(At at) {
        var thread = at.again().getFirst();
        var read = read(at);
        var lost = read == null && new GitLabThings(api, answers).lost(thread);
        if (lost) {
            answers.gone(thread);
        }
        var next =
                at.commentsRead(
                        lost ? at.recent().without(thread) : read == null ? at.recent() : read);
        return next.again().isEmpty() ? done(next) : on(next, true);
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
