package org.folkmoot.metrics;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.folkmoot.metrics.Grid.Cell;
import org.folkmoot.metrics.Grid.Head;

/// The tables under the line of tones.
record ToneGrids(Report report, Breakdowns tables, Figures figures) {

    private static final int MOST = 50;

    List<Grid> all() {
        var now = report.sentiment().now();
        return List.of(
                parts("platforms", "By platform", "Platform", now.platforms(), Cell::text),
                parts(
                        "places",
                        "By place",
                        "Place",
                        now.places().subList(0, Math.min(MOST, now.places().size())),
                        place -> tables.place(place, "sentiment")),
                new Grid(
                        "days",
                        "The seven days up to each day",
                        heads("Day"),
                        now.weeks().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(week -> row(tables.day(week.getKey()), week.getValue()))
                                .toList()));
    }

    private <K> Grid parts(
            String key,
            String caption,
            String what,
            List<Tones.Part<K>> parts,
            Function<K, Cell> cell) {
        return new Grid(
                key,
                caption,
                heads(what),
                parts.stream().map(p -> row(cell.apply(p.key()), p.tone())).toList());
    }

    private static List<Head> heads(String first) {
        return List.of(
                Head.text(first),
                Head.number("Posts"),
                Head.number("People"),
                Head.number("Sentiment"),
                Head.number("Positive"),
                Head.number("Neutral"),
                Head.number("Negative"));
    }

    private List<Cell> row(Cell first, Tone tone) {
        return List.of(
                first,
                Cell.count(tone.posts(), figures),
                Cell.count(tone.people(), figures),
                Cell.decimal(tone.mean(), figures),
                Cell.percent(tone.share(tone.positive()), figures),
                Cell.percent(tone.share(tone.neutral()), figures),
                Cell.percent(tone.share(tone.negative()), figures));
    }
}
