package org.folkmoot.care;

import java.util.List;
import java.util.stream.Collectors;
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

/// Writes tasks down for the threads of a list that were chosen, and takes them back.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/tasks")
class ThreadTasksPage {

    private static final int MOST = 100;

    private final ThreadTasks threads;
    private final Tasks tasks;
    private final Frames frames;

    ThreadTasksPage(ThreadTasks threads, Tasks tasks, Frames frames) {
        this.threads = threads;
        this.tasks = tasks;
        this.frames = frames;
    }

    /// @param what stands before the words of each: "Answer"
    /// @param owner an account, or empty for nobody
    /// @param authors whether each task is about whoever wrote it
    @PostMapping("/of-threads")
    View write(
            Visitor visitor,
            @RequestParam(required = false) @Nullable List<Long> thread,
            @RequestParam(defaultValue = "Look into") String what,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "false") boolean authors,
            @RequestParam(defaultValue = "") String back) {
        if (!visitor.may(Permission.SEE_ACTIVITY)) {
            throw new Refusal.NotAllowed(Permission.SEE_ACTIVITY.words());
        }
        if (thread == null || thread.isEmpty() || thread.size() > MOST) {
            throw new Refusal.Unusable("Choose up to 100 threads first.");
        }
        if (what.isBlank() || what.length() > 60) {
            throw new Refusal.Unusable("Say in up to 60 characters what is to be done.");
        }
        var chosen = thread.stream().distinct().toList();
        var wish =
                new ThreadTasks.Wish(
                        what.strip(), TaskForm.number(owner), Task.Due.of(day, ""), authors);
        var written = threads.write(chosen, wish);
        var rest = chosen.size() - written.size();
        frames.say(
                written.isEmpty()
                        ? Flash.good("Nothing was written down: each has a task to do already.")
                        : Flash.undoable(
                                written(written.size()) + already(rest),
                                undo(visitor, written, back)));
        return back(visitor, back);
    }

    @PostMapping("/removals")
    View takeBack(
            Visitor visitor,
            @RequestParam List<Long> task,
            @RequestParam(defaultValue = "") String back) {
        if (task.size() > MOST) {
            throw new Refusal.Unusable("Choose up to 100 tasks first.");
        }
        task.forEach(tasks::remove);
        frames.say(
                Flash.good(
                        task.size() == 1
                                ? "The task is taken back."
                                : task.size() + " tasks are taken back."));
        return back(visitor, back);
    }

    private static String written(int tasks) {
        return tasks == 1 ? "1 task is written down." : tasks + " tasks are written down.";
    }

    private static String already(int rest) {
        return rest == 0
                ? ""
                : rest == 1
                        ? " The other one has one to do already, or is gone."
                        : " The %d others have one to do already, or are gone.".formatted(rest);
    }

    private static String undo(Visitor visitor, List<Long> written, String back) {
        return "/c/%s/tasks/removals?%s&back=%s"
                .formatted(
                        visitor.community().slug(),
                        written.stream().map(id -> "task=" + id).collect(Collectors.joining("&")),
                        Reader.encoded(back));
    }

    private static View back(Visitor visitor, String wanted) {
        return new RedirectView(Reader.back(visitor, wanted, "/tasks"));
    }
}
