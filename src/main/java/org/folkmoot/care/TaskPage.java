package org.folkmoot.care;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One task: written down, looked at, changed.
@Controller
@Needs(Permission.EDIT_PEOPLE)
class TaskPage {

    private final Tasks tasks;
    private final TaskList list;
    private final Persons persons;
    private final Colleagues colleagues;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    TaskPage(
            Tasks tasks,
            TaskList list,
            Persons persons,
            Colleagues colleagues,
            Frames frames,
            Html html,
            Clock clock) {
        this.tasks = tasks;
        this.list = list;
        this.persons = persons;
        this.colleagues = colleagues;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param task null for a new one
    /// @param wrong what will not do, in a sentence; empty when nothing was sent yet
    record Paper(
            Reader reader,
            @Nullable Task task,
            TaskForm form,
            List<Who> about,
            List<Colleagues.Colleague> team,
            String wrong) {

        String action() {
            return reader.path(task == null ? "/tasks" : "/tasks/" + task.id());
        }
    }

    @GetMapping("/c/{slug}/tasks/new")
    View blank(Visitor visitor, @ModelAttribute TaskForm form) {
        return paper(visitor, null, form, "");
    }

    @GetMapping("/c/{slug}/tasks/{id:\\d+}")
    @Needs(Permission.SEE_PEOPLE)
    View one(Visitor visitor, @PathVariable long id) {
        var task = get(visitor, id);
        return paper(visitor, task, TaskForm.of(task), "");
    }

    private View paper(Visitor visitor, @Nullable Task task, TaskForm form, String wrong) {
        var about = form.about() == null ? List.<Long>of() : form.about();
        var lede = task == null ? "" : "Written down by %s.".formatted(task.by());
        return html.render(
                "care/task",
                new Paper(
                        Reader.of(
                                visitor,
                                frames.desk(task == null ? "New task" : "Task", lede),
                                clock),
                        task,
                        form,
                        persons.named(about, visitor.may(Permission.SEE_CONTACT_DATA)),
                        colleagues.all(),
                        wrong));
    }

    @PostMapping("/c/{slug}/tasks")
    View create(Visitor visitor, @ModelAttribute TaskForm form) {
        long id;
        try {
            id = tasks.create(form.wish());
        } catch (Refusal.Unusable e) {
            return paper(visitor, null, form, words(e));
        }
        frames.say(
                Flash.undoable(
                        "The task is written down.",
                        "/c/%s/tasks/%d/removal?back=%s"
                                .formatted(
                                        visitor.community().slug(),
                                        id,
                                        Reader.encoded(TaskForm.or(form.back())))));
        return back(visitor, form.back());
    }

    @PostMapping("/c/{slug}/tasks/{id:\\d+}")
    View change(Visitor visitor, @PathVariable long id, @ModelAttribute TaskForm form) {
        var before = get(visitor, id);
        try {
            tasks.change(id, form.wish());
        } catch (Refusal.Unusable e) {
            return paper(visitor, before, form, words(e));
        }
        frames.say(
                Flash.undoable(
                        "The task is changed.",
                        "/c/%s/tasks/%d?%s"
                                .formatted(
                                        visitor.community().slug(), id, TaskForm.address(before))));
        return back(visitor, form.back());
    }

    @PostMapping("/c/{slug}/tasks/{id:\\d+}/removal")
    View remove(
            Visitor visitor, @PathVariable long id, @RequestParam(defaultValue = "") String back) {
        tasks.remove(id);
        frames.say(Flash.good("The task is taken back."));
        return back(visitor, back);
    }

    private Task get(Visitor visitor, long id) {
        return list.find(id, visitor.may(Permission.SEE_CONTACT_DATA))
                .orElseThrow(() -> new Refusal.NotFound("This task"));
    }

    private static String words(Refusal refusal) {
        return refusal.getMessage() == null ? "" : refusal.getMessage();
    }

    private static View back(Visitor visitor, @Nullable String wanted) {
        return new RedirectView(Reader.back(visitor, TaskForm.or(wanted), "/tasks"));
    }
}
