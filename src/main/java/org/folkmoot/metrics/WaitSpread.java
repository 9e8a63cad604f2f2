package org.folkmoot.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.folkmoot.web.Chart;

/// How waits for an answer spread: how many took how long, and how many still wait.
record WaitSpread(Report report, Figures figures) {

    /// Where one range ends and the next begins, in seconds.
    private static final List<Integer> BORDERS =
            List.of(300, 900, 1800, 3600, 14_400, 43_200, 86_400, 259_200, 604_800);

    Chart chart() {
        var now = counts(report.response().now());
        var before = counts(report.response().before());
        return new Chart(
                "chart-waits",
                Chart.Shape.BARS,
                finding(now),
                "questions and first posts",
                "Answered",
                labels(),
                List.of(
                        new Chart.Series(Findings.name(report), doubles(now), 2, false),
                        new Chart.Series(Findings.nameBefore(report), doubles(before), 2, true)),
                List.of(),
                Findings.csv(report, Metric.RESPONSE, "places"),
                figures.locale());
    }

    private List<String> labels() {
        var labels = new ArrayList<String>();
        labels.add("within " + words(0));
        for (int i = 1; i < BORDERS.size(); i++) {
            labels.add("%s to %s".formatted(words(i - 1), words(i)));
        }
        labels.add("after " + words(BORDERS.size() - 1));
        labels.add("not yet");
        return labels;
    }

    private String words(int border) {
        return figures.duration(BORDERS.get(border).doubleValue());
    }

    /// Of each range, then what is answered later than all of them, then what still waits.
    private static long[] counts(Waits waits) {
        var counts = new long[BORDERS.size() + 2];
        for (var wait : waits.all()) {
            var answered = wait.answered();
            int range = BORDERS.size() + 1;
            if (answered != null) {
                range = 0;
                while (range < BORDERS.size() && answered > BORDERS.get(range)) {
                    range++;
                }
            }
            counts[range]++;
        }
        return counts;
    }

    private static List<Double> doubles(long[] counts) {
        return LongStream.of(counts).mapToObj(n -> (Double) (double) n).toList();
    }

    private String finding(long[] counts) {
        long all = LongStream.of(counts).sum();
        long quick = counts[0] + counts[1] + counts[2] + counts[3];
        return all == 0
                ? "Nobody started anything that waits for an answer"
                : "%s are answered within an hour, %s not yet"
                        .formatted(
                                figures.percent((double) quick / all),
                                figures.percent((double) counts[counts.length - 1] / all));
    }
}
