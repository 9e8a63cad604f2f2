package org.folkmoot.sources.asana;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.asana.At.Stage;

/// Reads projects a page at a time: people once a day, and of a project that is new all tasks and
/// their comments. Later what its events tell of, from a place that was kept before the first task
/// was read, so that nothing falls between.
final class AsanaPulls {

    private static final Duration PEOPLE_AGAIN = Duration.ofDays(1);
    private static final int TOO_OLD = 412;

    private final Line line;
    private final AsanaApi api;
    private final Found.Basket basket = new Found.Basket();
    private final AsanaAnswers answers = new AsanaAnswers(basket);

    AsanaPulls(Line line) {
        this.line = line;
        this.api = new AsanaApi(line);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        return switch (at.stage()) {
            case PROJECTS -> projects(at);
            case PEOPLE -> people(at);
            case EVENTS -> events(at);
            case AGAIN -> again(at);
            case TASKS -> tasks(at);
            case STORIES -> stories(at);
        };
    }

    private Pull projects(At at) {
        var projects = new AsanaProjects(api);
        var chosen = projects.all();
        chosen.forEach(answers::project);
        for (var gid : projects.missing(chosen)) {
            basket.add(
                    new Found.Refused(
                            "projects",
                            0,
                            "Asana knows no such project, or the token may not see it.",
                            gid));
        }
        var next = at.projects(chosen.stream().map(p -> p.path("gid").asString("")).toList());
        if (next.projects().isEmpty()) {
            return caught(next, false);
        }
        var due = at.people() == null || !at.people().plus(PEOPLE_AGAIN).isAfter(line.now());
        var workspaces =
                chosen.stream()
                        .map(project -> project.path("workspace").path("gid").asString(""))
                        .filter(gid -> due && !gid.isEmpty())
                        .distinct()
                        .toList();
        return workspaces.isEmpty()
                ? caught(next.stage(Stage.EVENTS), true)
                : caught(next.workspaces(workspaces).stage(Stage.PEOPLE), true);
    }

    private Pull people(At at) {
        var reply =
                api.perhaps(
                        paged(
                                api.get("/users", AsanaApi.USER)
                                        .query("workspace", at.workspaces().getFirst()),
                                at));
        if (AsanaApi.forgotten(reply, at.offset())) {
            return caught(at.offset(""), true);
        }
        var next = "";
        if (reply.status() == 200) {
            reply.json().path("data").forEach(answers::user);
            next = AsanaApi.next(reply.json(), at.offset());
        }
        if (!next.isEmpty()) {
            return caught(at.offset(next), true);
        }
        var left = at.workspaces().subList(1, at.workspaces().size());
        var on = at.offset("").workspaces(left);
        return left.isEmpty()
                ? caught(on.people(line.now()).stage(Stage.EVENTS), true)
                : caught(on, true);
    }

    /// Asana gives a new place to go on from, with a 412, when there is none or it is too old: then
    /// all is read (again).
    private Pull events(At at) {
        var reply =
                line.ask(
                        api.get("/events?resource=" + at.project())
                                .query("sync", at.sync())
                                .allowing(403, 404, TOO_OLD));
        var sync =
                reply.status() < 400 || reply.status() == TOO_OLD
                        ? reply.json().path("sync").asString("")
                        : "";
        if (sync.isEmpty()) {
            return done(at);
        }
        if (reply.status() == TOO_OLD) {
            return caught(at.sync(sync).stage(Stage.TASKS), true);
        }
        var events = Event.of(reply.json().path("data")).stream().map(Event::written).toList();
        var more = reply.json().path("has_more").asBoolean(false) && !sync.equals(at.sync());
        var next = at.sync(sync).offset(more ? "more" : "").again(events);
        return events.isEmpty() && !more ? done(next) : caught(next.stage(Stage.AGAIN), true);
    }

    /// One thing of which an event told; there is none where only a further page of events is left.
    private Pull again(At at) {
        var next = at;
        if (!at.again().isEmpty()) {
            new AsanaThings(api, answers).read(Event.read(at.again().getFirst()));
            next = at.again(at.again().subList(1, at.again().size()));
        }
        if (!next.again().isEmpty()) {
            return caught(next, true);
        }
        return at.offset().isEmpty()
                ? done(next)
                : caught(next.offset("").stage(Stage.EVENTS), true);
    }

    private Pull tasks(At at) {
        var since = line.connection().since();
        var reply =
                api.perhaps(
                        paged(
                                api.get("/tasks", AsanaApi.TASK)
                                        .query("project", at.project())
                                        .query(
                                                "modified_since",
                                                since.equals(Instant.EPOCH)
                                                        ? ""
                                                        : since.toString()),
                                at));
        if (AsanaApi.forgotten(reply, at.offset())) {
            return caught(at.offset(""), true);
        }
        if (reply.status() != 200) {
            return done(at);
        }
        var tasks = new ArrayList<String>();
        for (var task : reply.json().path("data")) {
            answers.task(task);
            tasks.add(task.path("gid").asString(""));
        }
        tasks.removeIf(gid -> !gid.matches("\\d+"));
        var next = at.again(tasks).offset(AsanaApi.next(reply.json(), at.offset()));
        return tasks.isEmpty() ? afterTasks(next) : caught(next.stage(Stage.STORIES), true);
    }

    /// The comments of one task, to their end.
    private Pull stories(At at) {
        var task = at.again().getFirst();
        for (var offset = ""; ; ) {
            var reply =
                    api.perhaps(
                            api.get("/tasks/%s/stories".formatted(task), AsanaApi.STORY)
                                    .query("limit", AsanaApi.PAGE)
                                    .query("offset", offset));
            if (reply.status() == 200) {
                reply.json().path("data").forEach(story -> answers.story(story, task, null));
                offset = AsanaApi.next(reply.json(), offset);
            }
            if (offset.isEmpty() || reply.status() != 200) {
                break;
            }
        }
        var next = at.again(at.again().subList(1, at.again().size()));
        return next.again().isEmpty() ? afterTasks(next) : caught(next, true);
    }

    private Pull afterTasks(At at) {
        return at.offset().isEmpty() ? done(at) : caught(at.stage(Stage.TASKS), true);
    }

    private static Ask paged(Ask ask, At at) {
        var page = ask.query("limit", AsanaApi.PAGE).query("offset", at.offset());
        return at.offset().isEmpty() ? page : page.allowing(400);
    }

    private Pull done(At at) {
        var next = at.projectDone();
        return caught(next, !next.projects().isEmpty());
    }

    private Pull caught(At next, boolean more) {
        return new Pull.Caught(
                basket.all(),
                Cursors.write(next),
                more,
                next.projects().isEmpty() ? "projects" : "project " + next.project());
    }
}
