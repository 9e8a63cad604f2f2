package org.folkmoot.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.folkmoot.web.Chart.Band;
import org.folkmoot.web.Chart.Series;
import org.folkmoot.web.Chart.Shape;

/// One chart of each shape that does not run along days.
final class MoreCharts {

    private MoreCharts() {}

    static List<Chart> all() {
        return List.of(
                chart(
                        "staying",
                        Shape.STEPS,
                        "Half of those who come stay two months",
                        "% still active",
                        List.of("0", "30", "60", "90"),
                        List.of(
                                new Series(
                                        "Still active",
                                        List.of(100.0, 71.0, 52.0, 44.0),
                                        3,
                                        false,
                                        new Band(
                                                List.of(100.0, 60.0, 41.0, 33.0),
                                                List.of(100.0, 80.0, 62.0, 55.0))))),
                chart(
                        "rhythm",
                        Shape.HEAT,
                        "Most is said on Tuesday at 14:00",
                        "people",
                        IntStream.range(0, 24).mapToObj(h -> "%02d:00".formatted(h)).toList(),
                        IntStream.range(0, 7).mapToObj(MoreCharts::day).toList()),
                chart(
                        "way-in",
                        Shape.FUNNEL,
                        "Every second newcomer takes part",
                        "% of those who came",
                        List.of("Came", "Took part", "Got an answer", "Contributed"),
                        List.of(
                                new Series(
                                        "These 90 days", List.of(100.0, 52.0, 40.0, 8.0), 1, false),
                                new Series(
                                        "The 90 days before",
                                        List.of(100.0, 60.0, 33.0, 9.0),
                                        1,
                                        true))),
                chart(
                        "moves",
                        Shape.FLOW,
                        "More moved in than out",
                        "members",
                        List.of("Leading", "Exploring", "No level"),
                        List.of(
                                new Series("Leading", List.of(8.0, 3.0, 0.0), 1, false),
                                new Series("Exploring", List.of(1.0, 20.0, 9.0), 1, false),
                                new Series("No level", List.of(0.0, 5.0, Double.NaN), 1, false))));
    }

    private static Series day(int day) {
        return new Series(
                List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun").get(day),
                IntStream.range(0, 24)
                        .mapToObj(h -> (Double) (double) (h < 6 ? 0 : (h * 7 + day * 3) % 19))
                        .toList(),
                1,
                false);
    }

    private static Chart chart(
            String id,
            Shape shape,
            String finding,
            String unit,
            List<String> labels,
            List<Series> series) {
        return new Chart(
                id, shape, finding, unit, "", labels, series, List.of(), "#csv", Locale.UK);
    }
}
