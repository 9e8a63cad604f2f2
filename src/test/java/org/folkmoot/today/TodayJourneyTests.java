package org.folkmoot.today;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.Visit;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Reader;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.demo.DemoCommunity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A coordinator's morning, in a real browser, with the latest months of the demo community.
@HouseTest
class TodayJourneyTests {

    private static final Duration LATELY = Duration.ofDays(200);

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Reader reader;

    private Community lantern() {
        var community = town.found();
        var basket = new Found.Basket();
        var now = Instant.now();
        DemoCommunity.tell(7, now, basket);
        var all = new ArrayList<Found>(basket.all());
        all.removeIf(
                it ->
                        it instanceof Deed deed
                                && deed.at() != null
                                && deed.at().isBefore(now.minus(LATELY)));
        var origins = all.stream().filter(Found.Origin.class::isInstance).toList();
        for (int from = 0; from < all.size(); from += 10_000) {
            var page = new ArrayList<Found>(origins);
            page.addAll(all.subList(from, Math.min(all.size(), from + 10_000)));
            intaking.take(community, page);
        }
        return community;
    }

    @Test
    void everyPageFitsIsAccessibleAndLeadsOn() {
        var community = lantern();
        var email = reader.member(community, Role.LEAD);
        var busiest =
                reader.number(
                        community,
                        """
                        select thread_id from activity.activity where community_id = folkmoot.community() and thread_id <> id
                            and kind in ('reply', 'comment', 'answer', 'accepted_answer') group by 1 order by count(*) desc, 1 limit 1
                        """);
        var mail =
                reader.number(
                        community,
                        """
                        select a.thread_id from activity.activity a join activity.source s using (community_id)
                        where a.community_id = folkmoot.community() and s.id = a.source_id and s.markup = 'mail'
                            and a.thread_id <> a.id order by a.at desc limit 1
                        """);
        var paths = new LinkedHashMap<String, String>();
        paths.put("activity", "/activity");
        paths.put("found", "/activity?q=search+inde&group=thread");
        paths.put("thread", "/threads/" + busiest);
        paths.put("mail", "/threads/" + mail);
        paths.put("kinds", "/settings/kinds");
        paths.put("settings", "/settings");
        try (var visit = Visit.of(port, community, email, "gallery")) {
            visit.everywhere(
                    there -> {
                        there.go("/today");
                        there.page().locator(".number .figure").first().waitFor();
                        assertThat(there.page().locator(".cards-later")).hasCount(0);
                        look(there, "today");
                        paths.forEach(
                                (name, path) -> {
                                    there.go(path);
                                    look(there, name);
                                });
                    });
        }
    }

    private static void look(Visit there, String name) {
        assertThat(there.page().locator("h1")).hasCount(1);
        there.look(name);
    }
}
