package org.folkmoot.orbit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.PeopleChoice;
import org.folkmoot.orbit.Following.Underway;
import org.folkmoot.web.Chart;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.NumberCard;
import org.folkmoot.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// How close people are: who stands where, who moved, and how that went over a year.
@Controller
@Needs(Permission.SEE_NUMBERS)
@RequestMapping("/c/{slug}/orbit")
class OrbitPage {

    private final Look.Looking looking;
    private final Following following;
    private final PeopleChoice choice;
    private final Frames frames;
    private final Html html;

    OrbitPage(
            Look.Looking looking,
            Following following,
            PeopleChoice choice,
            Frames frames,
            Html html) {
        this.looking = looking;
        this.following = following;
        this.choice = choice;
        this.frames = frames;
        this.html = html;
    }

    @Bean
    static RailItem orbitInTheRail() {
        return new RailItem(
                RailItem.Group.INSIGHT,
                15,
                "Orbit",
                "planet",
                "/orbit",
                "",
                Permission.SEE_NUMBERS);
    }

    /// @param imports whether the reader may bring something in
    /// @param settings whether the reader may change weights
    record Shown(
            Desk desk,
            Look look,
            Rings rings,
            Table table,
            List<NumberCard> cards,
            Map<String, String> segments,
            boolean imports,
            boolean settings) {

        /// Whether anybody had a level on one of the two days.
        boolean anything() {
            var profile = asked().profile();
            return look.now().placed(profile) + look.before().placed(profile) > 0;
        }

        Question asked() {
            return look.asked();
        }

        String home() {
            return desk.home() + "/orbit";
        }

        String path(String path) {
            var query = asked().query(Map.of());
            return home() + path + (query.isEmpty() ? "" : "?" + query);
        }

        Chart moves() {
            return new MovesPicture(asked(), look.moves(), desk.locale()).chart(path("/moves.csv"));
        }

        private Tab tab(String label, String name, String value, boolean current) {
            var query = asked().query(Map.of(name, value));
            return new Tab(label, home() + (query.isEmpty() ? "" : "?" + query), "", current);
        }

        List<Tab> profiles() {
            return Arrays.stream(Profile.values())
                    .map(p -> tab(p.label(), "profile", p.key(), p == asked().profile()))
                    .toList();
        }

        List<Tab> windows() {
            return Question.WINDOWS.stream()
                    .map(
                            w ->
                                    tab(
                                            w + " days",
                                            "window",
                                            Integer.toString(w),
                                            w == asked().window()))
                    .toList();
        }

        String reweigh() {
            return home() + "?" + asked().query(Map.of("weights", "today"));
        }

        String day(java.time.LocalDate day) {
            return Words.day(day, desk.locale());
        }
    }

    record Later(List<Chart> charts) {}

    /// @param share 0 to 100
    record Waiting(Desk desk, Underway underway, int share) {}

    @GetMapping
    View show(@RequestParam Map<String, String> query, Visitor visitor) {
        var asked = Question.of(query, looking.today());
        var look = looking.at(asked, contacts(visitor), following.rather());
        var locale = visitor.locale();
        var home = "/c/" + visitor.community().slug();
        return html.render(
                "orbit/orbit",
                new Shown(
                        frames.desk("Orbit", lede(look, locale)),
                        look,
                        Rings.of(look.now(), asked.profile()),
                        new Table(look, locale),
                        new Overview(home, look, locale).cards(),
                        choice.segments(),
                        visitor.may(Permission.IMPORT),
                        visitor.may(Permission.EDIT_SETTINGS)));
    }

    /// The charts of the year, which the page loads by themselves.
    @GetMapping("/over")
    View over(@RequestParam Map<String, String> query, Visitor visitor) {
        var asked = Question.of(query, looking.today());
        var standings = looking.over(asked, contacts(visitor), following.rather());
        var csv =
                "/c/%s/orbit/over.csv?%s"
                        .formatted(visitor.community().slug(), asked.query(Map.of()));
        return html.render(
                "orbit/over",
                new Later(new OverTime(asked, standings, csv, visitor.locale()).charts()));
    }

    /// Much has come in, and is being added up.
    @ExceptionHandler(Underway.class)
    View wait(Underway underway) {
        return html.render(
                "orbit/waiting",
                new Waiting(
                        frames.desk("Orbit", "What people did is being added up."),
                        underway,
                        underway.of() == 0 ? 0 : 100 * underway.done() / underway.of()));
    }

    private static String lede(Look look, Locale locale) {
        var asked = look.asked();
        return "%s with a level %s %s%s, beside %s. The team is left out."
                .formatted(
                        Words.count(
                                look.now().placed(asked.profile()), "member", "members", locale),
                        asked.now() ? "now," : "on",
                        Words.day(asked.asOf(), locale),
                        asked.where().isEmpty() ? "" : ", of those who fit the filter",
                        Words.day(asked.before(), locale));
    }

    static boolean contacts(Visitor visitor) {
        return visitor.may(Permission.SEE_CONTACT_DATA);
    }
}
