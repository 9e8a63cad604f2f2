package org.folkmoot.privacy;

import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.PagePart;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Html;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// The line on the profile of somebody who is to be left alone, for everybody of the team.
@Controller
@Needs(Permission.SEE_PEOPLE)
class RestraintLine {

    private final Restraints restraints;
    private final Subjects subjects;
    private final Html html;

    RestraintLine(Restraints restraints, Subjects subjects, Html html) {
        this.restraints = restraints;
        this.subjects = subjects;
        this.html = html;
    }

    @Bean
    static PagePart leftAloneOnTheProfile() {
        return new PagePart(
                PagePart.Place.PROFILE_NOTICE,
                5,
                "Objection or restriction",
                "/privacy/people/{member}/restraints/line",
                Permission.SEE_PEOPLE);
    }

    /// @param reasons whether the reader may read them
    record Line(String address, List<Restraint> holding, boolean handles, boolean reasons) {}

    @GetMapping("/c/{slug}/privacy/people/{id}/restraints/line")
    View line(Visitor visitor, @PathVariable long id) {
        var subject = subjects.get(id);
        return html.render(
                "privacy/leftalone",
                new Line(
                        "/c/%s/privacy/people/%d/restraints"
                                .formatted(visitor.community().slug(), subject.member()),
                        restraints.of(subject).stream().filter(Restraint::holds).toList(),
                        visitor.may(Permission.HANDLE_PRIVACY),
                        visitor.may(Permission.SEE_CONTACT_DATA)));
    }
}
