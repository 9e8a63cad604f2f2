package org.folkmoot.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.folkmoot.activity.Kind;
import org.folkmoot.brief.Section.Line;
import org.folkmoot.web.Wording;

/// How things are done here, in words.
record CustomsTold(Brief brief, Wording in) {

    private static final int LANGUAGES = 4;
    private static final double FEW = .005;

    Section section() {
        var lines = new ArrayList<Line>();
        answers(lines);
        newcomers(lines);
        writing(lines);
        reactions(lines);
        drew(lines);
        for (var pinned : brief.customs().pinned()) {
            lines.add(
                    new Line(
                            "Pinned",
                            BriefTold.cut(pinned.words(), 140),
                            pinned.place() == null ? pinned.platform() : "in " + pinned.place(),
                            "/threads/" + pinned.thread()));
        }
        return new Section(
                "customs",
                "How things are done here",
                "",
                lines,
                "Nothing was written in these days.");
    }

    private void answers(List<Line> lines) {
        var customs = brief.customs();
        if (customs.answered() == null) {
            if (customs.unanswered() != null) {
                lines.add(
                        new Line("Answers", "Less than half of what is asked has an answer yet."));
            }
            return;
        }
        lines.add(
                new Line(
                        "Answers",
                        "Half of what is asked has an answer after %s%s."
                                .formatted(
                                        in.duration(customs.answered()),
                                        customs.ninety() == null
                                                ? ""
                                                : ", nine in ten after "
                                                        + in.duration(customs.ninety())),
                        "",
                        "/health?window=%d#response".formatted(brief.days())));
    }

    private void newcomers(List<Line> lines) {
        var customs = brief.customs();
        if (customs.firstPosts() > 0) {
            lines.add(
                    new Line(
                            "Newcomers",
                            "%s of %s by somebody new had an answer within a day."
                                    .formatted(
                                            in.count(customs.welcomed()),
                                            in.count(
                                                    customs.firstPosts(),
                                                    "first post",
                                                    "first posts")),
                            "",
                            "/lifecycle?window=" + brief.days()));
        }
        if (!customs.welcomers().isEmpty()) {
            lines.add(
                    new Line(
                            "Who welcomes",
                            "First to answer somebody new: "
                                    + customs.welcomers().stream()
                                            .map(
                                                    w ->
                                                            "%s (%s)"
                                                                    .formatted(
                                                                            w.name(),
                                                                            in.count(w.times())))
                                            .collect(Collectors.joining(", "))
                                    + "."));
        }
    }

    private void writing(List<Line> lines) {
        var customs = brief.customs();
        var middle = customs.middle();
        if (middle != null) {
            lines.add(
                    new Line(
                            "Length",
                            "Half of all posts have %s characters or fewer: %s."
                                    .formatted(
                                            in.count(middle),
                                            middle <= 140
                                                    ? "people write a line or two"
                                                    : middle <= 500
                                                            ? "people write a paragraph"
                                                            : "people take their time")));
        }
        long all = customs.languages().stream().mapToLong(Customs.Part::many).sum();
        var languages =
                customs.languages().stream()
                        .filter(l -> l.many() >= FEW * all)
                        .limit(LANGUAGES)
                        .map(
                                l ->
                                        "%s %s"
                                                .formatted(
                                                        Locale.of(l.name())
                                                                .getDisplayLanguage(in.locale()),
                                                        in.percent((double) l.many() / all)))
                        .collect(Collectors.joining(", "));
        if (!languages.isEmpty()) {
            lines.add(new Line("Languages", languages + "."));
        }
    }

    private void reactions(List<Line> lines) {
        var customs = brief.customs();
        if (customs.reactions() == 0 || customs.posts() == 0) {
            return;
        }
        var most =
                customs.emoji().stream().map(Customs.Part::name).collect(Collectors.joining(", "));
        lines.add(
                new Line(
                        "Reactions",
                        "%s for every ten posts%s."
                                .formatted(
                                        in.number(10.0 * customs.reactions() / customs.posts()),
                                        most.isEmpty() ? "" : "; mostly " + most)));
    }

    private void drew(List<Line> lines) {
        for (var item : brief.customs().drew()) {
            lines.add(
                    new Line(
                            "Met with most",
                            BriefTold.cut(item.words(), 120),
                            "%s%s, %s"
                                    .formatted(
                                            Kind.of(item.kind()).label(),
                                            item.place() == null ? "" : " in " + item.place(),
                                            in.count(item.engagements(), "response", "responses")),
                            "/threads/" + item.thread()));
        }
    }
}
