package org.folkmoot.privacy;

import java.time.Clock;
import java.time.Duration;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// What a profile says of privacy: who looked lately, a copy of everything, and forgetting.
@Controller
@Needs(Permission.SEE_TRAIL)
class SidePage {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final int MOST = 1000;

    private final Looks looks;
    private final Subjects subjects;
    private final Restraints restraints;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    SidePage(
            Looks looks,
            Subjects subjects,
            Restraints restraints,
            Frames frames,
            Html html,
            Clock clock) {
        this.looks = looks;
        this.restraints = restraints;
        this.subjects = subjects;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param lookers how many different people looked in the last 30 days
    /// @param alone whether they objected, or their data may not be used
    record Side(
            Desk desk,
            long member,
            long lookers,
            boolean alone,
            boolean exports,
            boolean handles) {}

    @GetMapping("/c/{slug}/privacy/of/{member}")
    View side(Visitor visitor, @PathVariable long member) {
        var subject = subjects.get(member);
        var since = clock.instant().minus(LATELY);
        var lookers =
                looks.page(subject, "", null, MOST).stream()
                        .filter(line -> line.hour().isAfter(since))
                        .map(Looks.Line::who)
                        .distinct()
                        .count();
        return html.render(
                "privacy/side",
                new Side(
                        frames.desk("", ""),
                        subject.member(),
                        lookers,
                        restraints.of(subject).stream().anyMatch(Restraint::holds),
                        visitor.may(Permission.EXPORT),
                        visitor.may(Permission.HANDLE_PRIVACY)));
    }
}
