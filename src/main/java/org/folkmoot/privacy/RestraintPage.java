package org.folkmoot.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
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

/// The switch for somebody who objects to the use of her data or has it restricted.
@Controller
@Needs(Permission.HANDLE_PRIVACY)
@RequestMapping("/c/{slug}/privacy/people/{id}/restraints")
class RestraintPage {

    private final Restraints restraints;
    private final Subjects subjects;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    RestraintPage(Restraints restraints, Subjects subjects, Frames frames, Html html, Clock clock) {
        this.restraints = restraints;
        this.subjects = subjects;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// What was typed, for when it has to be typed again.
    record Typed(String kind, String reason, String since, @Nullable Long request, String error) {}

    record Sheet(
            Desk desk,
            When when,
            Subjects.Name person,
            List<Restraint> all,
            Typed typed,
            LocalDate today) {

        String path(String below) {
            return desk.home() + "/privacy/people/" + person.member() + "/restraints" + below;
        }
    }

    @GetMapping
    View show(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long request) {
        return sheet(visitor, id, new Typed("objection", "", "", request, ""));
    }

    @PostMapping
    View put(
            Visitor visitor,
            HttpServletResponse response,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(required = false) @Nullable Long request) {
        var subject = subjects.get(id);
        RestraintWish wish;
        try {
            wish = RestraintWish.of(kind, reason, since, request, today(visitor));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return sheet(
                    visitor,
                    id,
                    new Typed(kind, reason, since, request, String.valueOf(e.getMessage())));
        }
        var restraint = restraints.put(subject, wish);
        frames.say(
                Flash.undoable(
                        "Kept: nobody asks them anything, and nothing is suggested about them.",
                        path(visitor, subject.member()) + "/" + restraint + "/end"));
        return new RedirectView(
                request == null
                        ? profile(visitor, subject.member())
                        : "/c/%s/privacy/requests/%d"
                                .formatted(visitor.community().slug(), request));
    }

    @PostMapping("/{restraint}/end")
    View lift(Visitor visitor, @PathVariable long id, @PathVariable long restraint) {
        var subject = subjects.get(id);
        if (restraints.lift(subject, restraint)) {
            frames.say(
                    Flash.undoable(
                            "Lifted: they are treated like everybody again.",
                            path(visitor, subject.member()) + "/" + restraint + "/back"));
        }
        return new RedirectView(profile(visitor, subject.member()));
    }

    @PostMapping("/{restraint}/back")
    View holdAgain(Visitor visitor, @PathVariable long id, @PathVariable long restraint) {
        var subject = subjects.get(id);
        if (restraints.holdAgain(subject, restraint)) {
            frames.say(Flash.good("It holds again."));
        }
        return new RedirectView(profile(visitor, subject.member()));
    }

    private View sheet(Visitor visitor, long id, Typed typed) {
        var subject = subjects.get(id);
        var person = subjects.name(subject.member());
        return html.render(
                "privacy/restraints",
                new Sheet(
                        frames.desk(
                                "Leave %s alone".formatted(person.name()),
                                "Their data is kept, counted, and used for nothing else."),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        person,
                        restraints.of(subject),
                        typed,
                        today(visitor)));
    }

    private LocalDate today(Visitor visitor) {
        return clock.instant().atZone(visitor.community().zone()).toLocalDate();
    }

    private static String path(Visitor visitor, long member) {
        return "/c/%s/privacy/people/%d/restraints".formatted(visitor.community().slug(), member);
    }

    private static String profile(Visitor visitor, long member) {
        return "/c/%s/people/%d".formatted(visitor.community().slug(), member);
    }
}
