package org.folkmoot.briefing;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Scene;
import org.folkmoot.metrics.Gauge;
import org.springframework.stereotype.Component;

/// What the made-up team has marked and means to reach.
@Component
class BriefingScene implements Scene {

    private final Annotations annotations;
    private final Goals goals;
    private final GoalReadings readings;
    private final Dashboards dashboards;
    private final AlertRound alerts;
    private final Communities communities;

    BriefingScene(
            Annotations annotations,
            Goals goals,
            GoalReadings readings,
            Dashboards dashboards,
            AlertRound alerts,
            Communities communities) {
        this.annotations = annotations;
        this.goals = goals;
        this.readings = readings;
        this.dashboards = dashboards;
        this.alerts = alerts;
        this.communities = communities;
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public boolean due() {
        return annotations.newest(0, 1).isEmpty() && goals.newest(0, 1).isEmpty();
    }

    @Override
    public void play() {
        var today = readings.today();
        mark(
                today.minusDays(18),
                today.minusDays(18),
                "Lantern 2.0 released",
                Annotation.Kind.RELEASE,
                "https://lantern.example/2.0");
        mark(today.minusDays(9), today.minusDays(7), "Writers' days", Annotation.Kind.EVENT, null);
        mark(
                today.plusDays(4),
                today.plusDays(5),
                "Translation weekend",
                Annotation.Kind.CAMPAIGN,
                null);
        // days of both goals fall on the same weekdays, so that each is worked out once
        aim(
                Gauge.ACTIVE,
                1.15,
                today.minusDays(35),
                today.plusDays(49),
                "So that questions find somebody at any hour");
        aim(Gauge.MEMBERS, 1.02, today.minusDays(77), today.minusDays(14), "");
        readings.read(goals.newest(0, 2), today);
        dashboards.keep(
                Dashboard.NONE.with(
                        "everybody", List.of("members", "active", "response", "retention"), ""));
        // the nightly round would come minutes after the first visitor
        alerts.look(communities.here(), today);
    }

    private void mark(
            LocalDate first,
            LocalDate last,
            String words,
            Annotation.Kind kind,
            @org.jspecify.annotations.Nullable String link) {
        annotations.add(new AnnotationForm.Wish(first, last, words, kind, link, false));
    }

    /// To that much of what it was on that day; nothing where it is not known.
    private void aim(Gauge gauge, double factor, LocalDate from, LocalDate due, String why) {
        var start = gauge.of(readings.on(from));
        if (start != null && start > 0) {
            var wish = new GoalForm.Wish(gauge, Math.ceil(start * factor), due, start, true, why);
            goals.add(wish, start, from);
        }
    }
}
