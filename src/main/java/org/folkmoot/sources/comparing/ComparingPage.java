package org.folkmoot.sources.comparing;

import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Sources;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Wording;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Holds what is here against what the platform has.
@Controller
@Needs(Permission.IMPORT)
@RequestMapping("/c/{slug}/connections/{id}")
class ComparingPage {

    private final Comparing comparing;
    private final Sources sources;
    private final Frames frames;
    private final Html html;

    ComparingPage(Comparing comparing, Sources sources, Frames frames, Html html) {
        this.comparing = comparing;
        this.sources = sources;
        this.frames = frames;
        this.html = html;
    }

    /// What `rehearsal.jte` shows.
    record Shown(Desk desk, String back, Rehearsal rehearsal, Wording wording) {

        boolean same() {
            return rehearsal.fresh() + rehearsal.changed() + rehearsal.refused() == 0;
        }
    }

    @PostMapping("/totals")
    View compare(Visitor visitor, @PathVariable long id) {
        try {
            comparing.compare(id);
            frames.say(Flash.good("Compared: see its totals beside ours."));
        } catch (Refusal.Unusable e) {
            frames.say(Flash.bad(String.valueOf(e.getMessage())));
        }
        return new RedirectView(path(visitor, id));
    }

    @PostMapping("/rehearsal")
    View rehearse(Visitor visitor, @PathVariable long id) {
        try {
            var rehearsal = comparing.rehearse(id);
            return html.render(
                    "sources/comparing/rehearsal",
                    new Shown(
                            frames.desk(
                                    "What reading %s again would change"
                                            .formatted(sources.get(id).name()),
                                    "Tried just now with its newest and its first pages; nothing was stored."),
                            path(visitor, id),
                            rehearsal,
                            new Wording(visitor.locale(), visitor.zone())));
        } catch (Refusal.Unusable e) {
            frames.say(Flash.bad(String.valueOf(e.getMessage())));
            return new RedirectView(path(visitor, id));
        }
    }

    private static String path(Visitor visitor, long id) {
        return "/c/%s/connections/%d".formatted(visitor.community().slug(), id);
    }
}
