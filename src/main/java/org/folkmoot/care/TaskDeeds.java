package org.folkmoot.care;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What is done to one task or many at once, and taken back.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/tasks")
class TaskDeeds {

    private static final int MOST = 500;

    private final TaskSteps tasks;
    private final TaskList list;
    private final Frames frames;
    private final Clock clock;

    TaskDeeds(TaskSteps tasks, TaskList list, Frames frames, Clock clock) {
        this.tasks = tasks;
        this.list = list;
        this.frames = frames;
        this.clock = clock;
    }

    /// @param only the one whose own button it was; else those that are chosen
    @PostMapping("/done")
    View done(
            Visitor visitor,
            @RequestParam(required = false) @Nullable List<Long> task,
            @RequestParam(required = false) @Nullable Long only,
            @RequestParam(defaultValue = "") String back) {
        return end(visitor, chosen(task, only), "done", back);
    }

    @PostMapping("/dropped")
    View dropped(
            Visitor visitor,
            @RequestParam(required = false) @Nullable List<Long> task,
            @RequestParam(defaultValue = "") String back) {
        return end(visitor, chosen(task, null), "dropped", back);
    }

    private View end(Visitor visitor, List<Long> ids, String how, String back) {
        var ended = tasks.end(ids, how);
        say(
                visitor,
                ended,
                ended.size() == 1 ? "1 task is %s." : ended.size() + " tasks are %s.",
                how,
                "/opening?" + each("task", ended),
                back);
        return back(visitor, back);
    }

    @PostMapping("/opening")
    View reopen(
            Visitor visitor,
            @RequestParam(required = false) @Nullable List<Long> task,
            @RequestParam(required = false) @Nullable Long only,
            @RequestParam(defaultValue = "") String back) {
        var open = tasks.reopen(chosen(task, only));
        frames.say(
                Flash.good(
                        open.size() == 1
                                ? "The task is to do again."
                                : open.size() + " tasks are to do again."));
        return back(visitor, back);
    }

    /// @param owner an account, `me`, or empty for nobody
    @PostMapping("/owner")
    View give(
            Visitor visitor,
            @RequestParam(required = false) @Nullable List<Long> task,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String back) {
        var ids = chosen(task, null);
        var before = list.some(ids);
        var to = owner.equals("me") ? visitor.account() : TaskForm.number(owner);
        var given = tasks.give(ids, to);
        var was = new ArrayList<String>();
        before.stream()
                .filter(t -> given.contains(t.id()))
                .forEach(t -> was.add(t.id() + ":" + (t.ownerLeft() ? "" : id(t.owner()))));
        say(
                visitor,
                given,
                given.size() == 1 ? "1 task is %s." : given.size() + " tasks are %s.",
                to == null ? "nobody's now" : "given to " + tasks.colleague(to).name(),
                "/undoing?what=owner&" + each("was", was),
                back);
        return back(visitor, back);
    }

    /// @param day to which they are put off, or how many days from today
    @PostMapping("/due")
    View due(
            Visitor visitor,
            @RequestParam(required = false) @Nullable List<Long> task,
            @RequestParam String day,
            @RequestParam(defaultValue = "") String back) {
        var ids = chosen(task, null);
        var before = list.some(ids);
        var to = day(visitor, day);
        var moved = tasks.due(ids, to);
        var was = new ArrayList<String>();
        before.stream()
                .filter(t -> moved.contains(t.id()))
                .forEach(t -> was.add(t.id() + ":" + (t.due() == null ? "" : t.due().day())));
        say(
                visitor,
                moved,
                moved.size() == 1 ? "1 task is due %s." : moved.size() + " tasks are due %s.",
                new Task.Due(to, null)
                        .words(clock.instant(), visitor.community().zone(), visitor.locale()),
                "/undoing?what=due&" + each("was", was),
                back);
        return back(visitor, back);
    }

    private LocalDate day(Visitor visitor, String day) {
        var today = LocalDate.ofInstant(clock.instant(), visitor.community().zone());
        if (day.matches("\\d{1,3}")) {
            return today.plusDays(Integer.parseInt(day));
        }
        var due = Task.Due.of(day, "");
        if (due == null) {
            throw new Refusal.Unusable("Choose the day to which they are put off.");
        }
        return due.day();
    }

    /// @param was what each had before: `12:2026-03-31`, `12:7`, `12:` for nothing
    @PostMapping("/undoing")
    View undo(
            Visitor visitor,
            @RequestParam String what,
            @RequestParam List<String> was,
            @RequestParam(defaultValue = "") String back) {
        try {
            for (var one : was) {
                var parts = one.split(":", 2);
                var id = List.of(Long.valueOf(parts[0]));
                if (what.equals("owner")) {
                    tasks.give(id, TaskForm.number(parts[1]));
                } else {
                    tasks.due(id, parts[1].isEmpty() ? null : LocalDate.parse(parts[1]));
                }
            }
        } catch (NumberFormatException
                | ArrayIndexOutOfBoundsException
                | DateTimeParseException e) {
            throw new Refusal.Unusable("This link to take something back is damaged.");
        }
        frames.say(Flash.good("Taken back."));
        return back(visitor, back);
    }

    private static List<Long> chosen(@Nullable List<Long> task, @Nullable Long only) {
        var ids = only != null ? List.of(only) : task == null ? List.<Long>of() : task;
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new Refusal.Unusable("Choose up to 500 tasks first.");
        }
        return ids;
    }

    private void say(
            Visitor visitor, List<Long> done, String many, String what, String undo, String back) {
        frames.say(
                done.isEmpty()
                        ? Flash.good("Nothing was changed: somebody was quicker.")
                        : Flash.undoable(
                                many.formatted(what),
                                "/c/%s/tasks%s&back=%s"
                                        .formatted(
                                                visitor.community().slug(),
                                                undo,
                                                Reader.encoded(back))));
    }

    private static String id(Task.@Nullable Owner owner) {
        return owner == null ? "" : Long.toString(owner.account());
    }

    private static String each(String name, List<?> values) {
        return String.join(
                "&", values.stream().map(v -> name + "=" + Reader.encoded(v.toString())).toList());
    }

    private static View back(Visitor visitor, String wanted) {
        return new RedirectView(Reader.back(visitor, wanted, "/tasks"));
    }
}
