package org.folkmoot.privacy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.folkmoot.Browser;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.folkmoot.members.Forgotten;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A lead answers a request, forgets somebody and says why things are kept, in a real browser. The
/// pictures are kept in `target/privacy/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class PrivacyJourneyTests {

    private static final String CHAT = "slack:T9";

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Archive archive;
    @Autowired Example example;
    @Autowired Intaking intaking;
    @Autowired Cast cast;

    @Test
    void aRequestIsAnsweredAndAPersonForgotten() {
        var here = town.found();
        var grace = cast.join(here, Role.LEAD);
        intaking.take(
                here,
                List.of(
                        Person.of(CHAT, "U1")
                                .with("name", "山田花子")
                                .with("email", "somebody@old.example")
                                .noted(List.of("Met in Bremen")),
                        Deed.of(
                                        CHAT,
                                        "m1",
                                        Kind.MESSAGE,
                                        "U1",
                                        Instant.parse("2026-03-05T12:00:00Z"))
                                .saying("Zanzibar")));
        try (var browser = Browser.launch()) {
            var page = signedIn(browser, grace, 1280, ColorScheme.LIGHT);
            page.navigate(at(here, "/privacy"));
            assertThat(page.locator("main")).containsText("Nobody has asked yet");
            look(page, "requests-empty");
            town.in(
                    here,
                    () -> {
                        example.set();
                        return null;
                    });
            page.navigate(at(here, "/today"));
            assertThat(page.locator("main")).containsText("Somebody wants to be forgotten");
            page.getByRole(AriaRole.LINK, named("Somebody wants to be forgotten")).click();
            look(page, "request");
            page.getByRole(AriaRole.BUTTON, named("It is theirs")).first().click();
            assertThat(page.locator("#flashes")).containsText("Decided whose it is");
            look(page, "request-decided");
            var request = page.url();
            page.getByRole(AriaRole.LINK, named("See what would go")).click();
            look(page, "erasure");
            page.locator("#typed").fill("forget");
            page.getByRole(AriaRole.BUTTON, named("Forget this person for good")).click();
            assertThat(page.locator("#flashes")).containsText("It has begun");
            page.waitForTimeout(1500);
            page.reload();
            assertThat(page.locator("h1"))
                    .hasText(
                            Forgotten.NAME,
                            new LocatorAssertions.HasTextOptions().setTimeout(10_000));
            look(page, "erased");
            page.navigate(request);
            assertThat(page.locator("main")).containsText("This person is forgotten");
            page.locator("#answer").fill("Done.");
            page.getByRole(AriaRole.BUTTON, named("Answer and close")).click();
            assertThat(page.locator("#flashes")).containsText("Closed");
            everywhere(browser, grace, here);
        }
    }

    private void everywhere(Browser browser, String grace, Community here) {
        var member = archive.number(here, "select id from members.member");
        for (var width : List.of(1280, 360)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var page = signedIn(browser, grace, width, scheme);
                var name = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                for (var path : List.of("", "/register", "/retention", "/looks", "/forgotten")) {
                    visit(
                            page,
                            at(here, "/privacy" + path),
                            "desk" + path.replace('/', '-') + name);
                }
                visit(page, at(here, "/privacy/register?source=" + CHAT), "saying" + name);
                visit(
                        page,
                        at(here, "/privacy/people/%d/erasure".formatted(member)),
                        "gone" + name);
                visit(page, at(here, "/people/" + member), "profile" + name);
                visit(
                        page,
                        "http://localhost:%d/p/%s/privacy".formatted(port, here.slug()),
                        "public" + name);
                page.navigate(at(here, "/privacy/retention"));
                page.locator("#texts").fill("30");
                page.getByRole(AriaRole.BUTTON, named("See what would go")).click();
                look(page, "dry-run" + name);
                page.context().close();
            }
        }
    }

    private void visit(Page page, String address, String name) {
        page.navigate(address);
        look(page, name);
        Browser.assertNoSidewaysScrolling(page);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
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
                        .setPath(Path.of("target", "privacy", name + ".png")));
        Browser.assertAccessible(page);
    }
}
