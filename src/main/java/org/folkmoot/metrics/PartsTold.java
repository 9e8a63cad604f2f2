package org.folkmoot.metrics;

import java.util.List;
import org.folkmoot.metrics.Grid.Cell;
import org.folkmoot.metrics.Grid.Head;
import org.folkmoot.web.Chart;
import org.jspecify.annotations.Nullable;

/// The parts of a metric as a table and a picture.
record PartsTold(Metric metric, List<Parts.Part> parts, Figures figures) {

    Grid grid() {
        return new Grid(
                "parts",
                metric.title() + ", by platform, segment and organisation",
                List.of(
                        Head.text("Part"),
                        Head.text("Kind"),
                        Head.number(metric.title()),
                        Head.number("n"),
                        Head.number("95 % from"),
                        Head.number("to"),
                        Head.number("Before"),
                        Head.text("Not known because")),
                parts.stream().map(this::row).toList());
    }

    private List<Cell> row(Parts.Part part) {
        var now = part.readings().now();
        var around = now.interval();
        return List.of(
                Cell.link(
                        part.title(),
                        "/c/%s/health?%s#%s"
                                .formatted(
                                        part.ask().community().slug(),
                                        part.ask().query(),
                                        metric.key())),
                Cell.text(part.kind().label()),
                value(now.value()),
                Cell.count(now.n(), figures),
                value(around == null ? null : around.low()),
                value(around == null ? null : around.high()),
                value(part.readings().before().value()),
                Cell.text(now.reason()));
    }

    private Cell value(@Nullable Double value) {
        return switch (metric) {
            case GROWTH, ACTIVE, RETENTION -> Cell.percent(value, figures);
            case RESPONSE -> Cell.duration(value, figures);
            case CONTENT, SENTIMENT, SCORE -> Cell.decimal(value, figures);
        };
    }

    /// Those of which it is known.
    Chart chart(String csv) {
        var known = parts.stream().filter(p -> p.readings().now().value() != null).toList();
        return new Chart(
                "chart-parts",
                Chart.Shape.FUNNEL,
                finding(),
                unit(),
                "Part",
                known.stream().map(Parts.Part::title).toList(),
                List.of(
                        new Chart.Series(
                                "This window",
                                known.stream().map(p -> drawn(p.readings().now().value())).toList(),
                                1,
                                false),
                        new Chart.Series(
                                "The window before",
                                known.stream()
                                        .map(p -> drawn(p.readings().before().value()))
                                        .toList(),
                                1,
                                true)),
                List.of(),
                csv,
                figures.locale());
    }

    private Double drawn(@Nullable Double value) {
        return value == null
                ? (Double) Double.NaN
                : switch (metric) {
                    case GROWTH, ACTIVE, RETENTION -> (Double) (value * 100);
                    case RESPONSE -> (Double) (value / 3600);
                    case CONTENT, SENTIMENT, SCORE -> value;
                };
    }

    private String unit() {
        return switch (metric) {
            case GROWTH, ACTIVE, RETENTION -> "%";
            case RESPONSE -> "hours until half have an answer";
            case CONTENT -> "engagements per item";
            case SENTIMENT -> "mean polarity";
            case SCORE -> "points";
        };
    }

    /// What is clearly apart from everybody: where the two intervals do not touch.
    private String finding() {
        var all = parts.getFirst().readings().now().interval();
        var apart =
                parts.stream()
                        .skip(1)
                        .filter(p -> apart(all, p.readings().now().interval()))
                        .map(Parts.Part::title)
                        .toList();
        return apart.isEmpty()
                ? "No part is clearly apart from the rest"
                : "Clearly apart from the whole: "
                        + (apart.size() > 3
                                ? figures.count(apart.size()) + " parts"
                                : String.join(", ", apart));
    }

    private static boolean apart(@Nullable Interval all, @Nullable Interval part) {
        if (all == null || part == null) {
            return false;
        }
        double high = all.high() == null ? Double.POSITIVE_INFINITY : all.high();
        double own = part.high() == null ? Double.POSITIVE_INFINITY : part.high();
        return part.low() > high || own < all.low();
    }
}
