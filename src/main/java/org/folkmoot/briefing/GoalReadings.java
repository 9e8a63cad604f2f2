package org.folkmoot.briefing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.metrics.Ask;
import org.folkmoot.metrics.Metrics;
import org.folkmoot.metrics.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Reads what the numbers of goals were, from the same place as Health.
@Service
class GoalReadings {

    private final Goals goals;
    private final Metrics metrics;
    private final Communities communities;
    private final Clock clock;

    GoalReadings(Goals goals, Metrics metrics, Communities communities, Clock clock) {
        this.goals = goals;
        this.metrics = metrics;
        this.communities = communities;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), communities.here().zone());
    }

    /// The numbers of the 30 days up to today.
    Report now() {
        return on(today());
    }

    /// The numbers of the 30 days up to that one.
    Report on(LocalDate day) {
        return metrics.untoned(
                Ask.of(communities.here(), Map.of("asOf", day.toString()), clock.instant()));
    }

    /// Sets a goal and reads what its number was in the weeks before.
    ///
    /// @throws Refusal.Unusable when it is reached already, or where it starts is not known
    long set(GoalForm.Wish wish) {
        var today = today();
        var value = wish.start() == null ? wish.gauge().of(now()) : wish.start();
        if (value == null) {
            throw new Refusal.Unusable(
                    "%s is not known at present. Say where it starts."
                            .formatted(wish.gauge().title()));
        }
        if (wish.upwardFrom(value) ? value >= wish.target() : value <= wish.target()) {
            throw new Refusal.Unusable(
                    "This is reached already: it is %s now. Aim a little further."
                            .formatted(wish.gauge().words(value, communities.here().locale())));
        }
        var id = goals.add(wish, value, today);
        read(List.of(goals.get(id)), today);
        return id;
    }

    /// Reads the numbers of all goals that are open or ended lately, also those of days gone by:
    /// an import may have told more of them. A day costs one report, however many goals there are.
    void follow(LocalDate today) {
        var some = new ArrayList<>(goals.open(today));
        goals.over(today).stream()
                .filter(goal -> !goal.due().isBefore(today.minusDays(30)))
                .forEach(some::add);
        read(some, today);
    }

    /// Of all these, up to that day.
    void read(List<Goal> some, LocalDate today) {
        var reports = new HashMap<LocalDate, Report>();
        for (var goal : some) {
            var values = new LinkedHashMap<LocalDate, @Nullable Double>();
            for (var day : days(goal, today)) {
                values.put(day, goal.gauge().of(reports.computeIfAbsent(day, this::on)));
            }
            goals.note(goal.id(), values);
        }
    }

    /// Every week from some before its start on, and its last day; none that is to come.
    static List<LocalDate> days(Goal goal, LocalDate today) {
        var days = new ArrayList<LocalDate>();
        for (var day = goal.startDay().minusWeeks(Goal.BEFORE);
                day.isBefore(goal.due()) && !day.isAfter(today);
                day = day.plusWeeks(1)) {
            days.add(day);
        }
        if (!goal.due().isAfter(today)) {
            days.add(goal.due());
        }
        return days;
    }
}
