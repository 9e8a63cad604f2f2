package org.folkmoot.briefing;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The days that explain what charts show: listed, marked and changed.
@Controller
@Needs(Permission.PLAN)
@RequestMapping("/c/{slug}/briefing/days")
class AnnotationsPage {

    private static final int MOST = 500;

    private final Annotations annotations;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    AnnotationsPage(Annotations annotations, Frames frames, Html html, Clock clock) {
        this.annotations = annotations;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param changing the one in the form; null for a new one
    record Shown(
            Desk desk,
            List<Tab> tabs,
            List<Annotation> all,
            AnnotationForm form,
            Map<String, String> wrong,
            @Nullable Annotation changing,
            boolean edits,
            LocalDate today) {

        String path(String below) {
            return desk.home() + "/briefing/days" + below;
        }

        String days(Annotation a) {
            var day =
                    DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(desk.locale());
            return day.format(a.first())
                    + (a.first().equals(a.last()) ? "" : " to " + day.format(a.last()));
        }

        String health(Annotation a) {
            var end = a.last().plusDays(14);
            return desk.home() + "/health" + (end.isBefore(today) ? "?asOf=" + end : "");
        }

        List<Annotation.Kind> kinds() {
            return List.of(Annotation.Kind.values());
        }

        String error(String field) {
            return wrong.getOrDefault(field, "");
        }
    }

    @GetMapping
    @Needs(Permission.SEE_NUMBERS)
    View list(Visitor visitor) {
        return show(visitor, AnnotationForm.EMPTY, Map.of(), null);
    }

    @GetMapping("/{id}")
    View one(Visitor visitor, @PathVariable long id) {
        var found = annotations.get(id);
        return show(visitor, AnnotationForm.of(found), Map.of(), found);
    }

    @PostMapping
    View add(Visitor visitor, HttpServletResponse response, AnnotationForm form) {
        var read = form.read();
        var wish = read.wish();
        if (wish == null) {
            response.setStatus(422);
            return show(visitor, form, read.wrong(), null);
        }
        var made = annotations.add(wish);
        frames.say(
                Flash.undoable(
                        "Marked: %s. It stands on every chart of these days."
                                .formatted(made.words()),
                        "%s/%d/removal".formatted(BriefingTabs.DAYS.path(visitor), made.id())));
        return back(visitor);
    }

    @PostMapping("/{id}")
    View change(
            Visitor visitor,
            HttpServletResponse response,
            @PathVariable long id,
            AnnotationForm form) {
        var before = annotations.get(id);
        var read = form.read();
        var wish = read.wish();
        if (wish == null) {
            response.setStatus(422);
            return show(visitor, form, read.wrong(), before);
        }
        annotations.change(id, wish);
        frames.say(
                Flash.undoable(
                        "%s is changed.".formatted(wish.words()),
                        "%s/%d?%s".formatted(BriefingTabs.DAYS.path(visitor), id, query(before))));
        return back(visitor);
    }

    @PostMapping("/{id}/removal")
    View remove(Visitor visitor, @PathVariable long id) {
        var gone = annotations.remove(id);
        frames.say(
                Flash.undoable(
                        "%s is taken off the charts.".formatted(gone.words()),
                        "%s/%d/restoring".formatted(BriefingTabs.DAYS.path(visitor), id)));
        return back(visitor);
    }

    @PostMapping("/{id}/restoring")
    View restore(Visitor visitor, @PathVariable long id) {
        annotations.restore(id);
        frames.say(Flash.good("It is back on the charts."));
        return back(visitor);
    }

    private View show(
            Visitor visitor,
            AnnotationForm form,
            Map<String, String> wrong,
            @Nullable Annotation changing) {
        var all = annotations.newest(0, MOST);
        return html.render(
                "briefing/days",
                new Shown(
                        frames.desk(
                                "Marked days",
                                "What happened on days that stand out, on every chart of them."),
                        BriefingTabs.DAYS.on(visitor),
                        all,
                        form,
                        wrong,
                        changing,
                        visitor.may(Permission.PLAN),
                        LocalDate.ofInstant(clock.instant(), visitor.community().zone())));
    }

    private static String query(Annotation a) {
        var form = AnnotationForm.of(a);
        return "day=%s&until=%s&words=%s&kind=%s&link=%s&quiet=%s"
                .formatted(
                        form.day(),
                        form.until(),
                        encoded(a.words()),
                        form.kind(),
                        encoded(AnnotationForm.or(a.link())),
                        form.quiet());
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static View back(Visitor visitor) {
        return new RedirectView(BriefingTabs.DAYS.path(visitor));
    }
}
