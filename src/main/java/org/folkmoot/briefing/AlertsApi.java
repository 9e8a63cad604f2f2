package org.folkmoot.briefing;

import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
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

    record Answer(@Nullable String answer) {}

    @GetMapping
    @Needs(Permission.SEE_NUMBERS)
    Listed<AlertTold> list(
            Visitor visitor,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return Listed.of(
                cursor,
                limit,
                alerts::newest,
                Alert::id,
                page -> page.stream().map(a -> AlertTold.of(a, visitor.locale())).toList());
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
