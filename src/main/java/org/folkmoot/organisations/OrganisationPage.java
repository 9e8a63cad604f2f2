package org.folkmoot.organisations;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One organisation: its people, when they came, what they do, how it goes with them.
@Controller
@Needs(Permission.SEE_PEOPLE)
class OrganisationPage {

    private static final int SHOWN = 12;
    private static final int STEPS = 20;
    private static final int CHOICES = 500;

    private final OrganisationRows rows;
    private final Roots roots;
    private final JoiningLog log;
    private final Directory directory;
    private final Workforce workforce;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    OrganisationPage(
            OrganisationRows rows,
            Roots roots,
            JoiningLog log,
            Directory directory,
            Workforce workforce,
            Frames frames,
            Html html,
            Clock clock) {
        this.rows = rows;
        this.roots = roots;
        this.log = log;
        this.directory = directory;
        this.workforce = workforce;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param organisation null for a name that nobody made an organisation of
    /// @param last the people seen last
    /// @param others with which it can be joined
    record Sheet(
            Desk desk,
            Reader reader,
            String name,
            @Nullable Organisation organisation,
            int people,
            List<Seen> last,
            List<JoiningLog.Step> log,
            List<Directory.Name> others) {

        String below(String path) {
            return reader.path("/" + (organisation == null ? "" : organisation.id()) + path);
        }

        String encoded() {
            return Reader.encoded(name);
        }

        String asked() {
            return "?organisation=" + encoded();
        }
    }

    record Seen(Person person, Workforce.Colleague colleague) {}

    @GetMapping("/c/{slug}/organisations/{id:\\d+}")
    View show(Visitor visitor, @PathVariable long id) {
        var present = roots.present(id);
        if (present != id) {
            return new RedirectView(Reader.of(visitor, clock).path("/" + present));
        }
        var draft = rows.draft(id);
        var joined = roots.joined(List.of(id));
        var ids = new ArrayList<>(List.of(id));
        joined.forEach(j -> ids.add(j.id()));
        return sheet(
                visitor,
                draft.name(),
                new Organisation(id, draft, joined),
                log.of(ids, STEPS),
                visitor.may(Permission.EDIT_PEOPLE)
                        ? directory.names(CHOICES).stream().filter(n -> n.id() != id).toList()
                        : List.of());
    }

    /// A name as profiles have it.
    @GetMapping("/c/{slug}/organisations/named")
    View named(Visitor visitor, @RequestParam String name) {
        var kept = directory.named(name);
        if (kept.isPresent()) {
            return new RedirectView(Reader.of(visitor, clock).path("/" + kept.get()));
        }
        if (workforce.people(name) == 0) {
            throw new Refusal.NotFound("This organisation");
        }
        return sheet(visitor, name, null, List.of(), List.of());
    }

    private View sheet(
            Visitor visitor,
            String name,
            @Nullable Organisation organisation,
            List<JoiningLog.Step> log,
            List<Directory.Name> others) {
        var reader = Reader.of(visitor, clock);
        var people = workforce.people(name);
        var last =
                workforce.lastSeen(name, SHOWN).stream()
                        .map(
                                c ->
                                        new Seen(
                                                new Person(
                                                        reader.name(c.name()),
                                                        reader.person(c.member()),
                                                        reader.person(c.member()) + "/card",
                                                        List.of(),
                                                        c.role().equals("member") ? "" : c.role()),
                                                c))
                        .toList();
        return html.render(
                "organisations/organisation",
                new Sheet(
                        frames.desk(name, lede(organisation, people, reader)),
                        reader,
                        name,
                        organisation,
                        people,
                        last,
                        log,
                        others));
    }

    private static String lede(@Nullable Organisation organisation, int people, Reader reader) {
        var who = people == 0 ? "Nobody is of it yet" : reader.many(people);
        if (organisation == null) {
            return who
                    + ", as their profiles name it. The team keeps no organisation of that name.";
        }
        var domains = organisation.draft().shown("domain");
        return who
                + (domains.isEmpty() ? "" : ", writing from " + String.join(", ", domains))
                + (organisation.draft().staff() ? ". They are staff." : ".");
    }
}
