package org.folkmoot.listening;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Posts that are nearly the same, by several people or in several places.
@Controller
@Needs(Permission.SEE_ACTIVITY)
class TwinsPage {

    private final Twins twins;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    TwinsPage(Twins twins, Frames frames, Html html, Clock clock) {
        this.twins = twins;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Sheet(Desk desk, Reader reader, List<Tab> windows, Twins.Found found, boolean people) {}

    @GetMapping("/c/{slug}/listening/alike")
    View show(Visitor visitor, @RequestParam(defaultValue = "30") int window) {
        var days = ThemesPage.usable(window);
        return html.render(
                "listening/alike",
                new Sheet(
                        frames.desk(
                                "Nearly the same",
                                "Posts with nearly the same words, by several people or in several places."),
                        Reader.of(visitor, clock),
                        ThemesPage.WINDOWS.stream()
                                .map(
                                        d ->
                                                new Tab(
                                                        d + " days",
                                                        "/c/%s/listening/alike?window=%d"
                                                                .formatted(
                                                                        visitor.community().slug(),
                                                                        d),
                                                        "",
                                                        d == days))
                                .toList(),
                        twins.of(days),
                        visitor.may(Permission.SEE_PEOPLE)));
    }
}
