package org.folkmoot.organisations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.folkmoot.Browser;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A manager learns of an organisation, keeps it, and makes its people staff, in a real browser.
/// The pictures are kept in `target/organisations/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class OrganisationsJourneyTests {

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Staffing staffing;
    @Autowired Cast cast;

    @Test
    void fromADomainThatSeveralShareToStaff() {
        var here = town.found();
        var grace = cast.join(here, Role.LEAD);
        try (var browser = Browser.launch()) {
            var page = signedIn(browser, grace, 1280, ColorScheme.LIGHT);
            page.navigate(at(here, "/organisations"));
            assertThat(page.locator("main")).containsText("No organisation is named yet");
            look(page, "empty");
            for (int i = 0; i < 4; i++) {
                staffing.meet(here, "Ada " + i, "2026-03-01", "email", i + "@acme.example");
            }
            staffing.meet(here, "Linus", "2026-03-01", "organisation", "ACME, Inc.");
            var zoe =
                    staffing.meet(
                            here,
                            "Zoë",
                            "2026-03-01",
                            "organisation",
                            "Wolfeschlegelsteinhausen".repeat(6));
            page.navigate(at(here, "/organisations"));
            page.getByText("One question about organisations.").click();
            assertThat(page.locator("h1")).hasText("What may be an organisation");
            look(page, "question");
            page.locator("[name=name]").fill("Acme");
            page.locator("button[value=accept]").click();
            assertThat(page.locator("#flashes")).containsText("Acme is kept as an organisation.");
            assertThat(page.locator("main")).containsText("which says how it is founded");
            look(page, "names");
            page.locator("button[value=accept]").click();
            assertThat(page.locator("main")).containsText("Nothing to decide");
            page.navigate(at(here, "/organisations"));
            page.getByRole(AriaRole.LINK, named("Acme").setExact(true)).click();
            assertThat(page.locator("#lede")).containsText("5 people, writing from acme.example.");
            assertThat(page.locator("#organisation-people")).containsText("5 people");
            assertThat(page.locator(".numbers").first()).containsText("5 in all");
            look(page, "organisation");
            var acme = page.url().replaceAll(".*/", "");
            page.getByText("See what that would change").click();
            assertThat(page.locator("main")).containsText("6 in all");
            look(page, "staff");
            page.getByRole(AriaRole.BUTTON, named("Make them staff")).click();
            assertThat(page.locator("#flashes")).containsText("Its people are staff");
            page.locator("#flashes").getByText("Undo").click();
            assertThat(page.locator("#flashes")).containsText("It is as it was before.");
            page.navigate(at(here, "/people/" + zoe));
            page.getByText("Say where they work").click();
            page.locator("#works-at").fill("Acme");
            page.getByRole(AriaRole.BUTTON, named("Note this")).click();
            assertThat(page.locator("#flashes")).containsText("Noted: Acme.");
            assertThat(page.locator("main")).containsText("says Grace");
            look(page, "profile");
            for (var width : List.of(1280, 360)) {
                for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    var other = signedIn(browser, grace, width, scheme);
                    var name = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                    visit(other, here, "/organisations", "list" + name);
                    visit(other, here, "/organisations/" + acme, "one" + name);
                    visit(other, here, "/organisations/%s/staff".formatted(acme), "staff" + name);
                    visit(other, here, "/organisations/%s/edit".formatted(acme), "edit" + name);
                    visit(other, here, "/people/" + zoe, "profile" + name);
                    other.context().close();
                }
            }
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
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
                        .setPath(Path.of("target", "organisations", name + ".png")));
        Browser.assertAccessible(page);
    }
}
