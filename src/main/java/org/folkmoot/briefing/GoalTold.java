package org.folkmoot.briefing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.metrics.Report;
import org.jspecify.annotations.Nullable;

/// A goal as programs are told of it.
///
/// @param metric the section of Health it belongs to
/// @param unit in which all its values are: `people`, `%`, `hours`, `per item`
/// @param neededPerWeek what has to be added each week; negative where less is better
@JsonInclude(JsonInclude.Include.ALWAYS)
record GoalTold(
        long id,
        String gauge,
        String metric,
        String unit,
        double start,
        String startDay,
        double target,
        String due,
        String direction,
        String why,
        String state,
        @Nullable Double value,
        double neededPerWeek,
        Map<LocalDate, Double> readings,
        String by,
        Instant at) {

    static GoalTold of(Goal goal, LocalDate today, @Nullable Report report) {
        var unit = goal.gauge().unit();
        var standing = goal.on(today, report == null ? null : goal.gauge().of(report));
        var all = new TreeMap<LocalDate, Double>();
        goal.readings().forEach((day, value) -> all.put(day, unit.typed(value)));
        return new GoalTold(
                goal.id(),
                goal.gauge().key(),
                goal.gauge().metric(),
                unit.words(),
                unit.typed(goal.start()),
                goal.startDay().toString(),
                unit.typed(goal.target()),
                goal.due().toString(),
                goal.upward() ? "least" : "most",
                goal.why(),
                standing.state().key(),
                standing.value() == null ? null : Double.valueOf(unit.typed(standing.value())),
                unit.typed(standing.weekly()),
                all,
                goal.by(),
                goal.at());
    }
}
