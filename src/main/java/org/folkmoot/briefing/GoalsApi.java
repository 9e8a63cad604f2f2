package org.folkmoot.briefing;

import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
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

    @GetMapping
    @Needs(Permission.SEE_NUMBERS)
    Listed<GoalTold> list(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return Listed.of(cursor, limit, goals::newest, Goal::id, this::told);
    }

    private List<GoalTold> told(List<Goal> page) {
        var report = page.isEmpty() ? null : readings.now();
        return page.stream().map(g -> GoalTold.of(g, readings.today(), report)).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    GoalTold set(@RequestBody GoalForm wish) {
        var id = readings.set(wish.read(readings.today()).orRefuse());
        return GoalTold.of(goals.get(id), readings.today(), readings.now());
    }

    @DeleteMapping("/{goal}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long goal) {
        goals.remove(goal);
    }
}
