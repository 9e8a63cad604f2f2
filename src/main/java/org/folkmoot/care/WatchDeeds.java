package org.folkmoot.care;

import java.util.Objects;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A teammate watches somebody, or says who they are themselves.
@Controller
@Needs(Permission.EDIT_PEOPLE)
class WatchDeeds {

    private final Watches watches;
    private final OwnProfiles ownProfiles;
    private final KeepingUp keepingUp;
    private final Frames frames;

    WatchDeeds(Watches watches, OwnProfiles ownProfiles, KeepingUp keepingUp, Frames frames) {
        this.watches = watches;
        this.ownProfiles = ownProfiles;
        this.keepingUp = keepingUp;
        this.frames = frames;
    }

    @PostMapping("/c/{slug}/care/of/{member}/watch")
    @Needs(Permission.SEE_PEOPLE)
    View watch(
            Visitor visitor,
            @PathVariable long member,
            @RequestParam(defaultValue = "") String back) {
        var account = account(visitor);
        if (watches.begin(account, member)) {
            say(visitor, "You watch them: what they do stands on Today.", member, "unwatch", back);
        }
        return back(visitor, back, "/people/" + member);
    }

    @PostMapping("/c/{slug}/care/of/{member}/unwatch")
    @Needs(Permission.SEE_PEOPLE)
    View unwatch(
            Visitor visitor,
            @PathVariable long member,
            @RequestParam(defaultValue = "") String back) {
        var account = account(visitor);
        if (watches.end(account, member)) {
            say(visitor, "You watch them no more.", member, "watch", back);
        }
        return back(visitor, back, "/people/" + member);
    }

    private void say(Visitor visitor, String words, long member, String undo, String back) {
        frames.say(
                Flash.undoable(
                        words,
                        "/c/%s/care/of/%d/%s?back=%s"
                                .formatted(
                                        visitor.community().slug(),
                                        member,
                                        undo,
                                        Reader.encoded(back))));
    }

    /// Whose page this is, says that teammate, is they themselves: what they write is the team's.
    @PostMapping("/c/{slug}/care/of/{member}/self")
    View self(
            Visitor visitor,
            @PathVariable long member,
            @RequestParam(defaultValue = "true") boolean is) {
        ownProfiles.is(account(visitor), is ? member : null);
        keepingUp.again();
        frames.say(
                is
                        ? Flash.undoable(
                                "This is you: what you write counts as the team's word.",
                                "/c/%s/care/of/%d/self?is=false"
                                        .formatted(visitor.community().slug(), member))
                        : Flash.good("This is not you."));
        return back(visitor, "", "/people/" + member);
    }

    private static long account(Visitor visitor) {
        return Objects.requireNonNull(visitor.account(), "only people sign in here");
    }

    private static View back(Visitor visitor, String wanted, String usual) {
        return new RedirectView(Reader.back(visitor, wanted, usual));
    }
}
