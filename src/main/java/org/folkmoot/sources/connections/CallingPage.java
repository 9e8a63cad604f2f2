package org.folkmoot.sources.connections;

import java.time.Instant;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Consenting;
import org.folkmoot.sources.Joining;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.hearing.Arranging;
import org.folkmoot.sources.hearing.Calls;
import org.folkmoot.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What a connection needs from its platform once: that it calls us, and a person's consent.
@Controller
@Needs(Permission.IMPORT)
@RequestMapping("/c/{slug}/connections")
class CallingPage {

    private final Sources sources;
    private final Arranging arranging;
    private final Calls calls;
    private final Consenting consenting;
    private final Joining joining;
    private final Frames frames;

    CallingPage(
            Sources sources,
            Arranging arranging,
            Calls calls,
            Consenting consenting,
            Joining joining,
            Frames frames) {
        this.sources = sources;
        this.arranging = arranging;
        this.calls = calls;
        this.consenting = consenting;
        this.joining = joining;
        this.frames = frames;
    }

    @PostMapping("/{id}/calls")
    View listen(Visitor visitor, @PathVariable long id) {
        try {
            var until = arranging.arrange(id);
            frames.say(
                    Flash.good(
                            until.equals(Instant.MAX)
                                    ? "It calls us from now on."
                                    : "It calls us; that is renewed by itself."));
        } catch (Refusal.Unusable e) {
            frames.say(Flash.bad("It does not call us. " + e.getMessage()));
        }
        return back(visitor, id);
    }

    @PostMapping("/{id}/calls/again")
    View again(Visitor visitor, @PathVariable long id) {
        var count = calls.again(sources.get(id).id());
        frames.say(
                Flash.good(
                        count == 1
                                ? "The call is worked on again."
                                : "%d calls are worked on again.".formatted(count)));
        return back(visitor, id);
    }

    /// Leaves for the platform, where the person agrees.
    @GetMapping("/{id}/consent")
    View begin(@PathVariable long id) {
        return new RedirectView(consenting.begin(sources.get(id)).toString());
    }

    /// Comes back from there.
    @GetMapping("/consent")
    View end(
            Visitor visitor,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code) {
        var id = Consenting.source(state);
        try {
            if (code.isEmpty()) {
                throw new Refusal.Unusable("Nobody agreed there.");
            }
            consenting.end(sources.get(id), state, code);
            frames.say(ConnectionsPage.trial(joining, id));
        } catch (Refusal.Unusable e) {
            frames.say(Flash.bad("It does not work yet. " + e.getMessage()));
        }
        return back(visitor, id);
    }

    private static View back(Visitor visitor, long id) {
        return new RedirectView("/c/%s/connections/%d".formatted(visitor.community().slug(), id));
    }
}
