package org.folkmoot.metrics;

import java.time.format.DateTimeFormatter;
import java.util.List;
import org.folkmoot.web.Chart;

/// The line of how each seven days sound, under what it found.
record ToneChart(Report report, Figures figures) {

    private static final double CLEAR = .25;
    private static final double LEVEL = .05;

    Chart chart() {
        var window = report.ask().window();
        var both = report.sentiment();
        return new Chart(
                "chart-sentiment",
                Chart.Shape.LINES,
                finding(both.now()),
                "mean polarity of the seven days up to each day, -1 to 1",
                "Day",
                window.eachDay().stream()
                        .map(DateTimeFormatter.ofPattern("d MMM", figures.locale())::format)
                        .toList(),
                List.of(
                        new Chart.Series(
                                "These %d days".formatted(window.days()),
                                weeks(both.now(), window),
                                4,
                                false),
                        new Chart.Series(
                                "The %d days before".formatted(window.days()),
                                weeks(both.before(), window.before()),
                                4,
                                true)),
                List.of(),
                "/c/%s/health/sentiment/days.csv?%s"
                        .formatted(report.ask().community().slug(), report.ask().query()),
                figures.locale());
    }

    private static List<Double> weeks(Tones tones, Window window) {
        return window.eachDay().stream()
                .map(
                        day -> {
                            var week = tones.weeks().get(day);
                            var mean = week == null ? null : week.mean();
                            return mean == null ? Double.valueOf(Double.NaN) : mean;
                        })
                .toList();
    }

    private String finding(Tones tones) {
        var mean = tones.all().mean();
        if (mean == null) {
            return tones.written() == 0 ? "Nobody wrote anything" : "Too few posts to tell a tone";
        }
        var words =
                mean >= CLEAR
                        ? "What people write sounds mostly good"
                        : mean >= LEVEL
                                ? "What people write sounds more good than bad"
                                : mean > -LEVEL
                                        ? "What people write sounds as good as bad"
                                        : mean > -CLEAR
                                                ? "What people write sounds more bad than good"
                                                : "What people write sounds mostly bad";
        var worst = tones.worst();
        return worst == null || report.ask().window().days() <= ToneCount.REACH + 1
                ? words
                : "%s, worst in the seven days up to %s"
                        .formatted(words, new ToneTold(report, figures).date(worst));
    }
}
