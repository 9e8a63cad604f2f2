package org.folkmoot.briefing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.metrics.Beat.Of;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.folkmoot.web.When;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What stood out: what it was, how sure that is, what probably caused it and what could be done.
@Controller
@Needs(Permission.SEE_NUMBERS)
@RequestMapping("/c/{slug}/briefing")
class AlertsPage {

    private static final int MOST = 100;

    /// On Today, so many of the last days.
    private static final int LATELY = 7;

    private final Alerts alerts;
    private final Contributors contributors;
    private final AlertAnswers answers;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    AlertsPage(
            Alerts alerts,
            Contributors contributors,
            AlertAnswers answers,
            Frames frames,
            Html html,
            Clock clock) {
        this.alerts = alerts;
        this.contributors = contributors;
        this.answers = answers;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Line(Alert alert, String title, String figures, String sure, List<String> causes) {}

    record Board(
            Desk desk,
            List<Tab> tabs,
            When when,
            List<Line> open,
            List<Line> answered,
            boolean edits) {

        String path(Line line, String below) {
            return desk.home() + "/briefing/alerts/" + line.alert().id() + below;
        }
    }

    record One(
            Desk desk,
            List<Tab> tabs,
            When when,
            Line line,
            Chart chart,
            List<Contributors.Contributor> people,
            Remedy remedy,
            boolean reads,
            boolean edits) {

        String path(String below) {
            return desk.home() + "/briefing/alerts/" + line.alert().id() + below;
        }

        String usual(double usual) {
            var numbers = java.text.NumberFormat.getNumberInstance(desk.locale());
            numbers.setMaximumFractionDigits(1);
            return numbers.format(usual);
        }
    }

    record Glance(String home, List<Line> lines) {}

    @GetMapping
    View list(Visitor visitor) {
        var words = new AlertWords(visitor.locale());
        var all = alerts.newest(0, MOST);
        return html.render(
                "briefing/alerts",
                new Board(
                        frames.desk(
                                "Alerts and goals",
                                "What stands out against the community's own season: weekday, weeks before, the year before."),
                        BriefingTabs.ALERTS.on(visitor),
                        when(visitor),
                        all.stream()
                                .filter(a -> a.answer() == null)
                                .map(a -> line(a, words))
                                .toList(),
                        all.stream()
                                .filter(a -> a.answer() != null)
                                .map(a -> line(a, words))
                                .toList(),
                        visitor.may(Permission.PLAN)));
    }

    @GetMapping("/today")
    View today(Visitor visitor) {
        var since =
                LocalDate.ofInstant(clock.instant(), visitor.community().zone()).minusDays(LATELY);
        var words = new AlertWords(visitor.locale());
        return html.render(
                "briefing/glance",
                new Glance(
                        "/c/" + visitor.community().slug() + "/briefing",
                        alerts.open(since, Screening.WEEKLY).stream()
                                .map(a -> line(a, words))
                                .toList()));
    }

    @GetMapping("/alerts/{id}")
    View one(Visitor visitor, @PathVariable long id) {
        var alert = alerts.get(id);
        var words = new AlertWords(visitor.locale());
        var line = line(alert, words);
        var personal = alert.finding().of() == Of.ACTIVE || alert.finding().of() == Of.DEEDS;
        return html.render(
                "briefing/alert",
                new One(
                        frames.desk(line.title(), line.figures() + "."),
                        BriefingTabs.ALERTS.on(visitor),
                        when(visitor),
                        line,
                        AlertPicture.of(alert, words),
                        personal && visitor.may(Permission.SEE_PEOPLE)
                                ? contributors.of(alert)
                                : List.of(),
                        Remedy.of(alert, "/c/" + visitor.community().slug()),
                        visitor.may(Permission.SEE_ACTIVITY),
                        visitor.may(Permission.PLAN)));
    }

    @PostMapping("/alerts/{id}/answer")
    @Needs(Permission.PLAN)
    View answer(Visitor visitor, @PathVariable long id, @RequestParam String how) {
        answers.answer(id, how, visitor.locale());
        frames.say(
                Flash.undoable(
                        how.equals("expected")
                                ? "Noted as expected. These days are marked on the charts, and nothing is learned from them."
                                : "Noted as seen.",
                        "%s/alerts/%d/reopening".formatted(BriefingTabs.ALERTS.path(visitor), id)));
        return new RedirectView(BriefingTabs.ALERTS.path(visitor));
    }

    @PostMapping("/alerts/{id}/reopening")
    @Needs(Permission.PLAN)
    View reopen(Visitor visitor, @PathVariable long id) {
        answers.reopen(id);
        frames.say(Flash.good("The alert is open again."));
        return new RedirectView(BriefingTabs.ALERTS.path(visitor));
    }

    private static Line line(Alert alert, AlertWords words) {
        return new Line(
                alert,
                words.title(alert),
                words.figures(alert),
                capital(words.sure(alert)),
                words.causes(alert));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    private When when(Visitor visitor) {
        return new When(clock.instant(), visitor.locale(), visitor.zone());
    }
}
