package org.folkmoot.organisations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.Visit;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
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
        try (var visit = Visit.of(port, here, grace, "organisations")) {
            var page = visit.page();
            visit.go("/organisations");
            assertThat(page.locator("main")).containsText("No organisation is named yet");
            visit.look("empty");
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
            visit.go("/organisations");
            page.getByText("One question about organisations.").click();
            assertThat(page.locator("h1")).hasText("What may be an organisation");
            visit.look("question");
            page.locator("[name=name]").fill("Acme");
            page.locator("button[value=accept]").click();
            assertThat(page.locator("#flashes")).containsText("Acme is kept as an organisation.");
            assertThat(page.locator("main")).containsText("which says how it is founded");
            visit.look("names");
            page.locator("button[value=accept]").click();
            assertThat(page.locator("main")).containsText("Nothing to decide");
            visit.go("/organisations");
            page.getByRole(AriaRole.LINK, named("Acme").setExact(true)).click();
            assertThat(page.locator("#lede")).containsText("5 people, writing from acme.example.");
            assertThat(page.locator("#organisation-people")).containsText("5 people");
            assertThat(page.locator(".numbers").first()).containsText("5 in all");
            visit.look("organisation");
            var acme = page.url().replaceAll(".*/", "");
            page.getByText("See what that would change").click();
            assertThat(page.locator("main")).containsText("6 in all");
            visit.look("staff");
            page.getByRole(AriaRole.BUTTON, named("Make them staff")).click();
            assertThat(page.locator("#flashes")).containsText("Its people are staff");
            page.locator("#flashes").getByText("Undo").click();
            assertThat(page.locator("#flashes")).containsText("It is as it was before.");
            visit.go("/people/" + zoe);
            page.getByText("Say where they work").click();
            page.locator("#works-at").fill("Acme");
            page.getByRole(AriaRole.BUTTON, named("Note this")).click();
            assertThat(page.locator("#flashes")).containsText("Noted: Acme.");
            assertThat(page.locator("main")).containsText("says Grace");
            visit.look("profile");
            visit.everywhere(
                    there -> {
                        there.see("/organisations", "list");
                        there.see("/organisations/" + acme, "one");
                        there.see("/organisations/%s/staff".formatted(acme), "staff");
                        there.see("/organisations/%s/edit".formatted(acme), "edit");
                        there.see("/people/" + zoe, "profile");
                    });
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
