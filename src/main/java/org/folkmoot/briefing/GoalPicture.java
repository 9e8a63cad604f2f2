package org.folkmoot.briefing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.metrics.Gauge;
import org.folkmoot.web.Chart;
import org.jspecify.annotations.Nullable;

/// Draws the way towards a goal.
record GoalPicture(GoalWords words) {

    /// The number week by week, the straight way from start to goal, and the goal itself.
    ///
    /// @param now the value of today; null when it is not known or the goal's time is over
    Chart of(Goal goal, Goal.Standing standing, LocalDate today, @Nullable Double now) {
        var label =
                DateTimeFormatter.ofPattern(
                        goal.startDay().plusMonths(9).isBefore(goal.due()) ? "d MMM uu" : "d MMM",
                        words.locale());
        var labels = new ArrayList<String>();
        var values = new ArrayList<Double>();
        var way = new ArrayList<Double>();
        var aim = new ArrayList<Double>();
        var days = days(goal, today);
        for (var day : days) {
            labels.add(label.format(day));
            var read = goal.readings().get(day);
            values.add(
                    day.equals(today) && now != null
                            ? typed(goal, now)
                            : read == null ? Double.NaN : typed(goal, read));
            way.add(day.isBefore(goal.startDay()) ? Double.NaN : typed(goal, goal.expected(day)));
            aim.add(typed(goal, goal.target()));
        }
        return new Chart(
                "goal-" + goal.id(),
                Chart.Shape.LINES,
                words.standing(goal, standing).replaceFirst("\\.$", ""),
                goal.gauge().unit() == Gauge.Unit.SHARE ? "%" : goal.gauge().unit().words(),
                "Day",
                labels,
                List.of(
                        new Chart.Series(goal.gauge().title(), values, 1, false),
                        new Chart.Series("The straight way", way, 1, true),
                        new Chart.Series("Goal", aim, 3, false)),
                List.of(),
                null,
                words.locale());
    }

    /// All days of readings up to the last, with today among them.
    private static List<LocalDate> days(Goal goal, LocalDate today) {
        var days = new ArrayList<>(GoalReadings.days(goal, goal.due()));
        if (!days.contains(today) && today.isBefore(goal.due()) && today.isAfter(days.getFirst())) {
            days.add(today);
            days.sort(null);
        }
        return days;
    }

    private static double typed(Goal goal, double kept) {
        return goal.gauge().unit().typed(kept);
    }
}
