package org.folkmoot.metrics;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.folkmoot.web.Chart;

/// Puts together what the health page shows of each metric.
record Sections(Report report, Overlay.Drawn over, Figures figures) {

    Health.Section of(
            Metric metric, List<Chart> charts, List<Health.Fact> facts, List<Grid> grids) {
        return new Health.Section(
                metric.key(),
                metric.title(),
                metric.definition("section"),
                charts,
                null,
                facts,
                grids,
                Behind.of(metric.key()).stream()
                        .map(b -> new Health.Link(b.title(), b.href(report.ask())))
                        .toList(),
                charts.getFirst().flags().isEmpty() ? marks() : List.of(),
                over.aims().stream().filter(aim -> aim.metric().equals(metric.key())).toList());
    }

    private List<Health.Link> marks() {
        var day =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(figures.locale());
        return over.flags().stream()
                .map(
                        flag ->
                                new Health.Link(
                                        day.format(flag.first())
                                                + (flag.first().equals(flag.last())
                                                        ? ""
                                                        : " to " + day.format(flag.last()))
                                                + ": "
                                                + flag.words(),
                                        flag.href()))
                .toList();
    }

    static Health.Section later(Metric metric, String why) {
        return new Health.Section(
                metric.key(),
                metric.title(),
                metric.definition("section"),
                List.of(),
                why,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
