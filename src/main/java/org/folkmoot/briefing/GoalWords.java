package org.folkmoot.briefing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.metrics.Gauge;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Tone;
import org.jspecify.annotations.Nullable;

/// Puts goals into the reader's words and pictures.
record GoalWords(Locale locale) {

    /// "At least 1,200 active members in 30 days by 1 Mar 2027".
    String title(Goal goal) {
        return "%s: %s %s by %s"
                .formatted(
                        goal.gauge().title(),
                        goal.upward() ? "at least" : "at most",
                        value(goal, goal.target()),
                        day(goal.due()));
    }

    String value(Goal goal, double kept) {
        return goal.gauge().words(kept, locale);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /// "On track for 1,200 by 1 Mar 2027: 1,100 now, 12 more a week are needed."
    String standing(Goal goal, Goal.Standing standing) {
        var aim = "%s by %s".formatted(value(goal, goal.target()), day(goal.due()));
        var now = standing.value() == null ? "" : value(goal, standing.value());
        return switch (standing.state()) {
            case REACHED -> "Goal reached: %s, with %s to spare until %s.".formatted(
                    now, apart(goal, standing), day(goal.due()));
            case ON_TRACK -> "On track for %s: %s now, %s.".formatted(aim, now, need(goal, standing));
            case BEHIND -> "Behind the goal of %s: %s now, %s.".formatted(
                    aim, now, need(goal, standing));
            case KEPT -> "Kept: %s on %s, the goal was %s.".formatted(
                    now, day(goal.due()), value(goal, goal.target()));
            case MISSED -> "Missed: %s on %s, the goal was %s.".formatted(
                    now, day(goal.due()), value(goal, goal.target()));
            case UNKNOWN -> "The goal is %s. The number is not known at present.".formatted(aim);
        };
    }

    private String apart(Goal goal, Goal.Standing standing) {
        return standing.value() == null
                ? ""
                : goal.gauge().apart(standing.value() - goal.target(), locale);
    }

    private String need(Goal goal, Goal.Standing standing) {
        return "%s %s a week are needed"
                .formatted(
                        goal.gauge().apart(standing.weekly(), locale),
                        standing.weekly() > 0 ? "more" : "less");
    }

    static Tone tone(Goal.State state) {
        return switch (state) {
            case REACHED, KEPT, ON_TRACK -> Tone.GOOD;
            case BEHIND, MISSED -> Tone.WARN;
            case UNKNOWN -> Tone.CALM;
        };
    }

    static String badge(Goal.State state) {
        return switch (state) {
            case REACHED -> "reached";
            case KEPT -> "kept";
            case ON_TRACK -> "on track";
            case BEHIND -> "behind";
            case MISSED -> "missed";
            case UNKNOWN -> "not known";
        };
    }

    /// The number week by week, the straight way from start to goal, and the goal itself.
    ///
    /// @param now the value of today; null when it is not known or the goal's time is over
    Chart chart(Goal goal, Goal.Standing standing, LocalDate today, @Nullable Double now) {
        var label =
                DateTimeFormatter.ofPattern(
                        goal.startDay().plusMonths(9).isBefore(goal.due()) ? "d MMM uu" : "d MMM",
                        locale);
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
            way.add(
                    day.isBefore(goal.startDay())
                            ? Double.NaN
                            : typed(goal, goal.expected(day)));
            aim.add(typed(goal, goal.target()));
        }
        return new Chart(
                "goal-" + goal.id(),
                Chart.Shape.LINES,
                standing(goal, standing).replaceFirst("\\.$", ""),
                goal.gauge().unit() == Gauge.Unit.SHARE ? "%" : goal.gauge().unit().words(),
                "Day",
                labels,
                List.of(
                        new Chart.Series(goal.gauge().title(), values, 1, false),
                        new Chart.Series("The straight way", way, 1, true),
                        new Chart.Series("Goal", aim, 3, false)),
                List.of(),
                null,
                locale);
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
