package org.folkmoot.sources.connections;

import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.PagePart;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.sources.standing.Standing;
import org.folkmoot.sources.standing.Standings;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The connections that somebody should look at, on Today.
@Controller
@Needs(Permission.IMPORT)
class TodayPart {

    private final Standings standings;
    private final Frames frames;
    private final Html html;

    TodayPart(Standings standings, Frames frames, Html html) {
        this.standings = standings;
        this.frames = frames;
        this.html = html;
    }

    @Bean
    static PagePart connectionsThatWorry() {
        return new PagePart(
                PagePart.Place.TODAY_WAITING,
                30,
                "Connections that need you",
                "/connections/today",
                Permission.IMPORT);
    }

    /// What `today.jte` shows.
    record Worries(Desk desk, List<Standing> connections) {}

    @GetMapping("/c/{slug}/connections/today")
    View show(Visitor visitor) {
        return html.render(
                "sources/connections/today",
                new Worries(
                        frames.desk("Connections", ""),
                        standings.all(visitor).stream().filter(Standing::worries).toList()));
    }
}
