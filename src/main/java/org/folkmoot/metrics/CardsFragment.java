package org.folkmoot.metrics;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.community.Communities;
import org.folkmoot.web.Html;
import org.folkmoot.web.NumberCard;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The first five numbers on their cards, for pages that embed them by address; of some members
/// alone with the parameters of `Ask.of`.
@Controller
@Needs(Permission.SEE_NUMBERS)
class CardsFragment {

    private final Looks looks;
    private final Sheets sheets;
    private final Communities communities;
    private final Html html;
    private final Clock clock;

    CardsFragment(Looks looks, Sheets sheets, Communities communities, Html html, Clock clock) {
        this.looks = looks;
        this.sheets = sheets;
        this.communities = communities;
        this.html = html;
        this.clock = clock;
    }

    record Numbers(List<NumberCard> cards, Optional<Lull> lull, String health) {}

    @GetMapping("/c/{slug}/health/cards")
    View show(Visitor visitor, @RequestParam Map<String, String> query) {
        var ask = Ask.of(communities.here(), query, clock.instant());
        return html.render(
                "metrics/cards",
                new Numbers(
                        looks.of(ask, visitor.locale()).first(),
                        Lull.of(ask, sheets.lastDay(ask.window().last()), visitor.locale()),
                        "/c/%s/health?".formatted(visitor.community().slug())));
    }
}
