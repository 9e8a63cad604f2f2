package org.folkmoot.today;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.Browser;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Reader;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.demo.DemoCommunity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A coordinator's morning, in a real browser, with two years of the demo community.
@HouseTest
class TodayJourneyTests {

    private static final Path KEPT = Path.of("target", "gallery");

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Reader reader;

    private Community lantern() {
        var community = town.found();
        var basket = new Found.Basket();
        DemoCommunity.tell(7, Instant.now(), basket);
        var all = basket.all();
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
        var home = "/c/" + community.slug();
        var mail =
                reader.number(
                        community,
                        """
                        select a.thread_id from activity.activity a join activity.source s using (community_id)
                        where a.community_id = folkmoot.community() and s.id = a.source_id and s.markup = 'mail'
                            and a.thread_id <> a.id order by a.at desc limit 1
                        """);
        try (var browser = Browser.launch()) {
            for (var width : List.of(1280, 360)) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    try (var context = browser.context(width, scheme)) {
                        var page = context.newPage();
                        var complaints = new ArrayList<String>();
                        page.onConsoleMessage(
                                m -> {
                                    if (m.type().equals("error")) {
                                        complaints.add(m.text());
                                    }
                                });
                        page.navigate(at("/sign-in"));
                        page.locator("[name=email]").fill(email);
                        page.locator("[name=password]").fill(Cast.PASSWORD);
                        page.locator("form button").first().click();
                        page.waitForURL("**" + home + "/today");
                        page.locator(".number .figure").first().waitFor();
                        page.locator(".cards-later")
                                .waitFor(
                                        new com.microsoft.playwright.Locator.WaitForOptions()
                                                .setState(
                                                        com.microsoft.playwright.options
                                                                .WaitForSelectorState.DETACHED));
                        look(page, complaints, "today", width, scheme);
                        page.navigate(at(home + "/activity"));
                        look(page, complaints, "activity", width, scheme);
                        page.navigate(at(home + "/activity?q=search+inde&group=thread"));
                        look(page, complaints, "found", width, scheme);
                        page.navigate(at(home + "/threads/" + busiest));
                        look(page, complaints, "thread", width, scheme);
                        page.navigate(at(home + "/threads/" + mail));
                        look(page, complaints, "mail", width, scheme);
                        page.navigate(at(home + "/settings/kinds"));
                        look(page, complaints, "kinds", width, scheme);
                        page.navigate(at(home + "/settings"));
                        look(page, complaints, "settings", width, scheme);
                    }
                }
            }
        }
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private static void look(
            Page page, List<String> complaints, String name, int width, ColorScheme scheme) {
        assertThat(page.locator("h1").count()).as(page.url()).isEqualTo(1);
        // before the tools that look at the page bring styles of their own
        assertThat(complaints).as(page.url()).isEmpty();
        Browser.picture(
                page,
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(
                                KEPT.resolve(
                                        "%s-%d-%s.png"
                                                .formatted(
                                                        name,
                                                        width,
                                                        scheme.name().toLowerCase(Locale.ROOT)))));
        Browser.assertNoSidewaysScrolling(page);
        Browser.assertAccessible(page);
        complaints.clear();
    }
}
