package org.folkmoot.metrics;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.folkmoot.access.Visitor;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Html;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// How healthy the community is, in seven numbers, each with what lies behind it.
@Controller
@Needs(Permission.SEE_NUMBERS)
class HealthPage {

    private final Looks looks;
    private final Sheets sheets;
    private final Within within;
    private final Communities communities;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    HealthPage(
            Looks looks,
            Sheets sheets,
            Within within,
            Communities communities,
            Frames frames,
            Html html,
            Clock clock) {
        this.looks = looks;
        this.sheets = sheets;
        this.within = within;
        this.communities = communities;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    @Bean
    static RailItem healthInTheRail() {
        return new RailItem(
                RailItem.Group.INSIGHT,
                10,
                "Health",
                "heartbeat",
                "/health",
                "h",
                Permission.SEE_NUMBERS);
    }

    @GetMapping("/c/{slug}/health")
    View show(@RequestParam Map<String, String> query, Visitor visitor) {
        var ask = ask(query);
        var locale = visitor.locale();
        var shown = looks.of(ask, locale);
        var place = ask.filters().place();
        var segments = within.segments();
        return html.render(
                "metrics/health",
                new Health(
                        frames.desk("Health", lede(ask, locale)),
                        ask,
                        Health.windows(ask),
                        Health.filters(
                                ask,
                                place == null
                                        ? null
                                        : shown.places()
                                                .getOrDefault(place, "a place that is not here"),
                                segments),
                        shown.offer(),
                        segments,
                        shown.cards(),
                        shown.sections(),
                        Lull.of(ask, sheets.lastDay(ask.window().last()), locale),
                        "/api/v1/communities/%s/metrics?%s"
                                .formatted(
                                        ask.community().slug(),
                                        ask.query(
                                                Map.of("asOf", ask.window().last().toString())))));
    }

    /// A table of a section as a file.
    @GetMapping("/c/{slug}/health/{section}/{table:[a-z]+}.csv")
    void table(
            @PathVariable String section,
            @PathVariable String table,
            @RequestParam Map<String, String> query,
            HttpServletResponse response)
            throws IOException {
        var ask = ask(query);
        // a file is for programs: the numbers in it do not depend on who reads
        var found =
                looks.of(ask, Locale.ROOT).sections().stream()
                        .filter(s -> s.id().equals(section))
                        .flatMap(s -> s.grids().stream())
                        .filter(grid -> grid.key().equals(table))
                        .findFirst()
                        .orElseThrow(() -> new Refusal.NotFound("This table"));
        Download.grid(response, "%s-%s-%s".formatted(section, table, ask.window().last()), found);
    }

    private Ask ask(Map<String, String> query) {
        return Ask.of(communities.here(), query, clock.instant());
    }

    static String lede(Ask ask, Locale locale) {
        var format = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return "%s to %s%s, whole days in %s, beside the %d days before."
                .formatted(
                        format.format(ask.window().first()),
                        ask.today() ? "now" : format.format(ask.window().last()),
                        ask.filters().staff() ? ", the team counted" : "",
                        ask.window().zone(),
                        ask.window().days());
    }
}
