package org.folkmoot.identity;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Belonging;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.members.PeopleFinder.Owned;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// An account that is not theirs: what would change, then it is parted or given to somebody else.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/people/{id}/accounts/{identity}")
class PartingPage {

    private static final int FOUND = 20;

    private final Merging merging;
    private final Foresight foresight;
    private final Belonging belonging;
    private final PeopleFinder finder;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    PartingPage(
            Merging merging,
            Foresight foresight,
            Belonging belonging,
            PeopleFinder finder,
            Frames frames,
            Html html,
            Clock clock) {
        this.merging = merging;
        this.foresight = foresight;
        this.belonging = belonging;
        this.finder = finder;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param alone whether it is their only account, so that there is nothing to part
    /// @param to whom it would be given; null when it would be parted from everybody
    record Parting(
            Desk desk,
            Reader reader,
            Owned owned,
            boolean alone,
            PeopleFinder.@Nullable Found to,
            Foresight.Preview preview,
            String q,
            List<PeopleFinder.Found> found) {

        String path(String below) {
            return reader.people(
                    "/%d/accounts/%d%s"
                            .formatted(owned.member(), owned.account().identity(), below));
        }
    }

    @GetMapping
    View look(
            Visitor visitor,
            @PathVariable long id,
            @PathVariable long identity,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long to) {
        var reader = Reader.of(visitor, clock);
        var owned = owned(id, identity, reader);
        var alone = identities(owned.member()).size() == 1;
        var other = to == null ? null : owner(to, reader);
        var preview =
                other == null
                        ? foresight.parting(identity)
                        : foresight.moving(identity, identities(other.member()).getFirst());
        var found =
                finder.find(q, reader.contacts(), FOUND + 1).stream()
                        .filter(f -> f.member() != owned.member())
                        .limit(FOUND)
                        .toList();
        return html.render(
                "identity/parting",
                new Parting(
                        frames.desk(
                                other == null ? "Not theirs?" : "Give it to somebody else?",
                                other == null
                                        ? "%s would no longer be %s's. It can be undone at any time."
                                                .formatted(owned.account().words(), owned.name())
                                        : "%s would be %s's, no longer %s's. It can be undone at any time."
                                                .formatted(
                                                        owned.account().words(),
                                                        other.name(),
                                                        owned.name())),
                        reader,
                        owned,
                        alone,
                        other,
                        preview,
                        q,
                        found));
    }

    @PostMapping("/parting")
    View part(Visitor visitor, @PathVariable long id, @PathVariable long identity) {
        var reader = Reader.of(visitor, clock);
        var owned = owned(id, identity, reader);
        var stays = left(owned, identity);
        var done = merging.part(identity);
        return done(
                reader,
                done,
                stays,
                "Parted: %s is a person of its own now.".formatted(owned.account().words()));
    }

    @PostMapping("/owner")
    View give(
            Visitor visitor,
            @PathVariable long id,
            @PathVariable long identity,
            @RequestParam long to) {
        var reader = Reader.of(visitor, clock);
        var owned = owned(id, identity, reader);
        var other = owner(to, reader);
        var stays = left(owned, identity);
        var done = merging.move(identity, identities(other.member()).getFirst());
        return done(
                reader,
                done,
                stays,
                "Given: %s is %s's now.".formatted(owned.account().words(), other.name()));
    }

    private View done(Reader reader, Merging.Done done, long stays, String words) {
        var member = Objects.requireNonNull(belonging.membersOf(List.of(stays)).get(stays));
        frames.say(Flash.undoable(words, UndoingPage.address(reader, done.batch(), member)));
        return new RedirectView(reader.people("/" + member));
    }

    /// An account that stays with its person; itself when it is the only one.
    private long left(Owned owned, long identity) {
        return identities(owned.member()).stream()
                .filter(i -> i != identity)
                .findFirst()
                .orElse(identity);
    }

    private Owned owned(long id, long identity, Reader reader) {
        var owned = finder.accounts(List.of(identity), reader.contacts()).get(identity);
        if (owned == null || owned.member() != belonging.present(id)) {
            throw new Refusal.NotFound("This account of theirs");
        }
        return owned;
    }

    private PeopleFinder.Found owner(long member, Reader reader) {
        return finder.one(member, reader.contacts());
    }

    private List<Long> identities(long member) {
        return finder.identities(List.of(member)).values().stream()
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("This person"));
    }
}
