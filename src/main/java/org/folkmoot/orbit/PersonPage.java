package org.folkmoot.orbit;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.PagePart;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.community.Communities;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// Where one person stands and why: in short on their profile, and on a page of its own.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/orbit")
class PersonPage {

    private final Orbits orbits;
    private final Lives lives;
    private final Communities communities;
    private final Frames frames;
    private final Html html;

    PersonPage(Orbits orbits, Lives lives, Communities communities, Frames frames, Html html) {
        this.orbits = orbits;
        this.lives = lives;
        this.communities = communities;
        this.frames = frames;
        this.html = html;
    }

    @Bean
    static PagePart orbitOnTheProfile() {
        return new PagePart(
                PagePart.Place.PROFILE_SIDE,
                5,
                "Orbit level",
                "/orbit/of/{member}",
                Permission.SEE_PEOPLE);
    }

    /// @param name null for whom no level is told of: a bot
    record Side(
            String home,
            long member,
            @Nullable String name,
            Why why,
            boolean contacts,
            boolean reads,
            Locale locale) {

        String number(double value) {
            return Words.number(value, locale);
        }

        String day(LocalDate day) {
            return Words.day(day, locale);
        }

        /// Those who add most.
        List<Contact> first(int most) {
            return why.contacts().stream()
                    .sorted(
                            Comparator.comparingDouble((Contact c) -> c.worth(why.asOf()))
                                    .reversed()
                                    .thenComparing(Contact::last, Comparator.reverseOrder()))
                    .limit(most)
                    .toList();
        }

        /// As this reader may see it.
        String called(Contact contact) {
            return PeopleFinder.name(contact.name(), contacts);
        }

        String page() {
            return home + "/orbit/of/" + member + "/why";
        }
    }

    record Whole(Desk desk, Side side, Chart level, Chart love) {}

    @GetMapping("/of/{member}")
    View side(@PathVariable long member, Visitor visitor) {
        return html.render("orbit/side", about(member, visitor));
    }

    @GetMapping("/of/{member}/why")
    View whole(@PathVariable long member, Visitor visitor) {
        var side = about(member, visitor);
        var name = side.name();
        if (name == null) {
            throw new Refusal.NotFound("This person");
        }
        var over = side.why().over();
        var month = DateTimeFormatter.ofPattern("LLL yy", visitor.locale());
        var labels = over.stream().map(t -> month.format(t.day())).toList();
        return html.render(
                "orbit/person",
                new Whole(
                        frames.desk(
                                "Why " + name + " is where they are",
                                "%s, as of %s. Love %s, reach %s."
                                        .formatted(
                                                Level.step(side.why().step()),
                                                side.day(side.why().asOf()),
                                                side.number(side.why().love()),
                                                side.number(side.why().reach()))),
                        side,
                        Words.line(
                                "level-over-time",
                                "Level, month by month",
                                "step, from 0 (no level) over 1 (Exploring III) to 12 (Leading I)",
                                labels,
                                over.stream().map(t -> (double) t.step()).toList(),
                                Chart.Shape.STEPS,
                                visitor.locale()),
                        Words.line(
                                "love-over-time",
                                "Love, month by month",
                                "love",
                                labels,
                                over.stream().map(Why.Then::love).toList(),
                                Chart.Shape.LINES,
                                visitor.locale())));
    }

    private Side about(long member, Visitor visitor) {
        var home = "/c/" + visitor.community().slug();
        var today = orbits.today();
        var weights = orbits.weights(today, true);
        var name = lives.name(member).orElse(null);
        var zone = communities.here().zone();
        var why =
                name == null
                        ? new Why(today, new Life(List.of()), weights, List.of())
                        : new Why(
                                today,
                                lives.of(member, zone),
                                weights,
                                lives.contacts(member, today, zone));
        return new Side(
                home,
                member,
                name == null
                        ? null
                        : PeopleFinder.name(name, visitor.may(Permission.SEE_CONTACT_DATA)),
                why,
                visitor.may(Permission.SEE_CONTACT_DATA),
                visitor.may(Permission.SEE_ACTIVITY),
                visitor.locale());
    }
}
