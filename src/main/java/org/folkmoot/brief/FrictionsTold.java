package org.folkmoot.brief;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.brief.Section.Line;
import org.folkmoot.web.Wording;

/// Where it may rub, in careful words: signs to look at, never verdicts, and of no single person.
record FrictionsTold(Brief brief, Wording in) {

    /// So much less that somebody might feel it.
    private static final double CLEARLY = .05;

    Section section() {
        var lines = new ArrayList<Line>();
        tone(lines);
        removed(lines);
        for (var exchange : brief.frictions().exchanges()) {
            lines.add(
                    new Line(
                            "A long exchange of two",
                            BriefTold.cut(exchange.words(), 120),
                            "%s, %s of them by the same two%s"
                                    .formatted(
                                            in.count(exchange.posts(), "post", "posts"),
                                            in.percent(exchange.share()),
                                            exchange.place() == null
                                                    ? ""
                                                    : ", in " + exchange.place()),
                            "/threads/" + exchange.thread()));
        }
        var told = new BriefTold(brief, in);
        for (var complaint : brief.frictions().complaints().topics()) {
            var line = told.topic(complaint, "/themes?about=complaints");
            lines.add(
                    new Line(
                            "People complain of " + line.lead(),
                            line.words(),
                            line.note(),
                            line.path()));
        }
        return new Section(
                "frictions",
                "Where it may rub",
                lines.isEmpty()
                        ? ""
                        : "Signs worth a look, not verdicts: a long exchange of two is often patient help, and a removed post often a duplicate.",
                lines,
                "Nothing stands out: the tone holds, little was removed, and no exchange ran long.");
    }

    private void tone(List<Line> lines) {
        var frictions = brief.frictions();
        var tone = frictions.tone();
        if (tone == null || !frictions.toneSure() || Math.abs(tone) < CLEARLY) {
            return;
        }
        lines.add(
                new Line(
                        "Tone",
                        tone < 0
                                ? "What people write sounds worse than in the %d days before, by more than chance would do."
                                        .formatted(brief.days())
                                : "What people write sounds better than in the %d days before."
                                        .formatted(brief.days()),
                        "",
                        "/health?window=%d#sentiment".formatted(brief.days())));
    }

    private void removed(List<Line> lines) {
        var now = brief.frictions().now();
        var before = brief.frictions().before();
        if (now.removed() > 0) {
            lines.add(
                    new Line(
                            "Removed",
                            "%s of %s were removed; in the days before %s of %s. By whom, platforms seldom tell."
                                    .formatted(
                                            in.count(now.removed()),
                                            in.count(now.posts(), "post", "posts"),
                                            in.count(before.removed()),
                                            in.count(before.posts()))));
        }
        if (now.edited() > 0) {
            lines.add(
                    new Line(
                            "Edited",
                            "%s were changed afterwards; in the days before %s."
                                    .formatted(
                                            in.count(now.edited(), "post", "posts"),
                                            in.count(before.edited()))));
        }
        int gone = brief.frictions().removedNewcomers();
        if (gone > 0) {
            lines.add(
                    new Line(
                            "New accounts",
                            "%s that came in these days had half of their posts removed or more: it may be spam, or somebody who did not know the rules."
                                    .formatted(in.count(gone, "account", "accounts"))));
        }
    }
}
