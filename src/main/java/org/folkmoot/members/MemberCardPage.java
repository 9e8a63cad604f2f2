package org.folkmoot.members;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// A person in a few lines, for whoever points at a name.
@Controller
@Needs(Permission.SEE_PEOPLE)
class MemberCardPage {

    private final Members members;
    private final Tags tags;
    private final Html html;
    private final Clock clock;

    MemberCardPage(Members members, Tags tags, Html html, Clock clock) {
        this.members = members;
        this.tags = tags;
        this.html = html;
        this.clock = clock;
    }

    record Card(
            Member member,
            String name,
            String href,
            @Nullable String picture,
            List<String> platforms,
            List<String> tags,
            When when) {}

    @GetMapping("/c/{slug}/people/{id}/card")
    View card(Visitor visitor, @PathVariable long id) {
        var member = members.get(id);
        return html.render(
                "members/card",
                new Card(
                        member,
                        Wording.name(member.name(), visitor.may(Permission.SEE_CONTACT_DATA)),
                        "/c/%s/people/%d".formatted(visitor.community().slug(), member.id()),
                        Faces.address(visitor, member.face()),
                        member.accounts().stream()
                                .map(Member.Account::platform)
                                .distinct()
                                .toList(),
                        tags.of(member.id()),
                        new When(clock.instant(), visitor.locale(), visitor.zone())));
    }
}
