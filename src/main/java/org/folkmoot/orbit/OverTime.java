package org.folkmoot.orbit;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.folkmoot.web.Chart;
import org.jspecify.annotations.Nullable;

/// A year behind a day, month by month, as charts.
record OverTime(Question asked, List<Standing> standings, String csv, Locale locale) {

    /// Each month's commitment against the one before; the first has none.
    private double gravity(int month) {
        return month == 0 ? Double.NaN : standings.get(month).gravity(standings.get(month - 1));
    }

    List<Chart> charts() {
        var charts = new ArrayList<Chart>();
        charts.add(levels());
        if (asked.profile() == Profile.MILESTONES) {
            charts.add(
                    chart(
                            "gravity",
                            "Gravity, each month against the one before",
                            "change of commitment per member",
                            Chart.Shape.BARS,
                            List.of(
                                    new Chart.Series(
                                            "Gravity",
                                            IntStream.range(0, standings.size())
                                                    .mapToObj(this::gravity)
                                                    .toList(),
                                            2,
                                            false)),
                            null));
        }
        charts.add(
                chart(
                        "mean-love",
                        "Mean love of those who have any",
                        "love",
                        Chart.Shape.LINES,
                        List.of(series("Mean love", 4, Standing::meanLove)),
                        null));
        return charts;
    }

    private Chart levels() {
        var profile = asked.profile();
        var series = new ArrayList<Chart.Series>();
        for (int rank = 4; rank >= 1; rank--) {
            int of = rank;
            series.add(series(profile.rank(rank), 5 - rank, s -> s.rank(profile, of)));
        }
        return chart("levels-over", finding(), "members", Chart.Shape.STACKED, series, csv);
    }

    /// What the year did to the two innermost ranks.
    private String finding() {
        var profile = asked.profile();
        int then = inner(standings.getFirst());
        int now = inner(standings.getLast());
        var names = "%s and %s".formatted(profile.rank(4), profile.rank(3));
        return now == then
                ? "%s have as many members as a year ago: %s"
                        .formatted(names, Words.count(now, locale))
                : "%s %s from %s to %s in a year"
                        .formatted(
                                names,
                                now > then ? "grew" : "shrank",
                                Words.count(then, locale),
                                Words.count(now, locale));
    }

    private int inner(Standing standing) {
        return standing.rank(asked.profile(), 4) + standing.rank(asked.profile(), 3);
    }

    private Chart.Series series(String name, int hue, ToDoubleFunction<Standing> value) {
        return new Chart.Series(
                name,
                standings.stream().map(s -> (Double) value.applyAsDouble(s)).toList(),
                hue,
                false);
    }

    private Chart chart(
            String id,
            String finding,
            String unit,
            Chart.Shape shape,
            List<Chart.Series> series,
            @Nullable String file) {
        var month = DateTimeFormatter.ofPattern("d LLL yy", locale);
        return new Chart(
                id,
                shape,
                finding,
                unit,
                "As of",
                standings.stream().map(s -> month.format(s.asOf())).toList(),
                series,
                List.of(),
                file,
                locale);
    }
}
