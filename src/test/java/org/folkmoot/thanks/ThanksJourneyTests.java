package org.folkmoot.thanks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.folkmoot.thanks.Village.FORUM;
import static org.folkmoot.thanks.Village.ago;
import static org.folkmoot.thanks.Village.answered;
import static org.folkmoot.thanks.Village.deed;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.Browser;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A coordinator thanks and gives, in a real browser. The pictures are kept in `target/thanks/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class ThanksJourneyTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Cast cast;

    @Test
    void thankingGivingAndSayingWhereToSendIt() {
        var here = village.found();
        var lead = cast.join(here, Role.LEAD);
        try (var browser = Browser.launch()) {
            var page = signedIn(browser, lead, 1280, ColorScheme.LIGHT);
            visit(page, here, "/thanks", "wall-empty");
            visit(page, here, "/gifts", "gifts-empty");
            live(here);
            page.navigate(at(here, "/thanks"));
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.locator("[data-bulk]")).containsText("1 chosen");
            look(page, "wall-chosen");
            page.getByText("Skip them").click();
            assertThat(page.locator("#flashes")).containsText("Skipped.");
            page.locator("#flashes").getByText("Undo").click();
            assertThat(page.locator("#flashes")).containsText("on the wall again");
            page.locator(".row-link").first().click();
            assertThat(page.locator("h1")).hasText("Thank grace.h");
            assertThat(page.locator("#draft"))
                    .hasValue(java.util.regex.Pattern.compile("first answer at"));
            look(page, "moment");
            page.getByText("Keep as thanked").click();
            assertThat(page.locator("#flashes")).containsText("Kept: thanked.");
            visit(page, here, "/thanks?show=thanked", "thanked");

            page.navigate(at(here, "/gifts/catalogue"));
            page.locator("#name").fill("Lantern mug");
            page.locator("#stock").fill("12");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Add to the catalogue"))
                    .click();
            look(page, "catalogue");
            var member = village.member(here, FORUM, "grace");
            page.navigate(at(here, "/people/" + member));
            assertThat(page.locator("main")).containsText("Thanked for the first answer");
            look(page, "profile");
            page.getByText("Give a gift").click();
            page.getByText("Lantern mug").click();
            look(page, "giving");
            page.getByText("Give this").click();
            assertThat(page.locator("h1")).hasText("Lantern mug for grace.h");
            look(page, "gift");
            var letter = page.locator("#letter").inputValue();
            var link = letter.replaceAll("(?s).*(/p/[^/]*/gift/\\S*).*", "$1");
            page.getByText("I sent it myself").click();
            assertThat(page.locator("main")).containsText("The letter is sent.");
            var hers = browser.page(360, ColorScheme.LIGHT);
            hers.navigate("http://localhost:" + port + link);
            look(hers, "door-360");
            Browser.assertNoSidewaysScrolling(hers);
            hers.locator("#name").fill("Grace Hopper");
            hers.locator("#street").fill("1 Navy Yard");
            hers.locator("#city").fill("Washington");
            hers.locator("#country").fill("USA");
            hers.getByText("Send it here").click();
            assertThat(hers.locator("main")).containsText("We know now where to send it");
            page.reload();
            assertThat(page.locator("main")).containsText("1 Navy Yard");
            page.getByText("It is sent").click();
            assertThat(page.locator("#flashes")).containsText("Kept: sent.");
            everywhere(browser, lead, here, member);
        }
    }

    private void live(Community here) {
        var some = new ArrayList<Found>();
        some.addAll(answered("q1", "zoe", "a1", "grace", ago(5)));
        for (int n = 0; n < 12; n++) {
            some.add(deed(FORUM, "r" + n, Kind.REVIEW, "hanako", ago(9).plus(Duration.ofHours(n))));
        }
        some.add(deed(FORUM, "m1", Kind.MESSAGE, "mallory", ago(3)));
        some.add(deed(FORUM, "old", Kind.MESSAGE, "zoe", ago(300)));
        village.take(here, some);
    }

    private void everywhere(Browser browser, String lead, Community here, long member) {
        for (var width : List.of(1280, 360)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var page = signedIn(browser, lead, width, scheme);
                var name = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                visit(page, here, "/thanks", "wall" + name);
                visit(page, here, "/gifts", "gifts" + name);
                visit(page, here, "/thanks/settings", "settings" + name);
                visit(page, here, "/thanks/effect", "effect" + name);
                visit(page, here, "/people/" + member, "profile" + name);
                page.navigate(at(here, "/gifts"));
                page.locator(".row-link").first().click();
                look(page, "gift" + name);
                Browser.assertNoSidewaysScrolling(page);
                page.context().close();
            }
        }
    }

    private void visit(Page page, Community here, String path, String name) {
        page.navigate(at(here, path));
        look(page, name);
        Browser.assertNoSidewaysScrolling(page);
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
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Browser.picture(
                page,
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "thanks", name + ".png")));
        Browser.assertAccessible(page);
    }
}
