package org.folkmoot.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.MemberNames;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Sparkline;
import org.folkmoot.web.Tab;
import org.folkmoot.web.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Who comes much less than they used to: a list to act on while they are still here.
@Controller
@Needs(Permission.SEE_PEOPLE)
class LeavingPage {

    private static final int MOST = 100;

    private final Drifts drifts;
    private final MemberNames names;
    private final Frames frames;
    private final Html html;

    LeavingPage(Drifts drifts, MemberNames names, Frames frames, Html html) {
        this.drifts = drifts;
        this.names = names;
        this.frames = frames;
        this.html = html;
    }

    /// @param weeks active days of each of the last 26 weeks
    record Row(
            long member, String name, Rhythm rhythm, java.time.LocalDate last, Sparkline weeks) {}

    record Shown(
            Desk desk,
            List<Tab> tabs,
            Drift drift,
            Drift.Record record,
            List<Row> rows,
            Wording in) {

        /// The same people where they can be tagged, written to and exported.
        String people() {
            return desk.home() + "/people?where=leaving";
        }

        double right() {
            return record.listed() == 0 ? Double.NaN : (double) record.gone() / record.listed();
        }

        double otherwise() {
            return record.others() == 0
                    ? Double.NaN
                    : (double) record.othersGone() / record.others();
        }
    }

    @GetMapping("/c/{slug}/lifecycle/leaving")
    View show(Visitor visitor) {
        var in = new Wording(visitor.locale(), visitor.community().zone());
        var seen = drifts.withPast();
        var shown = seen.drift().leaving().stream().limit(MOST).toList();
        var called = names.of(shown.stream().map(r -> seen.register().member(r.person())).toList());
        return html.render(
                "lifecycle/leaving",
                new Shown(
                        frames.desk(
                                "Lifecycle",
                                "%s regularly; %s of them much less than they used to."
                                        .formatted(
                                                in.count(
                                                        seen.drift().regulars(),
                                                        "member comes",
                                                        "members come"),
                                                in.count(seen.drift().leaving().size()))),
                        LifecycleTabs.tabs(visitor, LifecycleTabs.LEAVING),
                        seen.drift(),
                        Drift.Record.of(seen.register(), seen.day()),
                        shown.stream().map(r -> row(r, seen, called, in)).toList(),
                        in));
    }

    private static Row row(Rhythm rhythm, Drifts.Seen seen, Map<Long, String> names, Wording in) {
        long member = seen.register().member(rhythm.person());
        var weeks = new ArrayList<Double>();
        for (int day = seen.day() - Rhythm.LENGTH + 1; day <= seen.day(); day += 7) {
            weeks.add((double) seen.register().many(rhythm.person(), day, day + 6));
        }
        return new Row(
                member,
                names.getOrDefault(member, "somebody"),
                rhythm,
                seen.register().day(rhythm.last()),
                new Sparkline(
                        weeks,
                        "Active days a week over half a year: %s in four weeks before, %s in the last four"
                                .formatted(in.number(rhythm.usual()), in.count(rhythm.recent()))));
    }
}
