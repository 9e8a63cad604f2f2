package org.folkmoot.orbit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.folkmoot.Browser;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A manager looks at who is how close, asks one why, and tries other weights, in a real browser.
/// The pictures are kept in `target/orbit/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class OrbitJourneyTests {

    private static final List<Kind> COMMON =
            List.of(Kind.REACTION, Kind.MESSAGE, Kind.REPLY, Kind.MESSAGE, Kind.JOIN);
    private static final List<Kind> RARE =
            List.of(Kind.ISSUE, Kind.ANSWER, Kind.COMMIT, Kind.REVIEW, Kind.MENTORING, Kind.TALK);

    @LocalServerPort int port;
    @Autowired Settlement settlement;
    @Autowired Cast cast;

    /// A few do much, most do little, over a year and a half.
    private Community crowd(int people) {
        var here = settlement.found("Europe/Berlin", "Ada", "Grace");
        var random = new Random(8);
        var all = new ArrayList<Found>();
        for (int i = 0; i < people; i++) {
            all.add(Person.of(Settlement.CHAT, "P" + i).with(Found.Field.NAME, "Person " + i));
            int times = 1 + 200 / (i + 1);
            for (int n = 0; n < times; n++) {
                var kinds = random.nextInt(people) > i * 2 ? RARE : COMMON;
                var deed =
                        Deed.of(
                                        Settlement.CHAT,
                                        "p" + i + "-" + n,
                                        kinds.get(random.nextInt(kinds.size())),
                                        "P" + i,
                                        Instant.now()
                                                .minus(
                                                        random.nextInt(540 * 24) + 1L,
                                                        ChronoUnit.HOURS))
                                .in("C1")
                                .saying("It is so");
                all.add(i > 0 && n % 3 == 0 ? deed.under("p" + random.nextInt(i) + "-0") : deed);
            }
        }
        settlement.take(here, all.toArray(Found[]::new));
        return here;
    }

    @Test
    void lookingWhoIsHowCloseWhyAndWhatOtherWeightsWouldDo() {
        var here = crowd(240);
        var lead = cast.join(here, Role.LEAD);
        try (var browser = Browser.launch()) {
            var page = signedIn(browser, lead, 1280, ColorScheme.LIGHT);
            visit(page, here, "/orbit", "orbit");
            assertThat(page.locator(".orbit-charts figure").first()).isVisible();
            page.locator("#moves p a").first().click();
            assertThat(page.locator("#lede")).containsText("who moved up a level");
            look(page, "list");
            page.goBack();
            page.getByText("Decay (2021)").first().click();
            look(page, "decay");
            visit(page, here, "/people/" + settlement.member(here, "P1"), "profile");
            assertThat(page.locator(".orbit-side")).containsText("Why");
            page.getByText("Level and love over the year").click();
            look(page, "why");
            visit(page, here, "/orbit/weights", "weights");
            page.locator("input[name=message]").fill("6");
            page.getByText("See who would move").click();
            assertThat(page.locator("#effect")).containsText("Message from 3 to 6");
            look(page, "effect");
            page.getByText("Save these weights").click();
            assertThat(page.locator("#flashes")).containsText("Saved");
            page.locator("#flashes").getByText("Undo").click();
            assertThat(page.locator("#flashes")).containsText("as they were before");
            for (var width : List.of(1280, 360)) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    var other = signedIn(browser, lead, width, scheme);
                    var name = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                    visit(other, here, "/orbit", "orbit" + name);
                    visit(
                            other,
                            here,
                            "/orbit/of/" + settlement.member(here, "P0") + "/why",
                            "why" + name);
                    visit(other, here, "/orbit/weights?message=6", "weights" + name);
                    other.context().close();
                }
            }
            var empty = settlement.found("Europe/Berlin");
            visit(
                    signedIn(browser, cast.join(empty, Role.ANALYST), 1280, ColorScheme.LIGHT),
                    empty,
                    "/orbit",
                    "empty");
        }
    }

    private void visit(Page page, Community here, String path, String name) {
        page.navigate("http://localhost:" + port + "/c/" + here.slug() + path);
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

    private static void look(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        Browser.picture(
                page,
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "orbit", name + ".png")));
        Browser.assertAccessible(page);
    }
}
