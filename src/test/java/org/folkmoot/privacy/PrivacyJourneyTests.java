package org.folkmoot.privacy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.Visit;
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
        try (var visit = Visit.of(port, here, grace, "privacy")) {
            var page = visit.page();
            visit.go("/privacy");
            assertThat(page.locator("main")).containsText("Nobody has asked yet");
            visit.look("requests-empty");
            town.in(
                    here,
                    () -> {
                        example.play();
                        return null;
                    });
            visit.go("/today");
            assertThat(page.locator("main")).containsText("Somebody wants to be forgotten");
            page.getByRole(AriaRole.LINK, named("Somebody wants to be forgotten")).click();
            visit.look("request");
            page.getByRole(AriaRole.BUTTON, named("It is theirs")).first().click();
            assertThat(page.locator("#flashes")).containsText("Decided whose it is");
            visit.look("request-decided");
            var request = page.url();
            page.getByRole(AriaRole.LINK, named("See what would go")).click();
            visit.look("erasure");
            page.locator("#typed").fill("forget");
            page.getByRole(AriaRole.BUTTON, named("Forget this person for good")).click();
            assertThat(page.locator("#flashes")).containsText("It has begun");
            page.waitForTimeout(1500);
            page.reload();
            assertThat(page.locator("h1"))
                    .hasText(
                            Forgotten.NAME,
                            new LocatorAssertions.HasTextOptions().setTimeout(10_000));
            visit.look("erased");
            page.navigate(request);
            assertThat(page.locator("main")).containsText("This person is forgotten");
            page.locator("#answer").fill("Done.");
            page.getByRole(AriaRole.BUTTON, named("Answer and close")).click();
            assertThat(page.locator("#flashes")).containsText("Closed");
            everywhere(visit, here);
        }
    }

    private void everywhere(Visit visit, Community here) {
        var member = archive.number(here, "select id from members.member");
        visit.everywhere(
                there -> {
                    for (var path :
                            List.of("", "/register", "/retention", "/looks", "/forgotten")) {
                        there.see("/privacy" + path, "desk" + path.replace('/', '-'));
                    }
                    there.see("/privacy/register?source=" + CHAT, "saying");
                    there.see("/privacy/people/%d/erasure".formatted(member), "gone");
                    there.see("/people/" + member, "profile");
                    there.see("/p/%s/privacy".formatted(here.slug()), "public");
                    there.go("/privacy/retention");
                    there.page().locator("#texts").fill("30");
                    there.page().getByRole(AriaRole.BUTTON, named("See what would go")).click();
                    there.look("dry-run");
                });
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
