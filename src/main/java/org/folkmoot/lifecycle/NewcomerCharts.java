package org.folkmoot.lifecycle;

import java.util.List;
import org.folkmoot.lifecycle.Newcomer.Step;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Definition;
import org.folkmoot.web.NumberCard;
import org.folkmoot.web.NumberCard.Change;
import org.folkmoot.web.NumberCard.Direction;
import org.folkmoot.web.NumberCard.Figure;
import org.folkmoot.web.NumberCard.Known;
import org.folkmoot.web.NumberCard.NotYet;
import org.folkmoot.web.Tone;
import org.folkmoot.web.Wording;

/// What newcomers did, as cards and as a chart.
record NewcomerCharts(Asked asked, Funnel now, Funnel before, Wording in) {

    List<NumberCard> cards() {
        var rate = now.withinADay();
        var rateBefore = before.withinADay();
        var waits = now.waits();
        var median = waits.median();
        return List.of(
                new NumberCard(
                        "Came",
                        "#who",
                        new Definition(
                                "what-came",
                                "Came",
                                "Members first seen in these days, the team and bots left out.",
                                null),
                        new Known(
                                in.count(now.people().size()),
                                new Change(
                                        way(now.people().size() - before.people().size()),
                                        in.count(before.people().size()) + " before",
                                        Tone.CALM),
                                null),
                        ""),
                new NumberCard(
                        "First post answered within a day",
                        "#waiting",
                        new Definition(
                                "what-answered",
                                "First post answered within a day",
                                "Of the first posts of newcomers that are a day old or older: the share that somebody else answered within 24 hours.",
                                null),
                        share(
                                rate.share(),
                                rateBefore.share(),
                                "Nobody has posted a day ago or earlier."),
                        "%s of %s"
                                .formatted(
                                        in.count(rate.answered()),
                                        in.count(rate.posts(), "post", "posts"))),
                new NumberCard(
                        "Wait for a first answer",
                        "#waiting",
                        new Definition(
                                "what-wait",
                                "Wait for a first answer",
                                "Half of the first posts have an answer after so long. Those that still wait are reckoned in (Kaplan-Meier), so that waiting makes it longer.",
                                null),
                        waits.n() == 0
                                ? new NotYet("No newcomer has posted anything.", "")
                                : new Known(
                                        median == null
                                                ? "more than " + in.duration(waits.longest())
                                                : in.duration(median),
                                        null,
                                        null),
                        in.count(waits.n(), "first post", "first posts")),
                step(Step.AGAIN, "Active in a second calendar week, whichever it was."),
                step(
                        Step.CONTRIBUTED,
                        "Did something that counts as a contribution: ideas, issues, answers, code, events, help."));
    }

    private NumberCard step(Step step, String words) {
        return new NumberCard(
                step.label(),
                "#who",
                new Definition(
                        "what-" + step.name().toLowerCase(java.util.Locale.ROOT),
                        step.label(),
                        words,
                        null),
                share(now.share(step), before.share(step), "Nobody came in these days."),
                "%s of %s".formatted(in.count(now.reached(step)), in.count(now.people().size())));
    }

    private Figure share(double share, double earlier, String why) {
        return Double.isNaN(share)
                ? new NotYet(why, "")
                : new Known(
                        in.percent(share),
                        Double.isNaN(earlier)
                                ? null
                                : new Change(
                                        way(share - earlier),
                                        in.percent(earlier) + " before",
                                        share < earlier - 0.05
                                                ? Tone.WARN
                                                : share > earlier + 0.05 ? Tone.GOOD : Tone.CALM),
                        null);
    }

    private static Direction way(double change) {
        return change > 0.005 ? Direction.UP : change < -0.005 ? Direction.DOWN : Direction.LEVEL;
    }

    Chart funnel() {
        var answered = now.share(Step.ANSWERED);
        return new Chart(
                "chart-funnel",
                Chart.Shape.FUNNEL,
                now.people().isEmpty()
                        ? "Nobody came in these days"
                        : "%s of those who came took part, %s got an answer, %s came again in another week"
                                .formatted(
                                        in.percent(now.share(Step.ACTIVE)),
                                        in.percent(answered),
                                        in.percent(now.share(Step.AGAIN))),
                "% of those who came",
                "Step",
                Funnel.steps().stream().map(Step::label).toList(),
                List.of(
                        series("These %d days".formatted(asked.window().days()), now, false),
                        series(
                                "The %d days before".formatted(asked.window().days()),
                                before,
                                true)),
                List.of(),
                null,
                in.locale());
    }

    private static Chart.Series series(String name, Funnel funnel, boolean before) {
        return new Chart.Series(
                name,
                Funnel.steps().stream().map(s -> (Double) (funnel.share(s) * 100)).toList(),
                1,
                before);
    }
}
