package org.folkmoot.metrics;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Chart.Band;
import org.folkmoot.web.Chart.Series;
import org.folkmoot.web.Chart.Shape;

/// The charts of how long people wait for an answer, and how long they stay.
record Curves(Report report, Report.Lasting lasting, Figures figures) {

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int DAY = 86_400;
    private static final List<Integer> WAITS =
            List.of(
                    0,
                    5 * MINUTE,
                    10 * MINUTE,
                    15 * MINUTE,
                    30 * MINUTE,
                    HOUR,
                    2 * HOUR,
                    3 * HOUR,
                    4 * HOUR,
                    6 * HOUR,
                    8 * HOUR,
                    12 * HOUR,
                    18 * HOUR,
                    DAY,
                    36 * HOUR,
                    2 * DAY,
                    3 * DAY,
                    5 * DAY,
                    7 * DAY,
                    14 * DAY,
                    30 * DAY,
                    60 * DAY,
                    90 * DAY,
                    180 * DAY,
                    365 * DAY);
    private static final List<Integer> LIVES =
            List.of(0, 7, 14, 30, 45, 60, 75, 90, 120, 150, 180, 210, 240, 270, 300, 330, 364);

    List<Chart> response() {
        return List.of(waiting(), new WaitSpread(report, figures).chart());
    }

    List<Chart> retention() {
        return List.of(staying(), cohorts());
    }

    private Chart waiting() {
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
                        curve(Findings.name(report), now, times, 2),
                        new Series(Findings.nameBefore(report), left(before, times), 2, true)),
                List.of(),
                Findings.csv(report, Metric.RESPONSE, "places"),
                figures.locale());
    }

    private static Series curve(String name, KaplanMeier curve, List<Integer> times, int hue) {
        var low = new ArrayList<Double>();
        var high = new ArrayList<Double>();
        for (double time : times) {
            var around = known(curve, time) ? curve.around(time) : null;
            var top = around == null ? null : around.high();
            low.add(around == null || top == null ? Double.NaN : around.low() * 100);
            high.add(top == null ? Double.NaN : top * 100);
        }
        return new Series(name, left(curve, times), hue, false, new Band(low, high));
    }

    private static boolean known(KaplanMeier curve, double time) {
        return curve.n() > 0 && time <= curve.longest();
    }

    private static List<Double> left(KaplanMeier curve, List<Integer> times) {
        return times.stream()
                .map(
                        time ->
                                known(curve, time)
                                        ? (Double) (curve.leftAfter(time) * 100)
                                        : (Double) Double.NaN)
                .toList();
    }

    private Chart staying() {
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
                List.of(curve("Still active", curve, lives, 3)),
                List.of(),
                Findings.csv(report, Metric.RETENTION, "cohorts"),
                figures.locale());
    }

    /// A row for each month in which people joined, the newest first, as the table has it; without
    /// a month that is not over.
    private Chart cohorts() {
        var all = lasting.cohorts().reversed().stream().filter(c -> over(c) > 0).toList();
        int months = all.stream().mapToInt(this::over).max().orElse(0);
        var month = DateTimeFormatter.ofPattern("LLL yy", figures.locale());
        return new Chart(
                "chart-cohorts",
                Shape.HEAT,
                again(all),
                "% of those who joined in a month who were active, by months that are over",
                "Months later",
                IntStream.range(0, months).mapToObj(m -> m == 0 ? "that month" : "+" + m).toList(),
                all.stream()
                        .map(
                                c ->
                                        new Series(
                                                "%s (%s)"
                                                        .formatted(
                                                                month.format(c.month()),
                                                                figures.count(c.joined())),
                                                shares(c, months),
                                                1,
                                                false))
                        .toList(),
                List.of(),
                Findings.csv(report, Metric.RETENTION, "cohorts"),
                figures.locale());
    }

    /// How many of its months are over.
    private int over(Cohorts.Cohort cohort) {
        return cohort.active().size() - (Cohorts.unfinished(report.ask()) == null ? 0 : 1);
    }

    private List<Double> shares(Cohorts.Cohort cohort, int months) {
        return IntStream.range(0, months)
                .mapToObj(
                        m ->
                                cohort.joined() > 0 && m < over(cohort)
                                        ? (Double) (cohort.share(m) * 100)
                                        : (Double) Double.NaN)
                .toList();
    }

    /// Of the months whose next one is over.
    private String again(List<Cohorts.Cohort> all) {
        var some = all.stream().filter(c -> over(c) > 1).toList();
        long joined = some.stream().mapToLong(Cohorts.Cohort::joined).sum();
        long active = some.stream().mapToLong(c -> c.active().get(1)).sum();
        return joined == 0
                ? "Who joined is not yet a month here"
                : "%s of those who join are active in the month after"
                        .formatted(figures.percent((double) active / joined));
    }
}
