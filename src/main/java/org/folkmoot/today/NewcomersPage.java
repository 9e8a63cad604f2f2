package org.folkmoot.today;

import java.time.Clock;
import java.util.Locale;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// The list behind a group of people on Today, up to 500 of them.
@Controller
@Needs(Permission.SEE_PEOPLE)
class NewcomersPage {

    private final Newcomers newcomers;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    NewcomersPage(Newcomers newcomers, Frames frames, Html html, Clock clock) {
        this.newcomers = newcomers;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Behind(Desk desk, Newcomers.Group group) {}

    @GetMapping("/c/{slug}/today/{sort:new|back|quiet}")
    View show(@PathVariable String sort, Visitor visitor) {
        var when = new When(clock.instant(), visitor.locale(), visitor.zone());
        var which = Newcomers.Sort.valueOf(sort.toUpperCase(Locale.ROOT));
        var group = newcomers.group(which, Newcomers.LONG, when, visitor);
        return html.render(
                "today/people", new Behind(frames.desk(group.title(), group.words()), group));
    }
}
