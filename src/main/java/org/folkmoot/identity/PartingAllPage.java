package org.folkmoot.identity;

import java.time.Clock;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A profile that swallowed others: what would change, then each of its accounts is a person.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/people/{id}/accounts/parting")
class PartingAllPage {

    private final Merging merging;
    private final Foresight foresight;
    private final Telling telling;
    private final PeopleFinder finder;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    PartingAllPage(
            Merging merging,
            Foresight foresight,
            Telling telling,
            PeopleFinder finder,
            Frames frames,
            Html html,
            Clock clock) {
        this.merging = merging;
        this.foresight = foresight;
        this.telling = telling;
        this.finder = finder;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Parting(
            Desk desk, Reader reader, PeopleFinder.Found person, Foresight.Preview preview) {}

    @GetMapping
    View look(Visitor visitor, @PathVariable long id) {
        var reader = Reader.of(visitor, clock);
        var person = finder.one(id, reader.contacts());
        var preview = foresight.partingAll(telling.identities(person.member()));
        return html.render(
                "identity/partingall",
                new Parting(
                        frames.desk(
                                "Part all accounts?",
                                preview.nothing()
                                        ? "%s has one account: there is nothing to part."
                                                .formatted(person.name())
                                        : "Each account of %s would be a person of its own. It can be undone at any time."
                                                .formatted(person.name())),
                        reader,
                        person,
                        preview));
    }

    @PostMapping
    View part(Visitor visitor, @PathVariable long id) {
        var reader = Reader.of(visitor, clock);
        var person = finder.one(id, reader.contacts());
        var identities = telling.identities(person.member());
        var done = merging.partAll(identities);
        frames.say(
                Flash.undoable(
                        "Parted: each of %s is a person of its own now."
                                .formatted(reader.accounts(identities.size())),
                        UndoingPage.address(reader, done.batch(), person.member())));
        return new RedirectView(reader.people("/" + person.member()));
    }
}
