package org.folkmoot.metrics;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Chart.Series;
import org.folkmoot.web.Chart.Shape;

/// The charts that run along days, each under what it found. This window is solid, the one before
/// dashed.
record Findings(Report report, Figures figures, List<Overlay.Flag> flags) {

    Chart growth() {
        var now = report.growth().now();
        var finding =
                now.joined() == 0 && now.left() == 0
                        ? "Nobody joined and nobody left"
                        : now.net() > 0
                                ? "%s joined than left".formatted(more(now.net()))
                                : now.net() < 0
                                        ? "%s left than joined".formatted(more(-now.net()))
                                        : "As many people left as joined";
        return daily(
                Metric.GROWTH,
                finding,
                "people who joined, a day",
                day -> (double) report.moves().getOrDefault(day, Moves.NONE).joined());
    }

    private String more(long n) {
        return n == 1 ? "One more person" : figures.count(n) + " more people";
    }

    Chart active() {
        var now = report.activeRatio().now();
        var reading = now.reading();
        return daily(
                Metric.ACTIVE,
                reading.value() == null
                        ? "Nobody was here yet"
                        : "%s of %s took part"
                                .formatted(
                                        figures.count(now.active()),
                                        figures.count(now.members(), "member", "members")),
                "active members, a day",
                day -> (double) report.activeByDay().getOrDefault(day, 0L));
    }

    private Chart daily(
            Metric metric,
            String finding,
            String unit,
            Function<java.time.LocalDate, Double> value) {
        var window = report.ask().window();
        var labels =
                window.eachDay().stream()
                        .map(DateTimeFormatter.ofPattern("d MMM", figures.locale())::format)
                        .toList();
        return new Chart(
                "chart-" + metric.key(),
                Shape.LINES,
                finding,
                unit,
                "Day",
                labels,
                List.of(
                        new Series(
                                name(report),
                                window.eachDay().stream().map(value).toList(),
                                1,
                                false),
                        new Series(
                                nameBefore(report),
                                window.before().eachDay().stream().map(value).toList(),
                                1,
                                true)),
                flags.stream().map(flag -> flag(flag, window)).toList(),
                csv(metric, "days"),
                figures.locale());
    }

    /// As far as it lies within the window.
    private Chart.Flag flag(Overlay.Flag flag, Window window) {
        var label = DateTimeFormatter.ofPattern("d MMM", figures.locale());
        var first = flag.first().isBefore(window.first()) ? window.first() : flag.first();
        var last = flag.last().isAfter(window.last()) ? window.last() : flag.last();
        return new Chart.Flag(label.format(first), label.format(last), flag.words());
    }

    Chart content() {
        var whole = report.content().whole();
        var mean = whole.reading().value();
        var finding =
                mean == null
                        ? "Nobody made anything"
                        : whole.engagements() == 0
                                ? "Nobody reacted to what was made"
                                : "Each item drew %s responses".formatted(figures.decimal(mean));
        var now = new java.util.HashMap<java.time.LocalDate, Engagement>();
        report.content().days().forEach(p -> now.put(p.key(), p.engagement()));
        report.contentBefore().days().forEach(p -> now.put(p.key(), p.engagement()));
        return daily(
                Metric.CONTENT,
                finding,
                "responses to what was made that day",
                day -> {
                    var engagement = now.get(day);
                    return engagement == null ? 0.0 : (double) engagement.engagements();
                });
    }

    private String csv(Metric metric, String table) {
        return csv(report, metric, metric == Metric.CONTENT ? "kinds" : table);
    }

    static String csv(Report report, Metric metric, String table) {
        return "/c/%s/health/%s/%s.csv?%s"
                .formatted(
                        report.ask().community().slug(), metric.key(), table, report.ask().query());
    }

    static String name(Report report) {
        return "These %d days".formatted(report.ask().window().days());
    }

    static String nameBefore(Report report) {
        return "The %d days before".formatted(report.ask().window().days());
    }
}
