package org.folkmoot.sources.figures;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.folkmoot.web.Chart;
import org.springframework.web.util.UriUtils;

/// What a platform counts of itself, a line for each name.
///
/// @param csv where all of them are downloaded
public record FigureCharts(List<Figures.Total> totals, String csv, Locale locale) {

    public List<Chart> all() {
        var byName = new LinkedHashMap<String, TreeMap<LocalDate, Double>>();
        for (var total : totals) {
            byName.computeIfAbsent(total.name(), _ -> new TreeMap<>())
                    .put(total.day(), total.value().doubleValue());
        }
        var charts = new ArrayList<Chart>();
        byName.forEach((name, values) -> charts.add(chart(charts.size() + 1, name, values)));
        return charts;
    }

    /// Days on which nothing was told are gaps.
    private Chart chart(int number, String name, TreeMap<LocalDate, Double> values) {
        var days = values.firstKey().datesUntil(values.lastKey().plusDays(1)).toList();
        var label = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        var last = values.lastEntry();
        var finding =
                "%s: %s on %s"
                        .formatted(
                                title(name),
                                NumberFormat.getNumberInstance(locale).format(last.getValue()),
                                label.format(last.getKey()));
        var line =
                new Chart.Series(
                        title(name),
                        days.stream().map(day -> values.getOrDefault(day, Double.NaN)).toList(),
                        1 + (number - 1) % 8,
                        false);
        return new Chart(
                "figure-" + number,
                Chart.Shape.LINES,
                finding,
                name,
                "Day",
                days.stream().map(label::format).toList(),
                List.of(line),
                List.of(),
                csv + "?name=" + UriUtils.encodeQueryParam(name, "UTF-8"),
                locale);
    }

    private static String title(String name) {
        return name.isEmpty() ? "" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
