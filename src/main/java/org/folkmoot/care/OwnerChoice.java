package org.folkmoot.care;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Asks who looks after people that were chosen in a list.
@Controller
@Needs(Permission.EDIT_PEOPLE)
class OwnerChoice {

    private final Persons persons;
    private final Colleagues colleagues;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    OwnerChoice(Persons persons, Colleagues colleagues, Frames frames, Html html, Clock clock) {
        this.persons = persons;
        this.colleagues = colleagues;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param query of the list, where to return to
    record Choice(Reader reader, List<Who> people, List<Colleagues.Colleague> team, String query) {}

    @PostMapping("/c/{slug}/care/owner/choice")
    View choose(
            Visitor visitor,
            @RequestParam(required = false) @Nullable List<Long> who,
            @RequestParam(defaultValue = "") String query) {
        if (who == null || who.size() > 500) {
            throw new Refusal.Unusable("Choose up to 500 people first.");
        }
        var people = persons.named(who, visitor.may(Permission.SEE_CONTACT_DATA));
        var lede =
                people.size() == 1
                        ? "One of the team for this person."
                        : "One of the team for these %d people.".formatted(people.size());
        return html.render(
                "care/choosing",
                new Choice(
                        Reader.of(visitor, frames.desk("Who looks after them?", lede), clock),
                        people,
                        colleagues.all(),
                        query));
    }
}
