package org.folkmoot.brief;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.activity.Glimpses;
import org.folkmoot.lifecycle.Funnel;
import org.folkmoot.lifecycle.Newcomer;
import org.folkmoot.lifecycle.Newcomers;
import org.folkmoot.members.MemberNames;
import org.folkmoot.metrics.Ask;
import org.folkmoot.metrics.Drawing;
import org.folkmoot.metrics.Gauge;
import org.folkmoot.metrics.Report;
import org.springframework.stereotype.Component;

/// Finds out how things are done here; what Health and Lifecycle tell too comes from them.
@Component
class Habits {

    private static final int FEW = 5;
    private static final double NINE_IN_TEN = .1;

    private final CustomRows rows;
    private final Newcomers newcomers;
    private final Drawing drawing;
    private final Glimpses glimpses;
    private final MemberNames names;

    Habits(
            CustomRows rows,
            Newcomers newcomers,
            Drawing drawing,
            Glimpses glimpses,
            MemberNames names) {
        this.rows = rows;
        this.newcomers = newcomers;
        this.drawing = drawing;
        this.glimpses = glimpses;
        this.names = names;
    }

    /// @param alone who is not to be named
    Customs of(Ask ask, Report report, Set<Long> alone) {
        var came = newcomers.of(ask.window());
        var rate = new Funnel(came, ask.window().to()).withinADay();
        var written = rows.written(ask.window());
        var reactions = rows.reactions(ask.window());
        var pinned = rows.pinned();
        var glimpsed = glimpses.of(pinned);
        return new Customs(
                Gauge.RESPONSE.of(report),
                report.response().now().curve().timeUntil(NINE_IN_TEN),
                Gauge.UNANSWERED.of(report),
                rate.posts(),
                rate.answered(),
                welcomers(came, alone),
                written.posts(),
                written.middle(),
                rows.languages(ask.window()),
                reactions.stream().mapToLong(Customs.Part::many).sum(),
                reactions.stream().filter(r -> !r.name().isBlank()).limit(FEW).toList(),
                met(drawing.most(ask, FEW)),
                pinned.stream().flatMap(id -> Stream.ofNullable(glimpsed.get(id))).toList());
    }

    private List<Customs.Met> met(List<Drawing.Drew> drew) {
        var glimpsed = glimpses.of(drew.stream().map(Drawing.Drew::id).toList());
        return drew.stream()
                .flatMap(
                        d ->
                                Stream.ofNullable(glimpsed.get(d.id()))
                                        .map(
                                                g ->
                                                        new Customs.Met(
                                                                g.thread(),
                                                                d.kind(),
                                                                g.words(),
                                                                g.place(),
                                                                d.engagements())))
                .toList();
    }

    private List<Customs.Welcomer> welcomers(List<Newcomer> came, Set<Long> alone) {
        var answered = came.stream().filter(n -> n.answered() != null).map(Newcomer::post).toList();
        var most =
                rows.welcomers(answered).entrySet().stream()
                        .filter(e -> !alone.contains(e.getKey()))
                        .limit(FEW)
                        .toList();
        var called = names.of(most.stream().map(Map.Entry::getKey).toList());
        return most.stream()
                .filter(e -> called.containsKey(e.getKey()))
                .map(
                        e ->
                                new Customs.Welcomer(
                                        e.getKey(),
                                        called.getOrDefault(e.getKey(), ""),
                                        e.getValue()))
                .toList();
    }
}
