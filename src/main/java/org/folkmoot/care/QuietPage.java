package org.folkmoot.care;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.folkmoot.web.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// With whom the team has not spoken for long.
@Controller
@Needs(Permission.SEE_PEOPLE)
class QuietPage {

    private final Touched touched;
    private final KeepingUp keepingUp;
    private final Colleagues colleagues;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    QuietPage(
            Touched touched,
            KeepingUp keepingUp,
            Colleagues colleagues,
            Frames frames,
            Html html,
            Clock clock) {
        this.touched = touched;
        this.keepingUp = keepingUp;
        this.colleagues = colleagues;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param days nobody has spoken with them for so many
    /// @param active they were active within so many days; 0 with an owner
    /// @param owner only whom that teammate looks after; 0 for whoever is active
    /// @param current whether all that is known was read
    record Quiet(
            Reader reader,
            List<Tab> tabs,
            List<Touched.Silent> people,
            int days,
            int active,
            long owner,
            List<Colleagues.Colleague> team,
            boolean current,
            Pager pager,
            String back) {}

    @GetMapping("/c/{slug}/care")
    View quiet(
            Visitor visitor,
            @RequestParam(defaultValue = "60") int days,
            @RequestParam(defaultValue = "30") int active,
            @RequestParam(defaultValue = "0") long owner,
            @RequestParam(defaultValue = "0") int from) {
        var silent = Math.clamp(days, 1, 3650);
        var within = Math.clamp(active, 1, 366);
        var start = Math.clamp(from, 0, Touched.LATEST);
        var now = clock.instant();
        var current = keepingUp.current();
        var found =
                touched.silent(
                        now.minus(Duration.ofDays(silent)),
                        LocalDate.ofInstant(now, visitor.community().zone()).minusDays(within - 1),
                        owner == 0 ? null : owner,
                        start,
                        CareTabs.PAGE + 1,
                        visitor.may(Permission.SEE_CONTACT_DATA));
        var home =
                "/c/%s/care?days=%d&active=%d&owner=%d"
                        .formatted(visitor.community().slug(), silent, within, owner);
        var shown = found.stream().limit(CareTabs.PAGE).toList();
        return html.render(
                "care/quiet",
                new Quiet(
                        Reader.of(
                                visitor,
                                frames.desk(
                                        "Who looks after whom",
                                        "With whom nobody from the team has spoken for %d days, longest first."
                                                .formatted(silent)),
                                clock),
                        CareTabs.of(visitor, 0),
                        shown,
                        silent,
                        within,
                        owner,
                        colleagues.all(),
                        current,
                        CareTabs.pager(home, start, found.size(), shown.size()),
                        home));
    }
}
