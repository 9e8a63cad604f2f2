package org.folkmoot.organisations;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.folkmoot.organisations.Deeds.Month;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Chart.Series;
import org.folkmoot.web.Chart.Shape;

/// The months of an organisation, drawn.
///
/// @param many how many months, the present one the last
record Months(Reader reader, LocalDate today, int many) {

    private List<YearMonth> months() {
        var last = YearMonth.from(today);
        var months = new ArrayList<YearMonth>();
        for (int i = many - 1; i >= 0; i--) {
            months.add(last.minusMonths(i));
        }
        return months;
    }

    /// @param came how many of today's people were first seen in a month
    /// @param did what they did in a month
    List<Chart> charts(NavigableMap<YearMonth, Integer> came, Map<YearMonth, Month> did) {
        var months = months();
        var here = new ArrayList<Double>();
        var active = new ArrayList<Double>();
        var activities = new ArrayList<Double>();
        for (var month : months) {
            here.add((double) came.headMap(month, true).values().stream().mapToInt(n -> n).sum());
            var done = did.getOrDefault(month, new Month(0, 0));
            active.add((double) done.people());
            activities.add((double) done.activities());
        }
        return List.of(
                chart(
                        "organisation-people",
                        Shape.LINES,
                        people(here),
                        "people by the end of the month, and how many of them were active in it",
                        months,
                        List.of(
                                new Series("People here", here, 1, false),
                                new Series("Active", active, 2, false))),
                chart(
                        "organisation-activity",
                        Shape.BARS,
                        activity(months, activities),
                        "activities per month",
                        months,
                        List.of(new Series("Activities", activities, 1, false))));
    }

    private String people(List<Double> here) {
        int first = here.getFirst().intValue();
        int last = here.getLast().intValue();
        var years = many / 12;
        return first == last
                ? "%s, as many as %d years ago".formatted(reader.many(last), years)
                : "%s, %s more than %d years ago"
                        .formatted(reader.many(last), reader.number((long) last - first), years);
    }

    /// The present month is not over, so it is not compared.
    private String activity(List<YearMonth> months, List<Double> activities) {
        int last = activities.size() - 2;
        double now = activities.get(last);
        double before = activities.get(last - 1);
        var when = reader.month(months.get(last));
        if (now == before) {
            return "%s activities in %s, as in the month before"
                    .formatted(reader.number((long) now), when);
        }
        return "%s activities in %s, %s %s than the month before"
                .formatted(
                        reader.number((long) now),
                        when,
                        reader.number((long) Math.abs(now - before)),
                        now > before ? "more" : "fewer");
    }

    private Chart chart(
            String id,
            Shape shape,
            String finding,
            String unit,
            List<YearMonth> months,
            List<Series> series) {
        return new Chart(
                id,
                shape,
                finding,
                unit,
                "Month",
                months.stream().map(reader::month).toList(),
                series,
                List.of(),
                null,
                reader.locale());
    }
}
