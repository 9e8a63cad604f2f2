package org.folkmoot.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Definition;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Filter;
import org.folkmoot.web.NumberCard;
import org.folkmoot.web.PlatformNames;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;

/// What the health page shows.
///
/// @param windows the lengths to choose from
/// @param segments the names of segments by the condition of being in them
/// @param lull when there is nothing to see
/// @param json the same numbers for a program
record Health(
        Desk desk,
        Ask ask,
        List<Tab> windows,
        List<Filter> filters,
        Choices.Offer offer,
        Map<String, String> segments,
        List<NumberCard> cards,
        List<Section> sections,
        Optional<Lull> lull,
        String json) {

    /// One metric.
    ///
    /// @param charts what it found, the main one first; none while it is not known
    /// @param unknown why it is not known; null when it is shown
    /// @param marks what lies in the window, where the chart has no days to put it on
    /// @param aims what is aimed at
    record Section(
            String id,
            String title,
            Definition definition,
            List<Chart> charts,
            @Nullable String unknown,
            List<Fact> facts,
            List<Grid> grids,
            List<Link> lists,
            List<Link> marks,
            List<Overlay.Aim> aims) {

        /// Whether its lists name what was written, and are for those alone who may read it.
        boolean texts() {
            return Behind.of(id).stream().anyMatch(Behind::texts);
        }
    }

    /// @param note its interval or what it rests on, may be empty
    /// @param definition what it means, where its label does not say it all
    record Fact(String label, String value, String note, @Nullable Definition definition) {

        Fact(String label, String value, String note) {
            this(label, value, note, null);
        }
    }

    record Link(String words, String href) {}

    String home() {
        return "/c/" + ask.community().slug() + "/health";
    }

    String csv(Section section, Grid grid) {
        return "%s/%s/%s.csv?%s".formatted(home(), section.id(), grid.key(), ask.query());
    }

    /// The same number part by part.
    String parts(Section section) {
        return "%s/%s/parts?%s".formatted(home(), section.id(), ask.query());
    }

    static List<Tab> windows(Ask ask) {
        return Window.LENGTHS.stream()
                .map(
                        days ->
                                new Tab(
                                        days + " days",
                                        "?" + ask.query(Map.of("window", days.toString())),
                                        "",
                                        days == ask.window().days()))
                .toList();
    }

    static List<Filter> filters(Ask ask, @Nullable String place, Map<String, String> segments) {
        var filters = new ArrayList<Filter>();
        var by = ask.filters();
        if (by.platform() != null) {
            filters.add(
                    new Filter(
                            "on " + PlatformNames.of(by.platform()),
                            "?" + ask.query(Map.of("platform", ""))));
        }
        if (by.place() != null) {
            filters.add(new Filter("in " + place, "?" + ask.query(Map.of("place", ""))));
        }
        if (by.tag() != null) {
            filters.add(new Filter("tagged " + by.tag(), "?" + ask.query(Map.of("tag", ""))));
        }
        if (by.organisation() != null) {
            filters.add(
                    new Filter(
                            "of " + by.organisation(),
                            "?" + ask.query(Map.of("organisation", ""))));
        }
        if (by.where() != null) {
            filters.add(
                    new Filter(
                            segments.getOrDefault(by.where(), "who fit " + by.where()),
                            "?" + ask.query(Map.of("where", ""))));
        }
        if (by.staff()) {
            filters.add(new Filter("with the team", "?" + ask.query(Map.of("staff", ""))));
        }
        return filters;
    }

    static List<Section> sections(
            Report report, Report.Lasting lasting, Overlay.Drawn over, Locale locale) {
        var figures = new Figures(locale);
        var charts = new Findings(report, figures, over.flags());
        var curves = new Curves(report, lasting, figures);
        var tables = new Breakdowns(report, lasting, figures);
        var facts = new Facts(report, figures);
        var sections = new Sections(report, over, figures);
        var tones = new ToneTold(report, figures);
        return List.of(
                sections.of(
                        Metric.GROWTH, List.of(charts.growth()), facts.growth(), tables.growth()),
                sections.of(
                        Metric.ACTIVE, List.of(charts.active()), facts.active(), tables.active()),
                sections.of(
                        Metric.RESPONSE, curves.response(), facts.response(), tables.response()),
                sections.of(
                        Metric.RETENTION,
                        curves.retention(),
                        facts.retention(),
                        tables.retention()),
                sections.of(
                        Metric.CONTENT,
                        List.of(charts.content()),
                        facts.content(),
                        tables.content()),
                sections.of(
                        Metric.SENTIMENT,
                        List.of(new ToneChart(report, figures).chart()),
                        tones.facts(),
                        new ToneGrids(report, tables, figures).all()),
                Sections.later(Metric.SCORE, Report.NO_SCORE));
    }
}
