package org.folkmoot.briefing;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.metrics.Beat.Of;
import org.folkmoot.metrics.Gauge;
import org.folkmoot.web.Chart;

/// Draws an alert.
final class AlertPicture {

    private AlertPicture() {}

    /// The weeks before it, with the day itself at the end.
    static Chart of(Alert alert, AlertWords words) {
        var label = DateTimeFormatter.ofPattern("d MMM", words.locale());
        var response = alert.finding().of() == Of.RESPONSE;
        int many = alert.recent().size();
        var labels = new ArrayList<String>();
        var values = new ArrayList<Double>();
        var usual = new ArrayList<Double>();
        for (int i = 0; i < many; i++) {
            var day = alert.last().minusDays((long) (many - 1 - i) * alert.step());
            labels.add(label.format(day));
            values.add(
                    response
                            ? Gauge.Unit.HOURS.typed(alert.recent().get(i))
                            : alert.recent().get(i));
            var expected = alert.finding().off().expected();
            usual.add(
                    i < many - (response ? 1 : alert.finding().span())
                            ? Double.NaN
                            : response ? Gauge.Unit.HOURS.typed(expected) : expected);
        }
        return new Chart(
                "alert-" + alert.id(),
                Chart.Shape.LINES,
                words.title(alert),
                response ? "hours until half are answered" : "a day",
                response ? "Week up to" : "Day",
                labels,
                List.of(
                        new Chart.Series("As it was", values, 1, false),
                        new Chart.Series("As it usually would be", usual, 3, false)),
                List.of(),
                null,
                words.locale());
    }
}
