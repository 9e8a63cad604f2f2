package org.folkmoot.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Forgotten;
import org.folkmoot.members.PersonalData.Fate;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Forgetting somebody: what would go and what would stay, then a word to type, as there is no way
/// back.
@Controller
@RequestMapping("/c/{slug}/privacy")
class ErasurePage {

    private final Subjects subjects;
    private final Erasures erasures;
    private final Eraser eraser;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    ErasurePage(
            Subjects subjects,
            Erasures erasures,
            Eraser eraser,
            Frames frames,
            Html html,
            Clock clock) {
        this.subjects = subjects;
        this.erasures = erasures;
        this.eraser = eraser;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param last when this person was forgotten before, or is being; null if never
    /// @param accounts tells on the click whether her accounts are still these
    record Preview(
            Desk desk,
            When when,
            Subjects.Name person,
            List<Fate> fates,
            @Nullable Erasure last,
            boolean forgotten,
            String accounts,
            String error) {

        String path(String below) {
            return desk.home() + "/privacy/people/" + person.member() + below;
        }

        List<Fate> all(boolean going) {
            return fates.stream().filter(fate -> fate.goes() == going).toList();
        }
    }

    @GetMapping("/people/{id}/erasure")
    @Needs(Permission.HANDLE_PRIVACY)
    View preview(Visitor visitor, @PathVariable long id) {
        return preview(visitor, id, "");
    }

    @PostMapping("/people/{id}/erasure")
    @Needs(Permission.HANDLE_PRIVACY)
    View forget(
            Visitor visitor,
            HttpServletResponse response,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String typed,
            @RequestParam(defaultValue = "") String accounts) {
        var subject = subjects.get(id);
        try {
            Erasure.confirm(subject, typed, accounts);
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return preview(visitor, id, String.valueOf(e.getMessage()));
        }
        eraser.begin(subject);
        frames.say(Flash.good("It has begun. Nothing of this person can be brought back."));
        return new RedirectView(
                "/c/%s/privacy/people/%d/erasure"
                        .formatted(visitor.community().slug(), subject.member()));
    }

    private View preview(Visitor visitor, long id, String error) {
        var subject = subjects.get(id);
        var person = subjects.name(subject.member());
        var last = erasures.of(subject).orElse(null);
        var forgotten = person.name().equals(Forgotten.NAME);
        return html.render(
                "privacy/erasure",
                new Preview(
                        frames.desk(
                                forgotten ? person.name() : "Forget " + person.name() + "?",
                                forgotten
                                        ? "Nothing of what they said or were called is here any more."
                                        : "Texts and profile go for good, counts stay. There is no undo."),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        person,
                        subjects.fates(subject),
                        last,
                        forgotten,
                        Erasure.accounts(subject),
                        error));
    }
}
