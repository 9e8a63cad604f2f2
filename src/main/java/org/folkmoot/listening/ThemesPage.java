package org.folkmoot.listening;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What people ask for and complain of.
@Controller
@Needs(Permission.SEE_ACTIVITY)
class ThemesPage {

    static final List<Integer> WINDOWS = List.of(30, 90, 365);

    private final Reading reading;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    ThemesPage(Reading reading, Frames frames, Html html, Clock clock) {
        this.reading = reading;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    @Bean
    static RailItem themesInTheRail() {
        return new RailItem(
                RailItem.Group.INSIGHT,
                15,
                "Themes",
                "bulb",
                "/themes",
                "",
                Permission.SEE_ACTIVITY,
                List.of("/listening"));
    }

    /// So many are shown at once: who looks wants to know the large ones.
    private static final int FIRST = 12;

    /// @param run null before themes were ever looked for
    /// @param whole whether all themes are wanted, not the first alone
    record Shown(
            Desk desk,
            Reader reader,
            Shelf shelf,
            int days,
            List<Tab> shelves,
            List<Tab> windows,
            ThemeRuns.@Nullable Run run,
            List<Theme> themes,
            List<Theme> ignored,
            long alone,
            boolean whole) {

        /// The pinned ones and the largest.
        List<Theme> first() {
            return whole ? themes : themes.subList(0, Math.min(FIRST, themes.size()));
        }

        String here() {
            return "%s/themes?about=%s&window=%d".formatted(reader.home(), shelf.key(), days);
        }

        String deed(Theme theme, String deed) {
            return "%s/themes/%d/%s?about=%s&window=%d"
                    .formatted(reader.home(), theme.id(), deed, shelf.key(), days);
        }

        boolean working() {
            return run == null || run.running();
        }

        boolean found() {
            return run != null && run.last() != null;
        }

        /// "12 more than in the 30 days before".
        String trend(Theme theme) {
            long more = theme.people() - theme.peopleBefore();
            return theme.peopleBefore() == 0
                    ? "nobody in the %d days before".formatted(days)
                    : more == 0
                            ? "as many as in the %d days before".formatted(days)
                            : "%s %s than in the %d days before"
                                    .formatted(
                                            reader.number(Math.abs(more)),
                                            more > 0 ? "more" : "fewer",
                                            days);
        }
    }

    @GetMapping("/c/{slug}/themes")
    View show(
            Visitor visitor,
            @RequestParam(defaultValue = "questions") String about,
            @RequestParam(defaultValue = "90") int window,
            @RequestParam(defaultValue = "") String show) {
        var shelf = Shelf.of(about);
        var days = usable(window);
        var read = reading.of(shelf, days);
        var home = "/c/" + visitor.community().slug() + "/themes";
        return html.render(
                "listening/themes",
                new Shown(
                        frames.desk(
                                shelf.words(),
                                "Posts that speak of the same, by how many people wrote them."),
                        Reader.of(visitor, clock),
                        shelf,
                        days,
                        Arrays.stream(Shelf.values())
                                .map(
                                        s ->
                                                new Tab(
                                                        s.label(),
                                                        "%s?about=%s&window=%d"
                                                                .formatted(home, s.key(), days),
                                                        "",
                                                        s == shelf))
                                .toList(),
                        WINDOWS.stream()
                                .map(
                                        d ->
                                                new Tab(
                                                        d + " days",
                                                        "%s?about=%s&window=%d"
                                                                .formatted(home, shelf.key(), d),
                                                        "",
                                                        d == days))
                                .toList(),
                        read.run(),
                        read.themes().stream().filter(t -> !t.ignored()).toList(),
                        read.themes().stream().filter(Theme::ignored).toList(),
                        read.alone(),
                        show.equals("all")));
    }

    static int usable(int window) {
        if (!WINDOWS.contains(window)) {
            throw new Refusal.Unusable("Themes are of 30, 90 or 365 days.");
        }
        return window;
    }
}
