package org.folkmoot.briefing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.folkmoot.web.Tone;

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
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    /// "On track for 1,200 by 1 Mar 2027: 1,100 now, 12 more a week are needed."
    String standing(Goal goal, Goal.Standing standing) {
        var aim = "%s by %s".formatted(value(goal, goal.target()), day(goal.due()));
        var now = standing.value() == null ? "" : value(goal, standing.value());
        return switch (standing.state()) {
            case REACHED ->
                    "Goal reached: %s, with %s to spare until %s."
                            .formatted(now, apart(goal, standing), day(goal.due()));
            case ON_TRACK ->
                    "On track for %s: %s now, %s.".formatted(aim, now, need(goal, standing));
            case BEHIND ->
                    "Behind the goal of %s: %s now, %s.".formatted(aim, now, need(goal, standing));
            case KEPT ->
                    "Kept: %s on %s, the goal was %s."
                            .formatted(now, day(goal.due()), value(goal, goal.target()));
            case MISSED ->
                    "Missed: %s on %s, the goal was %s."
                            .formatted(now, day(goal.due()), value(goal, goal.target()));
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

    static Tone tone(GoalState state) {
        return switch (state) {
            case REACHED, KEPT, ON_TRACK -> Tone.GOOD;
            case BEHIND, MISSED -> Tone.WARN;
            case UNKNOWN -> Tone.CALM;
        };
    }

    static String badge(GoalState state) {
        return switch (state) {
            case REACHED -> "reached";
            case KEPT -> "kept";
            case ON_TRACK -> "on track";
            case BEHIND -> "behind";
            case MISSED -> "missed";
            case UNKNOWN -> "not known";
        };
    }
}
