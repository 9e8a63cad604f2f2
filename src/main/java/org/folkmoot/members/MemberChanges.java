package org.folkmoot.members;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/// What the team changes on one person's page: notes, and what somebody is.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/people/{id}")
class MemberChanges {

    private final Members members;
    private final Notes notes;
    private final Frames frames;

    MemberChanges(Members members, Notes notes, Frames frames) {
        this.members = members;
        this.notes = notes;
        this.frames = frames;
    }

    @PostMapping("/role")
    View role(Visitor visitor, @PathVariable long id, @RequestParam String role) {
        var before = members.setRole(id, role.equals("told") ? null : role);
        frames.say(
                Flash.undoable(
                        switch (role) {
                            case "staff" -> "Set as staff: left out of headline numbers.";
                            case "bot" -> "Set as a bot: left out of headline numbers.";
                            case "member" -> "Set as a member: counted in every number.";
                            default -> "It is again as the platforms tell.";
                        },
                        "/c/%s/people/%d/role?role=%s"
                                .formatted(
                                        visitor.community().slug(),
                                        id,
                                        before == null ? "told" : before)));
        return back(visitor, id, "");
    }

    @PostMapping("/notes")
    View add(Visitor visitor, @PathVariable long id, @RequestParam String text) {
        mayRead(visitor);
        notes.add(present(id), text);
        frames.say(Flash.good("The note is kept."));
        return back(visitor, id, "?tab=notes");
    }

    @PostMapping("/notes/{note}")
    View edit(
            Visitor visitor,
            @PathVariable long id,
            @PathVariable long note,
            @RequestParam String text,
            @RequestParam Instant asOf,
            HttpServletRequest request) {
        mayRead(visitor);
        var person = present(id);
        var edited = notes.edit(person, note, asOf, text);
        if (edited == Notes.Edited.DONE) {
            frames.say(Flash.good("The note is changed."));
            return back(visitor, person, "?tab=notes");
        }
        RequestContextUtils.getOutputFlashMap(request).put(MemberPage.DRAFT, text);
        if (edited == Notes.Edited.GONE) {
            frames.say(
                    Flash.bad(
                            "Somebody deleted this note while you were writing. Yours is in the field: keep it as a new one."));
            return back(visitor, person, "?tab=notes");
        }
        frames.say(
                Flash.bad(
                        "Somebody changed this note while you were writing. Theirs is above, yours in the field: bring the two together."));
        return back(visitor, person, "?tab=notes&editing=" + note);
    }

    @PostMapping("/notes/{note}/removal")
    View remove(Visitor visitor, @PathVariable long id, @PathVariable long note) {
        mayRead(visitor);
        notes.remove(present(id), note);
        frames.say(
                Flash.undoable(
                        "The note is deleted.",
                        "/c/%s/people/%d/notes/%d/return"
                                .formatted(visitor.community().slug(), id, note)));
        return back(visitor, id, "?tab=notes");
    }

    @PostMapping("/notes/{note}/return")
    View bringBack(Visitor visitor, @PathVariable long id, @PathVariable long note) {
        mayRead(visitor);
        notes.bringBack(present(id), note);
        frames.say(Flash.good("The note is back."));
        return back(visitor, id, "?tab=notes");
    }

    /// Whom the id means by now, should a colleague have joined them with somebody meanwhile.
    private long present(long id) {
        return members.get(id).id();
    }

    private static void mayRead(Visitor visitor) {
        if (!visitor.may(Permission.SEE_CONTACT_DATA)) {
            throw new Refusal.NotAllowed(Permission.SEE_CONTACT_DATA.words());
        }
    }

    private static View back(Visitor visitor, long id, String query) {
        return new RedirectView(
                "/c/%s/people/%d%s".formatted(visitor.community().slug(), id, query));
    }
}
