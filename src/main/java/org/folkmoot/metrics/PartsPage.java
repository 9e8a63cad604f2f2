package org.folkmoot.metrics;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/// One metric by platform, segment and organisation, side by side.
@Controller
@Needs(Permission.SEE_NUMBERS)
class PartsPage {

    private final Parts parts;
    private final Communities communities;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    PartsPage(Parts parts, Communities communities, Frames frames, Html html, Clock clock) {
        this.parts = parts;
        this.communities = communities;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// What `metrics/parts.jte` shows.
    record Shown(Desk desk, List<Tab> tabs, Chart chart, Grid grid, String back) {}

    @GetMapping("/c/{slug}/health/{section}/parts")
    View show(
            @PathVariable String section,
            @RequestParam Map<String, String> query,
            Visitor visitor) {
        var metric = metric(section);
        var ask = Ask.of(communities.here(), query, clock.instant());
        var told = new PartsTold(metric, parts.of(ask, metric), new Figures(visitor.locale()));
        return html.render(
                "metrics/parts",
                new Shown(
                        frames.desk(
                                metric.title() + ", part by part",
                                HealthPage.lede(ask, visitor.locale())),
                        broken().stream()
                                .map(m -> new Tab(m.title(), path(ask, m, ""), "", m == metric))
                                .toList(),
                        told.chart(path(ask, metric, ".csv")),
                        told.grid(),
                        "/c/%s/health?%s#%s"
                                .formatted(ask.community().slug(), ask.query(), section)));
    }

    @GetMapping("/c/{slug}/health/{section}/parts.csv")
    void table(
            @PathVariable String section,
            @RequestParam Map<String, String> query,
            HttpServletResponse response)
            throws IOException {
        var metric = metric(section);
        var ask = Ask.of(communities.here(), query, clock.instant());
        Download.grid(
                response,
                "%s-parts-%s".formatted(section, ask.window().last()),
                new PartsTold(metric, parts.of(ask, metric), new Figures(Locale.ROOT)).grid());
    }

    /// @param metric its key
    record Told(String metric, List<Item> items) {}

    /// @param reason why the value is not known; null when it is
    record Item(
            String kind,
            String name,
            @Nullable Double value,
            long n,
            @Nullable Interval interval,
            @Nullable String reason,
            @Nullable Double before) {}

    @GetMapping(
            path = "/api/v1/communities/{slug}/metrics/{metric}/parts",
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Told tell(@PathVariable String metric, @RequestParam Map<String, String> query) {
        var asked = metric(metric);
        var ask = Ask.of(communities.here(), query, clock.instant());
        return new Told(
                metric,
                parts.of(ask, asked).stream()
                        .map(
                                p ->
                                        new Item(
                                                p.kind().key(),
                                                p.name(),
                                                p.readings().now().value(),
                                                p.readings().now().n(),
                                                p.readings().now().interval(),
                                                p.readings().now().reason(),
                                                p.readings().before().value()))
                        .toList());
    }

    private static String path(Ask ask, Metric metric, String file) {
        return "/c/%s/health/%s/parts%s?%s"
                .formatted(ask.community().slug(), metric.key(), file, ask.query());
    }

    private static List<Metric> broken() {
        return Arrays.stream(Metric.values()).filter(m -> m != Metric.SCORE).toList();
    }

    private static Metric metric(String section) {
        return broken().stream()
                .filter(m -> m.key().equals(section))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("This number"));
    }
}
