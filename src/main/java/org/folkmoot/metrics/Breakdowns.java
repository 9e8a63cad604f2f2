package org.folkmoot.metrics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.folkmoot.activity.Kind;
import org.folkmoot.metrics.Grid.Cell;
import org.folkmoot.metrics.Grid.Head;

/// The tables under each chart.
record Breakdowns(Report report, Report.Lasting lasting, Figures figures) {

    private static final int MOST_PLACES = 50;

    List<Grid> growth() {
        return List.of(growthDays());
    }

    private Grid growthDays() {
        return new Grid(
                "days",
                "Who came and left, day by day",
                List.of(Head.text("Day"), Head.number("Joined"), Head.number("Left")),
                report.ask().window().eachDay().stream()
                        .map(
                                day -> {
                                    var moves = report.moves().getOrDefault(day, Moves.NONE);
                                    return List.of(
                                            day(day),
                                            Cell.count(moves.joined(), figures),
                                            Cell.count(moves.left(), figures));
                                })
                        .toList());
    }

    List<Grid> active() {
        return List.of(
                new Grid(
                        "days",
                        "Active members, day by day",
                        List.of(Head.text("Day"), Head.number("Active")),
                        report.ask().window().eachDay().stream()
                                .map(
                                        day ->
                                                List.of(
                                                        day(day),
                                                        Cell.count(
                                                                report.activeByDay()
                                                                        .getOrDefault(day, 0L),
                                                                figures)))
                                .toList()));
    }

    List<Grid> response() {
        var rows = new ArrayList<List<Cell>>();
        busiestFirst(report.response().now().byPlace())
                .forEach(
                        (place, waits) ->
                                rows.add(
                                        List.of(
                                                place(place, "response"),
                                                Cell.count(waits.starts(), figures),
                                                Cell.percent(
                                                        waits.unansweredShare().value(), figures),
                                                Cell.duration(waits.reading().value(), figures),
                                                Cell.duration(waits.answeredMedian(), figures))));
        return List.of(
                new Grid(
                        "places",
                        "By place",
                        List.of(
                                Head.text("Place"),
                                Head.number("Started"),
                                Head.number("Unanswered"),
                                Head.number("Median wait"),
                                Head.number("Median of the answered")),
                        rows.subList(0, Math.min(MOST_PLACES, rows.size()))));
    }

    static Map<Long, Waits> busiestFirst(Map<Long, Waits> places) {
        var sorted = new LinkedHashMap<Long, Waits>();
        places.entrySet().stream()
                .sorted(
                        Comparator.<Map.Entry<Long, Waits>>comparingLong(
                                        e -> -e.getValue().starts())
                                .thenComparing(Map.Entry::getKey))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    List<Grid> retention() {
        var months = lasting.cohorts().stream().mapToInt(c -> c.active().size()).max().orElse(0);
        var heads = new ArrayList<>(List.of(Head.text("Joined in"), Head.number("People")));
        for (int m = 0; m < months; m++) {
            heads.add(Head.number(m == 0 ? "That month" : "+" + m));
        }
        var rows = lasting.cohorts().reversed().stream().map(c -> cohort(c, months)).toList();
        return List.of(
                new Grid(
                        "cohorts",
                        "Of those who joined in a month, how many were active later",
                        heads,
                        rows));
    }

    /// The last month of each row is marked while it is not over.
    private List<Cell> cohort(Cohorts.Cohort cohort, int months) {
        var unfinished = Cohorts.unfinished(report.ask()) != null;
        var cells = new ArrayList<Cell>();
        var month =
                cohort.month().format(DateTimeFormatter.ofPattern("MMM uuuu", figures.locale()));
        cells.add(Cell.of(month, cohort.month().toString()));
        cells.add(Cell.count(cohort.joined(), figures));
        for (int m = 0; m < months; m++) {
            if (m >= cohort.active().size()) {
                cells.add(Cell.text(""));
                continue;
            }
            var cell = Cell.percent(cohort.share(m), figures);
            var running = unfinished && m == cohort.active().size() - 1;
            cells.add(
                    Cell.of(running ? cell.words() + " so far" : cell.words(), cell.raw())
                            .tinted(cohort.share(m)));
        }
        return cells;
    }

    List<Grid> content() {
        var content = report.content();
        return List.of(
                parts(
                        "kinds",
                        "By kind",
                        "Kind",
                        content.kinds(),
                        k -> Cell.of(Kind.of(k).label(), k)),
                parts("platforms", "By platform", "Platform", content.platforms(), Cell::text),
                parts(
                        "places",
                        "By place",
                        "Place",
                        content.places().subList(0, Math.min(MOST_PLACES, content.places().size())),
                        p -> place(p, "content")),
                hours());
    }

    private <K> Grid parts(
            String key,
            String caption,
            String what,
            List<Contents.Part<K>> parts,
            Function<K, Cell> cell) {
        return new Grid(
                key,
                caption,
                List.of(
                        Head.text(what),
                        Head.number("Items"),
                        Head.number("Engagements"),
                        Head.number("Per item")),
                parts.stream()
                        .map(
                                part ->
                                        List.of(
                                                cell.apply(part.key()),
                                                Cell.count(part.engagement().items(), figures),
                                                Cell.count(
                                                        part.engagement().engagements(), figures),
                                                Cell.decimal(
                                                        part.engagement().reading().value(),
                                                        figures)))
                        .toList());
    }

    /// Engagements per item by weekday and hour of the community's clock.
    private Grid hours() {
        var heads = new ArrayList<Head>();
        heads.add(Head.text("Hour"));
        for (var day : DayOfWeek.values()) {
            heads.add(Head.number(day.getDisplayName(TextStyle.SHORT, figures.locale())));
        }
        var means = new LinkedHashMap<Contents.Hour, Double>();
        report.content()
                .hours()
                .forEach(
                        p ->
                                means.put(
                                        p.key(),
                                        (double) p.engagement().engagements()
                                                / p.engagement().items()));
        double most = means.values().stream().mapToDouble(v -> v).max().orElse(0);
        var rows = new ArrayList<List<Cell>>();
        for (int hour = 0; hour < 24; hour++) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.text("%02d:00".formatted(hour)));
            for (int day = 1; day <= 7; day++) {
                var mean = means.get(new Contents.Hour(day, hour));
                cells.add(
                        mean == null
                                ? Cell.text("")
                                : Cell.decimal(mean, figures).tinted(most == 0 ? 0 : mean / most));
            }
            rows.add(Collections.unmodifiableList(cells));
        }
        return new Grid("hours", "Engagements per item, by weekday and hour", heads, rows);
    }

    Cell place(Long place, String section) {
        var href =
                "/c/%s/health?%s#%s"
                        .formatted(
                                report.ask().community().slug(),
                                report.ask().query(Map.of("place", place.toString())),
                                section);
        return Cell.link(report.places().getOrDefault(place, "Place " + place), href);
    }

    Cell day(LocalDate day) {
        return Cell.of(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(figures.locale())
                        .format(day),
                day.toString());
    }
}
