package org.folkmoot.fields;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Visit;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A coordinator adds a field and says what she knows, in a real browser. The pictures are kept
/// in `target/fields/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class FieldsJourneyTests {

    private static final String LONG = "Wolfeschlegelsteinhausenbergerdorff ".repeat(12);

    @LocalServerPort int port;
    @Autowired Neighbourhood hood;
    @Autowired Cast cast;

    @Test
    void aFieldIsAddedAndSaidOfSomebody() {
        var here = hood.town.found();
        var grace = cast.join(here, Role.LEAD);
        hood.take(
                here,
                Person.of("slack:T1", "hanako")
                        .with(Found.Field.NAME, "山田花子")
                        .with(Found.Field.LOCATION, "Tokyo")
                        .with(Found.Field.TIMEZONE, "Asia/Tokyo")
                        .with(Found.Field.BIO, LONG));
        var person = "/people/" + hood.members(here).get("hanako");
        try (var visit = Visit.of(port, here, grace, "fields")) {
            var page = visit.page();
            visit.see("/settings/fields", "settings-empty");
            page.getByLabel("Name").fill("T-shirt size");
            page.locator("#kind").selectOption("choice");
            page.locator("#choices").fill("S\nM\nL");
            page.getByRole(AriaRole.BUTTON, named("Add this field")).click();
            assertThat(page.locator("#flashes")).containsText("The field is there");
            visit.look("settings");
            visit.go(person);
            assertThat(page.locator("#custom-fields")).containsText("not said");
            page.getByRole(AriaRole.LINK, named("Say it T-shirt size")).click();
            page.locator("#custom-fields select").selectOption("M");
            visit.look("saying");
            page.locator("#custom-fields").getByText("Save this").click();
            assertThat(page.locator("#flashes")).containsText("T-shirt size is set.");
            assertThat(page.locator("#custom-fields")).containsText("said by Grace");
            page.locator("#flashes").getByText("Undo").click();
            assertThat(page.locator("#custom-fields")).containsText("not said");
            page.getByRole(AriaRole.LINK, named("Change Location")).click();
            page.locator("#say-location").fill("Kyoto");
            page.keyboard().press("Enter");
            assertThat(page.locator("#facts")).containsText("said by Grace, 2 values");
            page.getByText("said by Grace, 2 values").click();
            assertThat(page.locator(".fact-values[open]")).containsText("Tokyo");
            visit.look("values");
            page.getByRole(AriaRole.LINK, named("Change Time zone")).click();
            page.locator("#say-timezone").fill("Lantern City");
            page.keyboard().press("Enter");
            assertThat(page.locator("#say-words")).containsText("No time zone is called");
            assertThat(page.locator("#say-timezone")).hasValue("Lantern City");
            visit.look("refused");
            visit.everywhere(
                    there -> {
                        for (var path :
                                List.of(
                                        person,
                                        person + "?saying=bio",
                                        "/settings/fields",
                                        "/settings/pictures")) {
                            there.see(path, path.replaceAll("[^a-z]+", "-").substring(1));
                        }
                    });
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
