package org.folkmoot.listening;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.folkmoot.HouseTest;
import org.folkmoot.Visit;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A lead looks at the tone, corrects a post and names a theme, in a real browser. The pictures are
/// kept in `target/listening/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class ListeningJourneyTests {

    @LocalServerPort int port;
    @Autowired Talking talking;
    @Autowired Cast cast;

    @Test
    void lookingCorrectingAndNaming() {
        var here = talking.found();
        talking.look(here, Shelf.QUESTIONS, 30);
        var grace = cast.join(here, Role.LEAD);
        try (var visit = Visit.of(port, here, grace, "listening")) {
            var page = visit.page();
            visit.go("/health/sentiment/list?which=negative");
            visit.look("list");
            page.locator("td a[href*='/listening/']").first().click();
            visit.look("post");
            page.locator("button[value=neutral]").click();
            assertThat(page.locator(".flash")).containsText("It counts as neutral now.");
            visit.see("/listening", "corrections");
            visit.go("/themes?about=questions&window=30");
            page.locator("summary")
                    .filter(
                            new com.microsoft.playwright.Locator.FilterOptions()
                                    .setHasText("dark theme"))
                    .click();
            page.locator("details[open] input[name=name]").fill("Night colours");
            page.locator("details[open]").getByText("Name it").click();
            assertThat(page.locator(".flash")).containsText("It is called Night colours now.");
            assertThat(page.locator("#themes")).containsText("Night colours");
            visit.everywhere(
                    there -> {
                        there.see("/themes?about=questions&window=30", "themes");
                        there.go("/health?window=7");
                        there.look("health");
                    });
        }
    }
}
