package org.folkmoot.briefing;

import java.util.List;
import java.util.Locale;
import org.folkmoot.metrics.Ask;
import org.folkmoot.metrics.Filters;
import org.folkmoot.metrics.Overlay;
import org.folkmoot.metrics.Report;
import org.folkmoot.web.NumberCard;
import org.springframework.stereotype.Component;

/// Shows goals on the cards and charts of Health, where these are about everybody as the goals are.
@Component
class Aims implements Overlay {

    private static final int DAYS = 30;

    private final Goals goals;
    private final GoalReadings readings;

    Aims(Goals goals, GoalReadings readings) {
        this.goals = goals;
        this.readings = readings;
    }

    @Override
    public Object state() {
        return goals.open(readings.today());
    }

    @Override
    public Drawn over(Report report, Locale locale) {
        var ask = report.ask();
        if (!ask.filters().equals(Filters.NONE)) {
            return new Drawn(List.of(), List.of());
        }
        var today = readings.today();
        var words = new GoalWords(locale);
        return new Drawn(
                List.of(),
                goals.open(today).stream()
                        .map(
                                goal -> {
                                    var now =
                                            fresh(ask, today)
                                                    ? goal.gauge().of(report)
                                                    : goal.known(today).orElse(null);
                                    var standing = goal.on(today, now);
                                    return new Aim(
                                            goal.gauge().metric(),
                                            new NumberCard.Note(
                                                    words.standing(goal, standing),
                                                    GoalWords.tone(standing.state())),
                                            "/c/%s/briefing/goals/%d"
                                                    .formatted(ask.community().slug(), goal.id()),
                                            new GoalPicture(words).of(goal, standing, today, now));
                                })
                        .toList());
    }

    /// Whether the report is the one that goals are about.
    private static boolean fresh(Ask ask, java.time.LocalDate today) {
        return ask.window().days() == DAYS && ask.window().last().equals(today);
    }
}
