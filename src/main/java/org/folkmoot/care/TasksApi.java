package org.folkmoot.care;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.care.TaskQuery.Whose;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Tasks, for programs.
@RestController
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping(
        path = "/api/v1/communities/{slug}/tasks",
        produces = MediaType.APPLICATION_JSON_VALUE)
class TasksApi {

    private static final int MOST = 500;

    private final Tasks tasks;
    private final TaskSteps steps;
    private final TaskList list;

    TasksApi(Tasks tasks, TaskSteps steps, TaskList list) {
        this.tasks = tasks;
        this.steps = steps;
        this.list = list;
    }

    /// @param state `open`, `done` or `dropped`
    /// @param owner an account; null: nobody's
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            long id,
            String text,
            String state,
            @Nullable String day,
            @Nullable String time,
            @Nullable Long owner,
            @Nullable String ownerName,
            @Nullable Long thread,
            List<Who> about,
            String by,
            Instant at,
            @Nullable Instant endedAt) {

        static Told of(Task task) {
            var due = task.due();
            var ended = task.ended();
            return new Told(
                    task.id(),
                    task.text(),
                    ended == null ? "open" : ended.done() ? "done" : "dropped",
                    due == null ? null : due.day().toString(),
                    due == null || due.time() == null ? null : due.time().toString(),
                    task.owner() == null ? null : task.owner().account(),
                    task.owner() == null ? null : task.owner().name(),
                    task.thread(),
                    task.about(),
                    task.by(),
                    task.at(),
                    ended == null ? null : ended.at());
        }
    }

    /// @param next cursor of the page that follows; null on the last
    record Page(List<Told> items, @Nullable String next) {}

    record Wish(
            @Nullable String text,
            @Nullable String day,
            @Nullable String time,
            @Nullable Long owner,
            @Nullable Long thread,
            @Nullable List<Long> about) {}

    @GetMapping
    @Needs(Permission.SEE_PEOPLE)
    Page list(
            Visitor visitor,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "0") long member,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable(
                    "limit=%d will not do: ask for 1 to %d.".formatted(limit, MOST));
        }
        if (!List.of("open", "ended").contains(state)) {
            throw new Refusal.Unusable("Ask for state=open or state=ended.");
        }
        var found =
                list.page(
                        new TaskQuery(
                                Whose.EVERYBODY,
                                state.equals("ended"),
                                null,
                                member,
                                null,
                                0,
                                after(cursor),
                                limit + 1),
                        visitor.may(Permission.SEE_CONTACT_DATA));
        var page = found.stream().limit(limit).map(Told::of).toList();
        return new Page(page, found.size() > limit ? Long.toString(page.getLast().id()) : null);
    }

    private static long after(String cursor) {
        try {
            return cursor.isEmpty() ? 0 : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new Refusal.Unusable("This cursor is damaged: begin without one.");
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Told create(Visitor visitor, @RequestBody Wish wish) {
        var id =
                tasks.create(
                        new Tasks.Wish(
                                or(wish.text()),
                                Task.Due.of(or(wish.day()), or(wish.time())),
                                wish.owner(),
                                wish.thread(),
                                wish.about() == null ? List.of() : wish.about()));
        return one(visitor, id);
    }

    @PutMapping("/{task}/done")
    Told done(Visitor visitor, @PathVariable long task) {
        var before = one(visitor, task);
        steps.end(List.of(before.id()), "done");
        return one(visitor, task);
    }

    @DeleteMapping("/{task}/done")
    Told reopen(Visitor visitor, @PathVariable long task) {
        var before = one(visitor, task);
        steps.reopen(List.of(before.id()));
        return one(visitor, task);
    }

    private Told one(Visitor visitor, long id) {
        return list.find(id, visitor.may(Permission.SEE_CONTACT_DATA))
                .map(Told::of)
                .orElseThrow(() -> new Refusal.NotFound("This task"));
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }
}
