package org.folkmoot.briefing;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.metrics.Gauge;
import org.folkmoot.metrics.Report;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.folkmoot.web.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What the numbers are to become: set, followed, and how it went with those before.
@Controller
@Needs(Permission.PLAN)
@RequestMapping("/c/{slug}/briefing/goals")
class GoalsPage {

    private final Goals goals;
    private final GoalReadings readings;
    private final Frames frames;
    private final Html html;

    GoalsPage(Goals goals, GoalReadings readings, Frames frames, Html html) {
        this.goals = goals;
        this.readings = readings;
        this.frames = frames;
        this.html = html;
    }

    record Line(Goal goal, String title, String standing, String badge, Tone tone) {}

    record Board(Desk desk, List<Tab> tabs, List<Line> open, List<Line> over, boolean edits) {

        String path(String below) {
            return desk.home() + "/briefing/goals" + below;
        }
    }

    /// @param now what each number is at present, by its key
    /// @param changing null for a new one
    record Sheet(
            Desk desk,
            List<Tab> tabs,
            GoalForm form,
            Map<String, String> wrong,
            Map<String, String> now,
            @Nullable Goal changing) {

        String path(String below) {
            return desk.home() + "/briefing/goals" + below;
        }

        List<Gauge> gauges() {
            return List.of(Gauge.values());
        }

        String error(String field) {
            return wrong.getOrDefault(field, "");
        }
    }

    record One(Desk desk, List<Tab> tabs, Line line, Chart chart, String health, boolean edits) {

        String path(String below) {
            return desk.home() + "/briefing/goals/" + line.goal().id() + below;
        }
    }

    @GetMapping
    @Needs(Permission.SEE_NUMBERS)
    View list(Visitor visitor) {
        var today = readings.today();
        var open = goals.open(today);
        var report = open.isEmpty() ? null : readings.now();
        return html.render(
                "briefing/goals",
                new Board(
                        frames.desk("Goals", "What the numbers are to become, and by when."),
                        BriefingTabs.GOALS.on(visitor),
                        open.stream().map(goal -> line(goal, report, today, visitor)).toList(),
                        goals.over(today).stream()
                                .map(goal -> line(goal, null, today, visitor))
                                .toList(),
                        visitor.may(Permission.PLAN)));
    }

    @GetMapping("/new")
    View blank(Visitor visitor) {
        return sheet(visitor, GoalForm.EMPTY, Map.of(), null);
    }

    @PostMapping
    View add(Visitor visitor, HttpServletResponse response, GoalForm form) {
        var read = form.read(readings.today());
        var wish = read.wish();
        if (wish == null) {
            response.setStatus(422);
            return sheet(visitor, form, read.wrong(), null);
        }
        try {
            var id = readings.set(wish);
            frames.say(
                    Flash.undoable(
                            "The goal is set. It stands on Health and on Today.",
                            "%s/%d/removal".formatted(BriefingTabs.GOALS.path(visitor), id)));
            return new RedirectView(BriefingTabs.GOALS.path(visitor) + "/" + id);
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return sheet(visitor, form, Map.of("target", String.valueOf(e.getMessage())), null);
        }
    }

    @GetMapping("/{id}")
    @Needs(Permission.SEE_NUMBERS)
    View one(Visitor visitor, @PathVariable long id) {
        var goal = goals.get(id);
        var today = readings.today();
        var report = goal.over(today) ? null : readings.now();
        var line = line(goal, report, today, visitor);
        var now = report == null ? null : goal.gauge().of(report);
        return html.render(
                "briefing/goal",
                new One(
                        frames.desk(line.title(), goal.why()),
                        BriefingTabs.GOALS.on(visitor),
                        line,
                        new GoalPicture(new GoalWords(visitor.locale()))
                                .of(goal, goal.on(today, now), today, now),
                        "/c/%s/health#%s"
                                .formatted(visitor.community().slug(), goal.gauge().metric()),
                        visitor.may(Permission.PLAN)));
    }

    @GetMapping("/{id}/form")
    View change(Visitor visitor, @PathVariable long id) {
        var goal = goals.get(id);
        return sheet(visitor, GoalForm.of(goal), Map.of(), goal);
    }

    @PostMapping("/{id}")
    View save(Visitor visitor, HttpServletResponse response, @PathVariable long id, GoalForm form) {
        var before = goals.get(id);
        var read = form.read(readings.today());
        var wish = read.wish();
        if (wish == null) {
            response.setStatus(422);
            return sheet(visitor, form, read.wrong(), before);
        }
        goals.change(id, wish);
        var old = GoalForm.of(before);
        frames.say(
                Flash.undoable(
                        "The goal is changed.",
                        "%s/%d?gauge=%s&target=%s&due=%s&direction=%s&why=%s"
                                .formatted(
                                        BriefingTabs.GOALS.path(visitor),
                                        id,
                                        old.gauge(),
                                        old.target(),
                                        old.due(),
                                        old.direction(),
                                        URLEncoder.encode(before.why(), StandardCharsets.UTF_8)
                                                .replace("+", "%20"))));
        return new RedirectView(BriefingTabs.GOALS.path(visitor) + "/" + id);
    }

    @PostMapping("/{id}/removal")
    View remove(Visitor visitor, @PathVariable long id) {
        goals.remove(id);
        frames.say(
                Flash.undoable(
                        "The goal is given up.",
                        "%s/%d/restoring".formatted(BriefingTabs.GOALS.path(visitor), id)));
        return new RedirectView(BriefingTabs.GOALS.path(visitor));
    }

    @PostMapping("/{id}/restoring")
    View restore(Visitor visitor, @PathVariable long id) {
        goals.restore(id);
        frames.say(Flash.good("The goal is back."));
        return new RedirectView(BriefingTabs.GOALS.path(visitor) + "/" + id);
    }

    private static Line line(Goal goal, @Nullable Report report, LocalDate today, Visitor visitor) {
        var words = new GoalWords(visitor.locale());
        var standing = goal.on(today, report == null ? null : goal.gauge().of(report));
        return new Line(
                goal,
                words.title(goal),
                words.standing(goal, standing),
                GoalWords.badge(standing.state()),
                GoalWords.tone(standing.state()));
    }

    private View sheet(
            Visitor visitor, GoalForm form, Map<String, String> wrong, @Nullable Goal changing) {
        var report = readings.now();
        var now = new java.util.LinkedHashMap<String, String>();
        for (var gauge : Gauge.values()) {
            var value = gauge.of(report);
            now.put(
                    gauge.key(),
                    value == null ? "not known yet" : gauge.words(value, visitor.locale()));
        }
        return html.render(
                "briefing/goalform",
                new Sheet(
                        frames.desk(
                                changing == null ? "A new goal" : "Change this goal",
                                "A number, what it is to be, and by when."),
                        BriefingTabs.GOALS.on(visitor),
                        form,
                        wrong,
                        now,
                        changing));
    }
}
