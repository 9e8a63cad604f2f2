package org.folkmoot.members;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.Browser;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.members.Crowd.Someone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A coordinator looks for people, in a real browser. The pictures are kept in `target/people/`.
@HouseTest
@Tag("browser")
class PeopleJourneyTests {

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Crowd crowd;
    @Autowired Cast cast;

    @Test
    void findingFilteringSavingTaggingAndReading() {
        var here = town.found();
        var grace = cast.join(here, Role.LEAD);
        var ids = crowd.meet(here, people());
        try (var browser = Browser.launch()) {
            var page = signedIn(browser, grace, 1280, ColorScheme.LIGHT);
            page.navigate(at(here, "/people"));
            look(page, "list-light");
            page.locator("#people-q").pressSequentially("lovel");
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*q=lovel.*"));
            assertThat(page.locator(".lede")).hasText("1 person, “lovel”");
            assertThat(page.locator("#export"))
                    .hasAttribute("href", "/c/%s/people.csv?q=lovel".formatted(here.slug()));
            page.navigate(at(here, "/people?platform=github&active=30"));
            page.getByText("Save as segment").click();
            page.getByLabel("Name of the segment").fill("On GitHub now");
            look(page, "save-light");
            page.getByText("Save this segment").click();
            assertThat(page.locator("tbody")).containsText("On GitHub now");
            look(page, "segments-light");
            page.navigate(at(here, "/people?organisation=Analytical%20Engines"));
            page.getByLabel("Choose Ada Lovelace").check();
            page.getByPlaceholder("Tag").fill("champion");
            look(page, "bulk-light");
            page.getByText("Tag them").click();
            assertThat(page.locator("#flashes")).containsText("Tagged 1 person with champion");
            page.getByText("Undo").click();
            assertThat(page.locator("#flashes")).containsText("Taken back for 1 person");
            page.getByText("Filter", new Page.GetByTextOptions().setExact(true)).click();
            look(page, "filter-light");
            page.navigate(at(here, "/people/" + ids.getFirst()));
            look(page, "person-light");
            page.getByText("Notes").first().click();
            page.getByLabel("New note")
                    .fill("Met at the meetup in Zürich.\n\nWants to give a talk.");
            page.getByText("Keep this note").click();
            look(page, "notes-light");
            page.navigate(at(here, "/organisations"));
            look(page, "organisations-light");
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var phone = signedIn(browser, grace, 360, scheme);
                var name = scheme.name().toLowerCase(java.util.Locale.ROOT);
                phone.navigate(at(here, "/people"));
                look(phone, "list-phone-" + name);
                Browser.assertNoSidewaysScrolling(phone);
                phone.navigate(at(here, "/people/" + ids.get(1)));
                look(phone, "person-phone-" + name);
                Browser.assertNoSidewaysScrolling(phone);
            }
            var dark = signedIn(browser, grace, 1280, ColorScheme.DARK);
            dark.navigate(at(here, "/people?sort=name&role=member&active=60&tag=newcomer"));
            look(dark, "list-dark");
            dark.navigate(at(here, "/people/" + ids.get(1)));
            look(dark, "person-dark");
        }
    }

    private static List<Someone> people() {
        var all = new ArrayList<Someone>();
        all.add(
                Someone.named("github", "1", "Ada Lovelace")
                        .with("handle", "ada")
                        .with("email", "ada@engines.example")
                        .with("url", "https://github.example/ada")
                        .with("organisation", "Analytical Engines")
                        .with("title", "Countess")
                        .with("location", "London")
                        .with("timezone", "Europe/London")
                        .with("pronouns", "she/her")
                        .tagged("champion of the first hour", "speaker")
                        .did("release", 1_234, Instant.now().minus(Duration.ofHours(3))));
        all.add(
                Someone.named(
                                "slack",
                                "U2",
                                "Wolfeschlegelsteinhausenbergerdorff von und zu der langen Namen"
                                        .repeat(2))
                        .with(
                                "organisation",
                                "Gesellschaft für außerordentlich lange Bezeichnungen mbH & Co. KG")
                        .tagged("newcomer")
                        .noted("Likes kettles.")
                        .did("message", 12, Instant.now().minus(Duration.ofDays(2))));
        all.add(
                Someone.named("slack", "U3", "محمد بن عبد الله")
                        .did("question", 4, Instant.now().minus(Duration.ofDays(5))));
        all.add(
                Someone.named("mail", "hanako@post.example", "山田花子")
                        .did("message", 9, Instant.now().minus(Duration.ofDays(40))));
        for (int i = 0; i < 60; i++) {
            all.add(
                    Someone.named(
                                    i % 3 == 0 ? "github" : "slack",
                                    "P" + i,
                                    List.of("Grace", "Linus", "Zoë", "Mallory").get(i % 4)
                                            + " "
                                            + (i + 1))
                            .with("organisation", "Circle " + i % 7)
                            .did("message", 1 + i, Instant.now().minus(Duration.ofDays(i))));
        }
        return all;
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
                new Page.ScreenshotOptions().setPath(Path.of("target", "people", name + ".png")));
        Browser.assertAccessible(page);
    }
}
