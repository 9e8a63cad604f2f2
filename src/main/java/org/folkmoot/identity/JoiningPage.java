package org.folkmoot.identity;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Belonging;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.members.Sketch;
import org.folkmoot.members.Sketches;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Two or more people are one: looked at side by side, then joined.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/people")
class JoiningPage {

    private static final int MOST = 50;

    private final Merging merging;
    private final Foresight foresight;
    private final Objections objections;
    private final Belonging belonging;
    private final PeopleFinder finder;
    private final Sketches sketches;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    JoiningPage(
            Merging merging,
            Foresight foresight,
            Objections objections,
            Belonging belonging,
            PeopleFinder finder,
            Sketches sketches,
            Frames frames,
            Html html,
            Clock clock) {
        this.merging = merging;
        this.foresight = foresight;
        this.objections = objections;
        this.belonging = belonging;
        this.finder = finder;
        this.sketches = sketches;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param people whom to join, by their ids
    record Comparison(
            Desk desk,
            Reader reader,
            List<Long> people,
            Foresight.Preview preview,
            List<Objections.Objection> objections) {

        Sketch joined() {
            return preview.after().getFirst();
        }

        List<Sketch.Field> conflicts() {
            return joined().fields().stream().filter(f -> f.values().size() > 1).toList();
        }
    }

    @PostMapping("/joining/choice")
    View choose(Visitor visitor, @RequestParam(required = false) @Nullable List<Long> who) {
        var home = "/c/" + visitor.community().slug() + "/people";
        if (who == null || who.size() < 2 || who.size() > MOST) {
            frames.say(Flash.bad("Choose from 2 to %d people, then join them.".formatted(MOST)));
            return new RedirectView(home);
        }
        return new RedirectView(
                home
                        + "/joining?"
                        + who.stream().map(w -> "who=" + w).collect(Collectors.joining("&")));
    }

    @GetMapping("/joining")
    View compare(Visitor visitor, @RequestParam List<Long> who) {
        var reader = Reader.of(visitor, clock);
        var theirs = chosen(who);
        var preview = foresight.joining(theirs.stream().map(List::getFirst).toList());
        var count = preview.was();
        return html.render(
                "identity/joining",
                new Comparison(
                        frames.desk(
                                count == 2 ? "Join these two?" : "Join these people?",
                                "%s would become one. Nothing is overwritten, and it can be undone at any time."
                                        .formatted(reader.many(count))),
                        reader,
                        who.stream().distinct().toList(),
                        preview,
                        objections.among(theirs.stream().flatMap(List::stream).toList())));
    }

    @PostMapping("/joining")
    View join(Visitor visitor, @RequestParam List<Long> who) {
        var identities = chosen(who).stream().map(List::getFirst).toList();
        var done = merging.join(identities, List.of());
        var reader = Reader.of(visitor, clock);
        var one = identities.getFirst();
        var member = Objects.requireNonNull(belonging.membersOf(List.of(one)).get(one));
        var person = person(member, reader);
        frames.say(
                Flash.undoable(
                        "Joined: %s is one person with %s now."
                                .formatted(
                                        person.name(), reader.accounts(person.accounts().size())),
                        UndoingPage.address(reader, done.batch(), member)));
        return new RedirectView(reader.people("/" + member));
    }

    private Sketch person(long id, Reader reader) {
        var theirs = finder.identities(List.of(id));
        if (theirs.isEmpty()) {
            throw new Refusal.NotFound("This person");
        }
        return sketches.of(List.copyOf(theirs.values()), reader.contacts()).getFirst();
    }

    /// The identities of each of these people.
    private List<List<Long>> chosen(List<Long> who) {
        if (who.size() > MOST) {
            throw new Refusal.Unusable("At most %d people are joined at once.".formatted(MOST));
        }
        var theirs = finder.identities(who);
        if (theirs.isEmpty()) {
            throw new Refusal.NotFound("This person");
        }
        if (theirs.size() < 2) {
            throw new Refusal.Unusable(
                    "These are one person already. Someone was quicker: nothing is left to do.");
        }
        return List.copyOf(new java.util.TreeMap<>(theirs).values());
    }
}
