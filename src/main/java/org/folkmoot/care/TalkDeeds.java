package org.folkmoot.care;

import java.time.Clock;
import java.time.LocalDate;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A conversation is logged, and taken back.
@Controller
@Needs(Permission.EDIT_PEOPLE)
class TalkDeeds {

    private final Talks talks;
    private final Frames frames;
    private final Clock clock;

    TalkDeeds(Talks talks, Frames frames, Clock clock) {
        this.talks = talks;
        this.frames = frames;
        this.clock = clock;
    }

    @PostMapping("/c/{slug}/care/of/{member}/talk")
    View talk(
            Visitor visitor,
            @PathVariable long member,
            @RequestParam String day,
            @RequestParam String how,
            @RequestParam(defaultValue = "") String line) {
        var on = Task.Due.of(day, "");
        if (on == null) {
            throw new Refusal.Unusable("Choose the day on which you spoke.");
        }
        var zone = visitor.community().zone();
        var now = clock.instant();
        var at =
                on.day().equals(LocalDate.ofInstant(now, zone))
                        ? now
                        : on.day().atTime(12, 0).atZone(zone).toInstant();
        var id = talks.log(member, at, how, line);
        frames.say(
                Flash.undoable(
                        "The conversation is noted.",
                        "/c/%s/care/of/%d/talk/%d/removal"
                                .formatted(visitor.community().slug(), member, id)));
        return back(visitor, member);
    }

    @PostMapping("/c/{slug}/care/of/{member}/talk/{id}/removal")
    View untalk(Visitor visitor, @PathVariable long member, @PathVariable long id) {
        talks.remove(id);
        frames.say(
                Flash.undoable(
                        "The conversation is taken back.",
                        "/c/%s/care/of/%d/talk/%d/return"
                                .formatted(visitor.community().slug(), member, id)));
        return back(visitor, member);
    }

    @PostMapping("/c/{slug}/care/of/{member}/talk/{id}/return")
    View retalk(Visitor visitor, @PathVariable long member, @PathVariable long id) {
        talks.bringBack(id);
        frames.say(Flash.good("The conversation is noted again."));
        return back(visitor, member);
    }

    private static View back(Visitor visitor, long member) {
        return new RedirectView(Reader.back(visitor, "", "/people/" + member));
    }
}
