package org.folkmoot.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleFunction;
import org.folkmoot.metrics.Report.Both;
import org.folkmoot.web.NumberCard;
import org.folkmoot.web.NumberCard.Change;
import org.folkmoot.web.NumberCard.Direction;
import org.folkmoot.web.Sparkline;
import org.folkmoot.web.Tone;
import org.jspecify.annotations.Nullable;

/// Puts the numbers of a report on cards.
record Cards(Report report, Figures figures, Overlay.Drawn over) {

    /// The five that are known by now.
    List<NumberCard> first() {
        return List.of(growth(), active(), response(), retention(), content());
    }

    List<NumberCard> all() {
        return List.of(
                growth(),
                active(),
                response(),
                retention(),
                content(),
                new ToneTold(report, figures).card(this),
                later(Metric.SCORE, Report.NO_SCORE));
    }

    /// One line each, for a terminal.
    List<String> lines() {
        return all().stream()
                .map(
                        card ->
                                "%-20s %s"
                                        .formatted(
                                                card.label(),
                                                switch (card.figure()) {
                                                    case NumberCard.Known known ->
                                                            known.value()
                                                                    + (known.change() == null
                                                                            ? ""
                                                                            : ", "
                                                                                    + known.change()
                                                                                            .words())
                                                                    + " ("
                                                                    + card.size()
                                                                    + ")";
                                                    case NumberCard.NotYet not ->
                                                            "not known. " + not.why();
                                                }))
                .toList();
    }

    /// On how many it rests, and who is not among them.
    private String resting(String on) {
        var without = report.leftOut().words(figures);
        return on.isEmpty() || without.isEmpty() ? on : on + ", " + without;
    }

    private NumberCard growth() {
        var both = report.growth();
        var now = both.now();
        var readings = new Both<>(report.growthReading(now), report.growthReading(both.before()));
        return card(
                Metric.GROWTH,
                readings,
                figures::percent,
                this::points,
                trend(
                        "People who joined, day by day",
                        report.ask().window().eachDay().stream()
                                .map(
                                        d ->
                                                (double)
                                                        report.moves()
                                                                .getOrDefault(d, Moves.NONE)
                                                                .joined())
                                .toList()),
                "%s joined, %s left, %s in all"
                        .formatted(
                                figures.count(now.joined()),
                                figures.count(now.left()),
                                figures.count(now.total())));
    }

    private NumberCard active() {
        var both = report.activeRatio();
        return card(
                Metric.ACTIVE,
                new Both<>(both.now().reading(), both.before().reading()),
                figures::percent,
                this::points,
                trend(
                        "Active members, day by day",
                        report.ask().window().eachDay().stream()
                                .map(d -> (double) report.activeByDay().getOrDefault(d, 0L))
                                .toList()),
                "%s of %s"
                        .formatted(
                                figures.count(both.now().active()),
                                figures.count(both.now().members(), "member", "members")));
    }

    private NumberCard response() {
        var both = report.response();
        var now = both.now();
        var reading = now.reading();
        var n =
                "%s started, %s unanswered"
                                .formatted(
                                        figures.count(now.starts()),
                                        figures.percent(now.unansweredShare().value()))
                        + unread(now.recognised());
        var curve = now.curve();
        if (reading.value() == null && curve.n() > 0) {
            return over.on(
                    new NumberCard(
                            Metric.RESPONSE.title(),
                            href(Metric.RESPONSE),
                            Metric.RESPONSE.definition("card"),
                            new NumberCard.Known(
                                    "more than " + figures.duration(curve.longest()),
                                    new Change(
                                            Direction.UP,
                                            Objects.requireNonNull(reading.reason()),
                                            Tone.WARN),
                                    null),
                            resting(n)),
                    Metric.RESPONSE);
        }
        return card(
                Metric.RESPONSE,
                new Both<>(reading, both.before().reading()),
                figures::duration,
                (a, b) -> figures.duration(Math.abs(a - b)),
                null,
                now.starts() == 0 ? "" : n);
    }

    /// Said only as long as it may change the number.
    private String unread(Recognised recognised) {
        return recognised.byMark() == 0
                ? ""
                : ", %s not read yet"
                        .formatted(figures.count(recognised.byMark(), "post", "posts"));
    }

    private NumberCard retention() {
        var both = report.retention();
        return card(
                Metric.RETENTION,
                new Both<>(both.now().reading(), both.before().reading()),
                figures::percent,
                this::points,
                null,
                "%s of %s"
                        .formatted(
                                figures.count(both.now().retained()),
                                figures.count(both.now().activeBefore())));
    }

    private NumberCard content() {
        var both = report.engagement();
        return card(
                Metric.CONTENT,
                new Both<>(both.now().reading(), both.before().reading()),
                v -> figures.decimal(v) + " per item",
                (a, b) -> figures.decimal(Math.abs(a - b)),
                trend(
                        "Items that members made, day by day",
                        report.content().days().stream()
                                .sorted(java.util.Comparator.comparing(Contents.Part::key))
                                .map(p -> (double) p.engagement().items())
                                .toList()),
                figures.count(both.now().items(), "item", "items"));
    }

    static @Nullable Sparkline trend(String words, List<Double> values) {
        return values.size() < 2 ? null : new Sparkline(values, words);
    }

    private NumberCard later(Metric metric, String why) {
        return new NumberCard(
                metric.title(),
                href(metric),
                metric.definition("card"),
                new NumberCard.NotYet(why, ""),
                "");
    }

    NumberCard card(
            Metric metric,
            Both<Reading> readings,
            DoubleFunction<String> words,
            Comparison.Difference difference,
            @Nullable Sparkline trend,
            String size) {
        var value = readings.now().value();
        var figure =
                value == null
                        ? new NumberCard.NotYet(
                                Objects.requireNonNullElse(readings.now().reason(), ""), "")
                        : new NumberCard.Known(
                                words.apply(value),
                                Comparison.of(
                                        metric,
                                        readings,
                                        report.ask().window().days(),
                                        words,
                                        difference),
                                trend);
        return over.on(
                new NumberCard(
                        metric.title(),
                        href(metric),
                        metric.definition("card"),
                        figure,
                        resting(size)),
                metric);
    }

    private String points(double now, double before) {
        var points = Math.abs(now - before) * 100;
        return figures.decimal(points) + " points";
    }

    private String href(Metric metric) {
        return "/c/%s/health?%s#%s"
                .formatted(report.ask().community().slug(), report.ask().query(), metric.key());
    }

    static Cards of(Report report, Locale locale) {
        return of(report, Overlay.Drawn.NOTHING, locale);
    }

    static Cards of(Report report, Overlay.Drawn over, Locale locale) {
        return new Cards(report, new Figures(locale), over);
    }
}
