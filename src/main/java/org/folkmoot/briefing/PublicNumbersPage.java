package org.folkmoot.briefing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.folkmoot.access.Door;
import org.folkmoot.access.Framing;
import org.folkmoot.access.PublicDoor;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.briefing.Dashboard.Audience;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.metrics.Gauge;
import org.folkmoot.metrics.GaugeYears;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPage;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// The numbers a community shows to others. Whoever may not see them finds nothing here.
@Controller
class PublicNumbersPage {

    private static final String CACHE = "public, max-age=300";

    private final Dashboards dashboards;
    private final GaugeYears years;
    private final Communities communities;
    private final PublicDoor door;
    private final SignedLinks links;
    private final Phrasebook phrases;
    private final Html html;

    PublicNumbersPage(
            Dashboards dashboards,
            GaugeYears years,
            Communities communities,
            PublicDoor door,
            SignedLinks links,
            Phrasebook phrases,
            Html html) {
        this.dashboards = dashboards;
        this.years = years;
        this.communities = communities;
        this.door = door;
        this.links = links;
        this.phrases = phrases;
        this.html = html;
    }

    /// @param value as the reader writes it; empty when it is not shown
    /// @param before the same a month ago
    record Told(String label, String value, String before, Chart chart) {}

    record Sheet(PublicPage page, Words words, List<Told> numbers) {}

    @GetMapping("/p/{slug}/numbers")
    View open(HttpServletRequest request, HttpServletResponse response, @PathVariable String slug)
            throws Exception {
        return door.in(
                slug,
                here -> {
                    var dashboard = dashboards.here();
                    if (dashboard.audience() != Audience.EVERYBODY) {
                        throw new Refusal.NotFound("This page");
                    }
                    response.setHeader("Cache-Control", CACHE);
                    return sheet(request, response, here, dashboard);
                });
    }

    @GetMapping("/p/{slug}/numbers/{signed}")
    View linked(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String slug,
            @PathVariable String signed)
            throws Exception {
        return door.in(
                slug,
                here -> {
                    var dashboard = dashboards.here();
                    var edition = Integer.toString(dashboard.edition());
                    if (dashboard.audience() == Audience.NOBODY
                            || links.read(DashboardPage.PURPOSE, signed)
                                    .filter(edition::equals)
                                    .isEmpty()) {
                        throw new Refusal.NotFound("This page");
                    }
                    return sheet(request, response, here, dashboard);
                });
    }

    private View sheet(
            HttpServletRequest request,
            HttpServletResponse response,
            Door here,
            Dashboard dashboard) {
        Framing.allow(response, dashboard.ancestors());
        var words = phrases.of(request);
        var year = years.of(communities.here());
        var last =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(words.locale())
                        .format(year.days().getLast());
        return html.render(
                "briefing/publicnumbers",
                new Sheet(
                        PublicPages.page(
                                request,
                                words,
                                here.name(),
                                words.of("numbers.title", here.name()),
                                words.of("numbers.lede", last)),
                        words,
                        dashboard.gauges().stream().map(g -> told(g, year, words)).toList()));
    }

    private static Told told(Gauge gauge, GaugeYears.Year year, Words words) {
        var label = words.of("numbers." + gauge.key());
        return new Told(
                label,
                written(gauge, year.now(gauge), words),
                written(gauge, year.before(gauge), words),
                chart(gauge, label, year, words));
    }

    private static String written(Gauge gauge, double value, Words words) {
        return Double.isNaN(value) ? "" : gauge.words(value, words.locale());
    }

    private static Chart chart(Gauge gauge, String label, GaugeYears.Year year, Words words) {
        var month = DateTimeFormatter.ofPattern("LLL yy", words.locale());
        return new Chart(
                "numbers-" + gauge.key(),
                Chart.Shape.LINES,
                label,
                words.of("numbers.unit." + gauge.unit().name().toLowerCase(java.util.Locale.ROOT)),
                words.of("numbers.month"),
                year.days().stream().map(month::format).toList(),
                List.of(
                        new Chart.Series(
                                label,
                                year.of(gauge).stream()
                                        .map(v -> (Double) gauge.unit().typed(v))
                                        .toList(),
                                1,
                                false)),
                List.of(),
                null,
                words.locale());
    }
}
