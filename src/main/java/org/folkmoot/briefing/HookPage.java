package org.folkmoot.briefing;

import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.community.Communities;
import org.folkmoot.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The channel in which the team reads its letters: set, tried, taken away.
@Controller
@Needs(Permission.EDIT_SETTINGS)
@RequestMapping("/c/{slug}/briefing/letters/hook")
class HookPage {

    private final Hooks hooks;
    private final HookLine line;
    private final Communities communities;
    private final Frames frames;

    HookPage(Hooks hooks, HookLine line, Communities communities, Frames frames) {
        this.hooks = hooks;
        this.line = line;
        this.communities = communities;
        this.frames = frames;
    }

    @PostMapping
    View set(Visitor visitor, @RequestParam(defaultValue = "") String address) {
        hooks.keep(AnnotationForm.or(address));
        frames.say(Flash.good("The channel is set. Its address is sealed and not shown again."));
        return back(visitor);
    }

    @PostMapping("/removal")
    View remove(Visitor visitor) {
        hooks.forget();
        frames.say(Flash.good("The address of the channel is forgotten."));
        return back(visitor);
    }

    @PostMapping("/trial")
    View say(Visitor visitor) {
        var address = hooks.address();
        if (address.isEmpty()) {
            frames.say(Flash.bad("No channel is set here that we could write to."));
        } else if (communities.here().demo()) {
            frames.say(Flash.good("In a made-up community nothing leaves. It would say a line."));
        } else {
            var words = "%s will write here.".formatted(visitor.community().name());
            frames.say(
                    switch (line.say(address.get(), words)) {
                        case TAKEN -> Flash.good("The channel took it: look there.");
                        case REFUSED ->
                                Flash.bad("The channel did not take it. Check its address.");
                        case UNKNOWN ->
                                Flash.bad(
                                        "The channel gave no clear answer. Look whether it came.");
                    });
        }
        return back(visitor);
    }

    private static View back(Visitor visitor) {
        return new RedirectView(BriefingTabs.LETTERS.path(visitor));
    }
}
