package org.folkmoot.identity;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.members.Sketch;
import org.folkmoot.members.Sketches;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Looks for whoever is the same person: namesakes at first, then whoever is typed.
@Controller
@Needs(Permission.EDIT_PEOPLE)
class NamesakesPage {

    private static final int FOUND = 20;

    private final PeopleFinder finder;
    private final Sketches sketches;
    private final Telling telling;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    NamesakesPage(
            PeopleFinder finder,
            Sketches sketches,
            Telling telling,
            Frames frames,
            Html html,
            Clock clock) {
        this.finder = finder;
        this.sketches = sketches;
        this.telling = telling;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// Whom could this be the same person as?
    record Search(
            Desk desk, Reader reader, Sketch person, String q, List<PeopleFinder.Found> found) {

        String path() {
            return reader.people("/" + person.member() + "/joining");
        }
    }

    @GetMapping("/c/{slug}/people/{id}/joining")
    View search(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Long with) {
        if (with != null) {
            return new RedirectView(
                    "/c/%s/people/joining?who=%d&who=%d"
                            .formatted(visitor.community().slug(), id, with));
        }
        var reader = Reader.of(visitor, clock);
        var theirs = List.of(telling.identities(id));
        var person = sketches.of(theirs, reader.contacts()).getFirst();
        var words = q == null ? guess(person.name()) : q;
        var found =
                finder.find(words, reader.contacts(), FOUND + 1).stream()
                        .filter(f -> f.member() != person.member())
                        .limit(FOUND)
                        .toList();
        var lede =
                "Who is the same person as %s? You see both side by side before anything changes."
                        .formatted(person.name());
        return html.render(
                "identity/search",
                new Search(frames.desk("Join with somebody", lede), reader, person, words, found));
    }

    /// The longest word of a name finds namesakes best.
    private static String guess(String name) {
        return Stream.of(name.split("[\\s(){}\\[\\]@]+"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }
}
