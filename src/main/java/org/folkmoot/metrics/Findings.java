package org.folkmoot.metrics;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Chart.Series;
import org.folkmoot.web.Chart.Shape;

/// The charts, each under what it found. This window is solid, the one before dashed.
record Findings(Report report, Report.Lasting lasting, Figures figures, List<Overlay.Flag> flags) {

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;
    private static final List<Integer> WAITS =
            List.of(
                    0,
                    5 * MINUTE,
                    15 * MINUTE,
                    30 * MINUTE,
                    HOUR,
                    2 * HOUR,
                    4 * HOUR,
                    8 * HOUR,
                    12 * HOUR,
                    DAY,
                    2 * DAY,
                    3 * DAY,
                    7 * DAY,
                    14 * DAY,
                    30 * DAY,
                    60 * DAY,
                    90 * DAY,
                    180 * DAY,
                    365 * DAY);
    private static final List<Integer> LIVES =
            List.of(0, 7, 14, 30, 45, 60, 75, 90, 120, 150, 180, 210, 240, 270, 300, 330, 364);

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
                        new Series(name(), window.eachDay().stream().map(value).toList(), 1, false),
                        new Series(
                                nameBefore(),
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

    Chart response() {
        var now = report.response().now().curve();
        var before = report.response().before().curve();
        var median = now.median();
        var finding =
                now.n() == 0
                        ? "Nobody started anything that waits for an answer"
                        : median == null
                                ? "More than half still wait for an answer"
                                : "Half have an answer after " + figures.duration(median);
        var longest = Math.max(now.longest(), before.longest());
        var times = WAITS.stream().filter(t -> t <= longest || t == 0).toList();
        return new Chart(
                "chart-response",
                Shape.STEPS,
                finding,
                "% still waiting",
                "After",
                times.stream().map(t -> t == 0 ? "at once" : figures.duration((double) t)).toList(),
                List.of(
                        new Series(name(), left(now, times), 2, false),
                        new Series(nameBefore(), left(before, times), 2, true)),
                List.of(),
                csv(Metric.RESPONSE, "places"),
                figures.locale());
    }

    private static List<Double> left(KaplanMeier curve, List<Integer> times) {
        var values = new ArrayList<Double>();
        for (double time : times) {
            values.add(
                    curve.n() == 0 || time > curve.longest()
                            ? Double.NaN
                            : curve.leftAfter(time) * 100);
        }
        return values;
    }

    Chart retention() {
        var reading = report.retention().now().reading();
        var finding =
                reading.value() == null
                        ? "Nobody was active in the window before"
                        : "%s of those active before were active again"
                                .formatted(figures.percent(reading.value()));
        var curve = lasting.survival();
        var lives = LIVES.stream().filter(d -> d <= curve.longest() || d == 0).toList();
        return new Chart(
                "chart-retention",
                Shape.STEPS,
                finding,
                "% of the last year's newcomers still active",
                "Days since they came",
                lives.stream().map(String::valueOf).toList(),
                List.of(new Series("Still active", left(curve, lives), 3, false)),
                List.of(),
                csv(Metric.RETENTION, "cohorts"),
                figures.locale());
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

    private String name() {
        return "These %d days".formatted(report.ask().window().days());
    }

    private String nameBefore() {
        return "The %d days before".formatted(report.ask().window().days());
    }

    private String csv(Metric metric, String table) {
        var key = metric == Metric.CONTENT ? "kinds" : table;
        return "/c/%s/health/%s/%s.csv?%s"
                .formatted(
                        report.ask().community().slug(), metric.key(), key, report.ask().query());
    }
}
