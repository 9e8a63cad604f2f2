package org.folkmoot.briefing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.metrics.Report;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Goals and how they stand, for programs.
@RestController
@Needs(Permission.PLAN)
@RequestMapping(
        path = "/api/v1/communities/{slug}/goals",
        produces = MediaType.APPLICATION_JSON_VALUE)
class GoalsApi {

    private final Goals goals;
    private final GoalReadings readings;

    GoalsApi(Goals goals, GoalReadings readings) {
        this.goals = goals;
        this.readings = readings;
    }

    /// @param metric the section of Health it belongs to
    /// @param unit in which all its values are: `people`, `%`, `hours`, `per item`
    /// @param neededPerWeek what has to be added each week; negative where less is better
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
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
            Instant at) {}

    /// @param next cursor of the page that follows; null on the last
    record Page(List<Told> items, @Nullable String next) {}

    @GetMapping
    @Needs(Permission.SEE_NUMBERS)
    Page list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > AnnotationsApi.MOST) {
            throw new Refusal.Unusable(
                    "limit=%d will not do: ask for 1 to %d."
                            .formatted(limit, AnnotationsApi.MOST));
        }
        var found = goals.newest(AnnotationsApi.after(cursor), limit + 1);
        var report = found.isEmpty() ? null : readings.now();
        var page = found.stream().limit(limit).map(g -> told(g, report)).toList();
        return new Page(page, found.size() > limit ? Long.toString(page.getLast().id()) : null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Told set(@RequestBody GoalForm wish) {
        var id = readings.set(wish.read(readings.today()).orRefuse());
        return told(goals.get(id), readings.now());
    }

    @DeleteMapping("/{goal}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long goal) {
        goals.remove(goal);
    }

    private Told told(Goal goal, @Nullable Report report) {
        var unit = goal.gauge().unit();
        var standing =
                goal.on(readings.today(), report == null ? null : goal.gauge().of(report));
        var all = new java.util.TreeMap<LocalDate, Double>();
        goal.readings().forEach((day, value) -> all.put(day, unit.typed(value)));
        return new Told(
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
