package org.folkmoot.metrics;

import java.util.List;
import org.folkmoot.metrics.Report.Both;
import org.folkmoot.web.Definition;

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
                business(now),
                recognised(now.recognised()),
                new Health.Fact(
                        "Median of the answered",
                        figures.duration(now.answeredMedian()),
                        "as tools count that forget who waits"),
                new Health.Fact(
                        "Mean of the answered", figures.duration(now.answeredMean()), "likewise"));
    }

    private Health.Fact recognised(Recognised recognised) {
        return new Health.Fact(
                "Questions told by their words",
                figures.percent(recognised.coverage()),
                recognised.posts() == 0
                        ? "nothing here to judge: platforms say what is a question"
                        : recognised.byMark() == 0
                                ? "all of %s"
                                        .formatted(
                                                figures.count(
                                                        recognised.posts(),
                                                        "post in chats",
                                                        "posts in chats"))
                                : "%s not read yet; these go by their question marks"
                                        .formatted(
                                                figures.count(
                                                        recognised.byMark(), "post", "posts")),
                new Definition(
                        "fact-recognised",
                        "Questions told by their words",
                        "In chats people ask with and without a question mark, and write question marks that ask nothing. Each post of its own is read for it; what a person says of it instead counts. The share that was read; the others have a question mark or not, until they are read, seconds after they come. In forums every thread waits.",
                        null));
    }

    private Health.Fact business(Waits waits) {
        var open = waits.openTime();
        var words = open.hours().inWords(figures.locale());
        var holidays = open.holidays().size();
        var without =
                holidays == 0 ? "" : ", without " + figures.count(holidays, "holiday", "holidays");
        var usual = open.hours().chosen() ? "" : " (the usual hours, nobody has chosen others)";
        return new Health.Fact(
                "Median wait in business hours",
                wait(waits.business(), waits.businessCurve()),
                (note(waits.business(), "") + " " + words + without + usual).strip(),
                new Definition(
                        "fact-business",
                        "Median wait in business hours",
                        "The same median, of the time within business hours alone: nights, weekends and holidays count nothing, and what was answered before the hours began took 0. The hours: %s, by the community's clock%s%s. They are one of the settings."
                                .formatted(words, without, usual),
                        null));
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
                count("Engagements", both.now().engagements(), both.before().engagements()),
                views(),
                rate());
    }

    private Health.Fact views() {
        var views = report.content().views();
        return new Health.Fact(
                "Views",
                views.known() == 0 ? Figures.UNKNOWN : figures.count(views.views()),
                views.known() == 0
                        ? note(views.rate(), "")
                        : "known of %s of %s"
                                .formatted(
                                        figures.count(views.known()),
                                        figures.count(views.items(), "item", "items")),
                new Definition(
                        "fact-views",
                        "Views",
                        "How often the items made in the window were looked at, as their platform counted it until the last import. Discourse and Stack Exchange tell it; most chats do not.",
                        null));
    }

    private Health.Fact rate() {
        var rate = report.content().views().rate();
        var before = report.contentBefore().views().rate();
        return new Health.Fact(
                "Engagements per view",
                figures.percent(rate.value()),
                note(rate, figures.percent(before.value()) + " before"),
                new Definition(
                        "fact-rate",
                        "Engagements per view",
                        "All engagements with the items whose views are known, divided by all their views. Items whose platform tells no views are in neither.",
                        null));
    }

    private static String note(Reading reading, String otherwise) {
        return reading.reason() == null ? otherwise : reading.reason();
    }
}
