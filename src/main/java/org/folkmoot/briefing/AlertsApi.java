package org.folkmoot.briefing;

import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What stood out, for programs.
@RestController
@Needs(Permission.PLAN)
@RequestMapping(
        path = "/api/v1/communities/{slug}/alerts",
        produces = MediaType.APPLICATION_JSON_VALUE)
class AlertsApi {

    private final Alerts alerts;
    private final AlertAnswers answers;

    AlertsApi(Alerts alerts, AlertAnswers answers) {
        this.alerts = alerts;
        this.answers = answers;
    }

    /// @param next cursor of the page that follows; null on the last
    record Page(List<AlertTold> items, @Nullable String next) {}

    record Answer(@Nullable String answer) {}

    @GetMapping
    @Needs(Permission.SEE_NUMBERS)
    Page list(
            Visitor visitor,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > AnnotationsApi.MOST) {
            throw new Refusal.Unusable(
                    "limit=%d will not do: ask for 1 to %d.".formatted(limit, AnnotationsApi.MOST));
        }
        var found = alerts.newest(AnnotationsApi.after(cursor), limit + 1);
        var page = found.stream().limit(limit).map(a -> AlertTold.of(a, visitor.locale())).toList();
        return new Page(page, found.size() > limit ? Long.toString(page.getLast().id()) : null);
    }

    @PutMapping("/{alert}/answer")
    AlertTold answer(Visitor visitor, @PathVariable long alert, @RequestBody Answer answer) {
        answers.answer(alert, AnnotationForm.or(answer.answer()), visitor.locale());
        return AlertTold.of(alerts.get(alert), visitor.locale());
    }

    @DeleteMapping("/{alert}/answer")
    AlertTold reopen(Visitor visitor, @PathVariable long alert) {
        answers.reopen(alert);
        return AlertTold.of(alerts.get(alert), visitor.locale());
    }
}
