package org.folkmoot.consent;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.folkmoot.Browser;
import org.folkmoot.HouseTest;
import org.folkmoot.PostOffice;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A coordinator writes to somebody, who then wants no more of it, in a real browser. The pictures
/// are kept in `target/contact/`.
@HouseTest
@Tag("browser")
class ContactJourneyTests {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/p/\\S+)");

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Neighbours neighbours;
    @Autowired Asking asking;
    @Autowired Cast cast;
    @Autowired DefaultListableBeanFactory house;

    @Test
    void askedOnceTooOftenAndNoMore() throws Exception {
        var here = town.found();
        var grace = cast.join(here, Role.LEAD);
        var address = Neighbours.address();
        var ada = neighbours.meet(here, "Ada Lovelace", address, "Europe/London");
        try (var post = PostOffice.open(house);
                var browser = Browser.launch()) {
            var page = signedIn(browser, grace, 1280, ColorScheme.LIGHT);
            page.navigate(at(here, "/asks"));
            look(page, "asks-empty");
            page.navigate(at(here, "/settings/contact"));
            look(page, "settings");
            page.getByLabel("Ask one person at most").fill("1");
            page.getByLabel("in so many days").fill("7");
            page.getByLabel("Quiet hours from").fill("03:00");
            page.getByLabel("until", new Page.GetByLabelOptions().setExact(true)).fill("03:00");
            page.getByText("Save these rules").click();
            assertThat(page.locator("#flashes")).containsText("The rules are saved");
            page.navigate(at(here, "/people/" + ada));
            assertThat(page.locator("main")).containsText("Not asked anything in the last 7 days");
            page.getByText("Note what they said").click();
            look(page, "profile");
            page.getByText("Write to them").click();
            assertThat(page.locator("h1")).hasText("Write to Ada Lovelace");
            page.getByLabel("Subject").fill("Would you speak?");
            page.locator("#text").fill("We would be glad.");
            look(page, "letter");
            page.getByText("Send this mail").click();
            assertThat(page.locator("#flashes")).containsText("The mail goes in ten seconds");
            page.getByText("Undo").click();
            assertThat(page.locator("#flashes")).containsText("It does not go.");
            page.getByText("Undo").click();
            assertThat(page.locator("tbody")).containsText("waiting");
            page.navigate(at(here, "/people/%d/letter".formatted(ada)));
            page.getByLabel("Subject").fill("And once more?");
            page.locator("#text").fill("Only if you like.");
            page.getByText("Send this mail").click();
            assertThat(page.locator("#flashes")).containsText("1 is the most");
            page.navigate(at(here, "/asks"));
            assertThat(page.locator("tbody")).containsText("was asked once in the last 7 days");
            look(page, "asks");
            while (post.to(address).isEmpty()) {
                page.waitForTimeout(500);
            }
            var found = LINK.matcher(post.to(address).getFirst().getContent().toString());
            org.assertj.core.api.Assertions.assertThat(found.find()).isTrue();
            stop(browser, here, found.group(1));
            page.navigate(at(here, "/people/" + ada));
            assertThat(page.locator("main")).containsText("does not want it");
            look(page, "profile-after");
            everywhere(browser, grace, here, ada, found.group(1));
        }
    }

    private void stop(Browser browser, Community here, String path) {
        var page = browser.page(360, ColorScheme.LIGHT);
        page.navigate("http://localhost:" + port + path);
        look(page, "unsubscribe");
        page.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("h1")).hasText("No more “A letter from the team”");
        look(page, "unsubscribed");
        page.getByRole(AriaRole.LINK)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Choose"))
                .click();
        look(page, "preferences");
        Browser.assertNoSidewaysScrolling(page);
        page.navigate("http://localhost:%d/p/%s/subscribe".formatted(port, here.slug()));
        page.getByLabel("News of the community").check();
        page.getByLabel("E-mail").fill(Neighbours.address());
        look(page, "subscribe");
        page.getByText("Ask me to confirm").click();
        assertThat(page.locator("h1")).hasText("Look into your mail");
        page.context().close();
    }

    private void everywhere(Browser browser, String grace, Community here, long ada, String link) {
        neighbours.in(
                here,
                () -> asking.ask(Ask.byHand(ada, "news", "letter", UUID.randomUUID().toString())));
        for (var width : List.of(1280, 360)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var page = signedIn(browser, grace, width, scheme);
                var name = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                for (var path :
                        List.of(
                                "/asks",
                                "/asks/consents",
                                "/settings/contact",
                                "/people/" + ada,
                                "/people/%d/letter".formatted(ada))) {
                    page.navigate(at(here, path));
                    page.waitForLoadState();
                    look(page, path.replaceAll("\\W+", "-").substring(1) + name);
                    Browser.assertNoSidewaysScrolling(page);
                }
                page.navigate(
                        "http://localhost:" + port + link.replace("unsubscribe", "preferences"));
                look(page, "preferences" + name);
                page.context().close();
            }
        }
    }

    private Page signedIn(Browser browser, String who, int width, ColorScheme scheme) {
        var page = browser.page(width, scheme);
        page.navigate("http://localhost:" + port + "/sign-in");
        page.locator("#email").fill(who);
        page.locator("#password").fill(Cast.PASSWORD);
        page.locator("form button").first().click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    private String at(Community here, String path) {
        return "http://localhost:" + port + "/c/" + here.slug() + path;
    }

    private static void look(Page page, String name) {
        Browser.picture(
                page,
                new Page.ScreenshotOptions().setPath(Path.of("target", "contact", name + ".png")));
        Browser.assertAccessible(page);
    }
}
