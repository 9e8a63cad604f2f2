package org.folkmoot.access;

import java.util.List;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// The numbers in the rail. They come after the page, which waits for none of them.
@Controller
class BadgesFragment {

    private final List<RailBadge> badges;
    private final Html html;

    BadgesFragment(List<RailBadge> badges, Html html) {
        this.badges = badges;
        this.html = html;
    }

    @GetMapping("/c/{slug}/badges")
    @Needs(Permission.SEE_NUMBERS)
    View show(Visitor visitor) {
        return html.render(
                "web/badges",
                badges.stream()
                        .filter(badge -> visitor.may(badge.needs()))
                        .map(badge -> new Desk.Badge(badge.path(), badge.waiting(visitor)))
                        .filter(badge -> badge.waiting() > 0)
                        .toList());
    }
}
