package org.folkmoot.consent;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.folkmoot.HouseTest;
import org.folkmoot.PostOffice;
import org.folkmoot.Town;
import org.folkmoot.Visit;
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
                var visit = Visit.of(port, here, grace, "contact")) {
            var page = visit.page();
            visit.see("/asks", "asks-empty");
            visit.see("/settings/contact", "settings");
            page.getByLabel("Ask one person at most").fill("1");
            page.getByLabel("in so many days").fill("7");
            page.getByLabel("Quiet hours from").fill("03:00");
            page.getByLabel("until", new Page.GetByLabelOptions().setExact(true)).fill("03:00");
            page.getByText("Save these rules").click();
            assertThat(page.locator("#flashes")).containsText("The rules are saved");
            visit.go("/people/" + ada);
            assertThat(page.locator("main")).containsText("Not asked anything in the last 7 days");
            page.getByText("Note what they said").click();
            visit.look("profile");
            page.getByText("Write to them").click();
            assertThat(page.locator("h1")).hasText("Write to Ada Lovelace");
            page.getByLabel("Subject").fill("Would you speak?");
            page.locator("#text").fill("We would be glad.");
            visit.look("letter");
            page.getByText("Send this mail").click();
            assertThat(page.locator("#flashes")).containsText("The mail goes in ten seconds");
            page.getByText("Undo").click();
            assertThat(page.locator("#flashes")).containsText("It does not go.");
            page.getByText("Undo").click();
            assertThat(page.locator("tbody")).containsText("waiting");
            visit.go("/people/%d/letter".formatted(ada));
            page.getByLabel("Subject").fill("And once more?");
            page.locator("#text").fill("Only if you like.");
            page.getByText("Send this mail").click();
            assertThat(page.locator("#flashes")).containsText("1 is the most");
            visit.go("/asks");
            assertThat(page.locator("tbody")).containsText("was asked once in the last 7 days");
            visit.look("asks");
            while (post.to(address).isEmpty()) {
                page.waitForTimeout(500);
            }
            var found = LINK.matcher(post.to(address).getFirst().getContent().toString());
            org.assertj.core.api.Assertions.assertThat(found.find()).isTrue();
            stop(visit, here, found.group(1));
            visit.go("/people/" + ada);
            assertThat(page.locator("main")).containsText("does not want it");
            visit.look("profile-after");
            everywhere(visit, here, ada, found.group(1));
        }
    }

    private static void stop(Visit visit, Community here, String path) {
        try (var hers = visit.stranger()) {
            var page = hers.page();
            hers.see(path, "unsubscribe");
            page.getByRole(AriaRole.BUTTON).click();
            assertThat(page.locator("h1")).hasText("No more “A letter from the team”");
            hers.look("unsubscribed");
            page.getByRole(AriaRole.LINK)
                    .filter(
                            new com.microsoft.playwright.Locator.FilterOptions()
                                    .setHasText("Choose"))
                    .click();
            hers.look("preferences");
            hers.go("/p/%s/subscribe".formatted(here.slug()));
            page.getByLabel("News of the community").check();
            page.getByLabel("E-mail").fill(Neighbours.address());
            hers.look("subscribe");
            page.getByText("Ask me to confirm").click();
            assertThat(page.locator("h1")).hasText("Look into your mail");
        }
    }

    private void everywhere(Visit visit, Community here, long ada, String link) {
        neighbours.in(
                here,
                () -> asking.ask(Ask.byHand(ada, "news", "letter", UUID.randomUUID().toString())));
        visit.everywhere(
                there -> {
                    for (var path :
                            List.of(
                                    "/asks",
                                    "/asks/consents",
                                    "/settings/contact",
                                    "/people/" + ada,
                                    "/people/%d/letter".formatted(ada))) {
                        there.see(path, path.replaceAll("\\W+", "-").substring(1));
                    }
                    there.see(link.replace("unsubscribe", "preferences"), "preferences");
                });
    }
}
