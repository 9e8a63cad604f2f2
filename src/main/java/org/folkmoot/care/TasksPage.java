package org.folkmoot.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.care.TaskQuery.Whose;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What the team means to do, what is late first; and the same as pictures on Today and profiles.
@Controller
@Needs(Permission.SEE_PEOPLE)
class TasksPage {

    private static final int SHORT = 8;

    private final TaskList tasks;
    private final Colleagues colleagues;
    private final Feeds feeds;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    TasksPage(
            TaskList tasks,
            Colleagues colleagues,
            Feeds feeds,
            Frames frames,
            Html html,
            Clock clock) {
        this.tasks = tasks;
        this.colleagues = colleagues;
        this.feeds = feeds;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param feed the address for calendars; null without one
    /// @param back this page, to return to
    record Board(
            Reader reader,
            Whose whose,
            boolean ended,
            List<Tab> tabs,
            List<Tab> states,
            List<Task> tasks,
            List<Colleagues.Colleague> team,
            Pager pager,
            @Nullable String feed,
            String back) {}

    /// Tasks as a picture on another page.
    ///
    /// @param about the member a new one would be about; 0 for nobody
    record Shelf(
            Reader reader,
            List<Task> tasks,
            boolean more,
            List<Colleagues.Colleague> team,
            long about,
            String back) {}

    @GetMapping("/c/{slug}/tasks")
    View list(
            Visitor visitor,
            @RequestParam(defaultValue = "") String whose,
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "0") int from) {
        var mine = visitor.account() != null;
        var sort = whose.isEmpty() ? mine ? Whose.MINE : Whose.EVERYBODY : Whose.of(whose);
        var ended = state.equals("done");
        var start = Math.clamp(from, 0, 100_000);
        var found =
                tasks.page(
                        TaskQuery.list(sort, ended, visitor.account(), start),
                        visitor.may(Permission.SEE_CONTACT_DATA));
        var shown = found.stream().limit(TaskQuery.PAGE).toList();
        var left = tasks.count(TaskQuery.list(Whose.LEFT, false, null, 0));
        var home = "/c/" + visitor.community().slug() + "/tasks";
        var address = "%s?whose=%s&state=%s".formatted(home, sort.key(), ended ? "done" : "open");
        var reader =
                Reader.of(visitor, frames.desk("Tasks", lede(shown, found.size(), ended)), clock);
        return html.render(
                "care/tasks",
                new Board(
                        reader,
                        sort,
                        ended,
                        tabs(home, sort, ended, left),
                        List.of(
                                new Tab("To do", home + "?whose=" + sort.key(), "", !ended),
                                new Tab(
                                        "Done and dropped",
                                        home + "?state=done&whose=" + sort.key(),
                                        "",
                                        ended)),
                        shown,
                        colleagues.all(),
                        new Pager(
                                shown.size() == 1 ? "1 task" : shown.size() + " tasks",
                                start == 0
                                        ? null
                                        : address + "&from=" + Math.max(0, start - TaskQuery.PAGE),
                                found.size() > TaskQuery.PAGE
                                        ? address + "&from=" + (start + TaskQuery.PAGE)
                                        : null),
                        visitor.account() == null ? null : feeds.address(visitor),
                        address));
    }

    private static List<Tab> tabs(String home, Whose chosen, boolean ended, long left) {
        var tabs = new ArrayList<Tab>();
        for (var sort : Arrays.asList(Whose.values())) {
            if (sort != Whose.LEFT || left > 0 || chosen == Whose.LEFT) {
                tabs.add(
                        new Tab(
                                sort.label(),
                                "%s?whose=%s%s"
                                        .formatted(home, sort.key(), ended ? "&state=done" : ""),
                                sort == Whose.LEFT && left > 0 ? Long.toString(left) : "",
                                sort == chosen));
            }
        }
        return tabs;
    }

    private static String lede(List<Task> shown, int found, boolean ended) {
        var many =
                found > TaskQuery.PAGE
                        ? "More than %d tasks".formatted(TaskQuery.PAGE)
                        : shown.size() == 1 ? "1 task" : shown.size() + " tasks";
        return ended ? many + ", the latest end first." : many + " to do, the earliest day first.";
    }

    /// Late and today's, one's own first.
    @GetMapping("/c/{slug}/tasks/due")
    View due(Visitor visitor) {
        var today = LocalDate.ofInstant(clock.instant(), visitor.community().zone());
        return shelf(
                visitor,
                TaskQuery.due(visitor.account(), today, SHORT + 1),
                "care/dueshelf",
                0,
                "/today");
    }

    @GetMapping("/c/{slug}/tasks/of/{member}")
    View of(Visitor visitor, @PathVariable long member) {
        return shelf(visitor, TaskQuery.about(member), "care/oftasks", member, "/people/" + member);
    }

    private View shelf(Visitor visitor, TaskQuery query, String template, long about, String back) {
        var found = tasks.page(query, visitor.may(Permission.SEE_CONTACT_DATA));
        var most = about == 0 ? SHORT : found.size();
        return html.render(
                template,
                new Shelf(
                        Reader.of(visitor, frames, clock),
                        found.stream().limit(most).toList(),
                        found.size() > most,
                        about == 0 ? List.of() : colleagues.all(),
                        about,
                        "/c/" + visitor.community().slug() + back));
    }
}
