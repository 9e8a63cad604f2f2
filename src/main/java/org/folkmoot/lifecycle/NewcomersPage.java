package org.folkmoot.lifecycle;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Chart;
import org.folkmoot.web.CsvDownload;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.NumberCard;
import org.folkmoot.web.Tab;
import org.folkmoot.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// How newcomers find their way in, and whose first post still waits.
@Controller
@Needs(Permission.SEE_NUMBERS)
class NewcomersPage {

    private static final int MOST = 100;
    private static final int LATEST = 30;

    private final Newcomers newcomers;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    NewcomersPage(Newcomers newcomers, Frames frames, Html html, Clock clock) {
        this.newcomers = newcomers;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param threads whether the reader may open what was written
    record Shown(
            Desk desk,
            List<Tab> tabs,
            Asked asked,
            Funnel funnel,
            List<NumberCard> cards,
            Chart chart,
            boolean threads,
            Wording in) {

        String home() {
            return desk.home() + LifecycleTabs.NEWCOMERS;
        }

        List<Tab> windows() {
            return asked.windows(home());
        }

        String csv() {
            return desk.home() + "/lifecycle/newcomers.csv?" + asked.query();
        }

        List<Newcomer> waiting() {
            var all = funnel.waiting();
            return all.subList(0, Math.min(MOST, all.size()));
        }

        List<Newcomer> latest() {
            return funnel.people().subList(0, Math.min(LATEST, funnel.people().size()));
        }

        List<Newcomer.Step> steps() {
            return Funnel.steps();
        }
    }

    @GetMapping("/c/{slug}/lifecycle")
    View show(@RequestParam Map<String, String> query, Visitor visitor) {
        var asked = Asked.of(query, visitor.community().zone(), clock.instant());
        var in = new Wording(visitor.locale(), visitor.community().zone());
        var now = funnel(asked);
        var before =
                new Funnel(newcomers.of(asked.window().before()), asked.window().before().to());
        var charts = new NewcomerCharts(asked, now, before, in);
        return html.render(
                "lifecycle/newcomers",
                new Shown(
                        frames.desk(
                                "Lifecycle",
                                "%s came from %s to %s. How far did they find their way in?"
                                        .formatted(
                                                in.count(now.people().size(), "member", "members"),
                                                in.day(asked.window().first()),
                                                in.day(asked.window().last()))),
                        LifecycleTabs.tabs(visitor, LifecycleTabs.NEWCOMERS),
                        asked,
                        now,
                        charts.cards(),
                        charts.funnel(),
                        visitor.may(Permission.SEE_ACTIVITY),
                        in));
    }

    private Funnel funnel(Asked asked) {
        return new Funnel(newcomers.of(asked.window()), asked.window().to());
    }

    @GetMapping("/c/{slug}/lifecycle/newcomers.csv")
    @Needs(Permission.SEE_PEOPLE)
    void csv(@RequestParam Map<String, String> query, Visitor visitor, HttpServletResponse response)
            throws IOException {
        var asked = Asked.of(query, visitor.community().zone(), clock.instant());
        CsvDownload.send(
                response,
                "newcomers-" + asked.window().last(),
                List.of(
                        "member",
                        "name",
                        "came",
                        "took part",
                        "first post",
                        "answered",
                        "second week",
                        "contributed"),
                row ->
                        newcomers
                                .of(asked.window())
                                .forEach(
                                        n ->
                                                row.of(
                                                        Long.toString(n.member()),
                                                        n.name(),
                                                        text(n.came()),
                                                        text(n.active()),
                                                        text(n.posted()),
                                                        text(n.answered()),
                                                        text(n.again()),
                                                        text(n.contributed()))));
    }

    static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
