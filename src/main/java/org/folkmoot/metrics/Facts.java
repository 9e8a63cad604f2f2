package org.folkmoot.metrics;

import java.util.List;
import org.folkmoot.metrics.Report.Both;

/// The companions of each number.
record Facts(Report report, Figures figures) {

    List<Health.Fact> growth() {
        var now = report.growth().now();
        var reading = report.growthReading(now);
        return List.of(
                new Health.Fact("Growth", figures.percent(reading.value()), note(reading, "")),
                count("Joined", now.joined(), report.growth().before().joined()),
                count("Left", now.left(), report.growth().before().left()),
                count("Came back", now.returned(), report.growth().before().returned()),
                new Health.Fact(
                        "Members now",
                        figures.count(now.total()),
                        figures.count(now.atStart()) + " at the start"),
                new Health.Fact(
                        "Undated profiles",
                        figures.count(now.undated()),
                        "nothing about them has a date; in no total"));
    }

    private Health.Fact count(String label, long now, long before) {
        return new Health.Fact(label, figures.count(now), figures.count(before) + " before");
    }

    List<Health.Fact> active() {
        var now = report.activeRatio().now();
        var reading = now.reading();
        return List.of(
                new Health.Fact(
                        "Active ratio",
                        figures.percent(reading.value()),
                        note(reading, figures.percents(reading.interval()))),
                count("Active members", now.active(), report.activeRatio().before().active()),
                new Health.Fact(
                        "Stickiness",
                        figures.percent(now.stickiness().value()),
                        note(now.stickiness(), "of the active are here on an average day")),
                new Health.Fact(
                        "Contributed",
                        figures.percent(now.contributing().value()),
                        note(now.contributing(), figures.percents(now.contributing().interval()))));
    }

    List<Health.Fact> response() {
        var now = report.response().now();
        var reading = now.reading();
        return List.of(
                new Health.Fact(
                        "Median wait",
                        wait(reading, now.curve()),
                        note(reading, figures.durations(reading.interval()))),
                new Health.Fact("Nine in ten answered after", p90(now.curve()), "Kaplan-Meier"),
                new Health.Fact(
                        "Unanswered",
                        figures.percent(now.unansweredShare().value()),
                        figures.percents(now.unansweredShare().interval())),
                new Health.Fact(
                        "Answered without a reply link",
                        figures.percent(now.inferredShare().value()),
                        "in chat, within 30 minutes"),
                new Health.Fact(
                        "Median wait, replies only",
                        wait(now.strict(), now.strictCurve()),
                        note(now.strict(), "")),
                new Health.Fact(
                        "Median wait for the team",
                        wait(now.staff(), now.staffCurve()),
                        note(now.staff(), "")),
                new Health.Fact(
                        "Median of the answered",
                        figures.duration(now.answeredMedian()),
                        "as tools count that forget who waits"),
                new Health.Fact(
                        "Mean of the answered", figures.duration(now.answeredMean()), "likewise"));
    }

    private String wait(Reading reading, KaplanMeier curve) {
        return reading.value() == null
                        && curve.n() > 0
                        && curve.median() == null
                        && curve.longest() > 0
                        && !noTeam(reading)
                ? "more than " + figures.duration(curve.longest())
                : figures.duration(reading.value());
    }

    private static boolean noTeam(Reading reading) {
        return reading.reason() != null && reading.reason().contains("staff");
    }

    private String p90(KaplanMeier curve) {
        var p90 = curve.timeUntil(0.1);
        return p90 == null && curve.n() > 0
                ? "more than " + figures.duration(curve.longest())
                : figures.duration(p90);
    }

    List<Health.Fact> retention() {
        var both = report.retention();
        var reading = both.now().reading();
        return List.of(
                new Health.Fact(
                        "Retention",
                        figures.percent(reading.value()),
                        note(reading, figures.percents(reading.interval()))),
                new Health.Fact("Active before", figures.count(both.now().activeBefore()), ""),
                new Health.Fact("Of them active again", figures.count(both.now().retained()), ""),
                new Health.Fact(
                        "The window before", figures.percent(both.before().reading().value()), ""));
    }

    List<Health.Fact> content() {
        Both<Engagement> both = report.engagement();
        var reading = both.now().reading();
        return List.of(
                new Health.Fact(
                        "Engagements per item",
                        figures.decimal(reading.value()),
                        note(reading, figures.decimals(reading.interval()))),
                count("Items", both.now().items(), both.before().items()),
                count("Engagements", both.now().engagements(), both.before().engagements()));
    }

    private static String note(Reading reading, String otherwise) {
        return reading.reason() == null ? otherwise : reading.reason();
    }
}
