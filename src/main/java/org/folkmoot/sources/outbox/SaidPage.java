package org.folkmoot.sources.outbox;

import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What we said on a platform: once more, or taken back.
@Controller
@Needs(Permission.SPEAK)
@RequestMapping("/c/{slug}/connections/{id}/said/{outgoing}")
class SaidPage {

    private final Speaking speaking;
    private final Frames frames;

    SaidPage(Speaking speaking, Frames frames) {
        this.speaking = speaking;
        this.frames = frames;
    }

    @PostMapping("/again")
    View sayAgain(Visitor visitor, @PathVariable long id, @PathVariable long outgoing) {
        speaking.again(id, outgoing);
        frames.say(Flash.good("It is tried again; what may have arrived is looked for first."));
        return back(visitor, id);
    }

    @PostMapping("/removal")
    View takeBack(Visitor visitor, @PathVariable long id, @PathVariable long outgoing) {
        speaking.takeBack(id, outgoing);
        frames.say(Flash.good("Taken back. Nothing was sent."));
        return back(visitor, id);
    }

    private static View back(Visitor visitor, long id) {
        return new RedirectView("/c/%s/connections/%d".formatted(visitor.community().slug(), id));
    }
}
