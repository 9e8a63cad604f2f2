package org.folkmoot.care;

import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Who looks after whom is said, and taken back.
@Controller
@Needs(Permission.EDIT_PEOPLE)
class OwnerDeeds {

    private final Owners owners;
    private final Frames frames;

    OwnerDeeds(Owners owners, Frames frames) {
        this.owners = owners;
        this.frames = frames;
    }

    /// One person or many.
    ///
    /// @param owner an account, or empty for nobody
    @PostMapping("/c/{slug}/care/owner")
    View own(
            Visitor visitor,
            @RequestParam(required = false) @Nullable List<Long> who,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String back) {
        var done = owners.set(who == null ? List.of() : who, TaskForm.number(owner));
        var many = done.people() == 1 ? "this person" : done.people() + " people";
        var where =
                query.isEmpty() ? back : "/c/" + visitor.community().slug() + "/people?" + query;
        frames.say(
                Flash.undoable(
                        done.name().isEmpty()
                                ? "Nobody looks after %s now.".formatted(many)
                                : "%s looks after %s now.".formatted(done.name(), many),
                        "/c/%s/care/owner/undoing?batch=%d&back=%s"
                                .formatted(
                                        visitor.community().slug(),
                                        done.batch(),
                                        Reader.encoded(where))));
        return back(visitor, where, "/care/people");
    }

    @PostMapping("/c/{slug}/care/owner/undoing")
    View disown(
            Visitor visitor,
            @RequestParam long batch,
            @RequestParam(defaultValue = "") String back) {
        var people = owners.undo(batch);
        frames.say(
                Flash.good(
                        people == 0
                                ? "Nothing was changed: somebody has said otherwise since."
                                : "Taken back."));
        return back(visitor, back, "/care/people");
    }

    private static View back(Visitor visitor, String wanted, String usual) {
        return new RedirectView(Reader.back(visitor, wanted, usual));
    }
}
