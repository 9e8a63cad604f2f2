package org.folkmoot.sources.slack;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.Visit;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// A coordinator connects a workspace in a real browser, chooses what is read, and answers there.
@HouseTest
@TestPropertySource(properties = "folkmoot.connectors.allowed-hosts=127.0.0.1")
class ConnectingJourneyTests {

    private static final long DAY = 86_400;

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Cast cast;
    private final Workspace workspace = new Workspace();
    private final Vendor vendor = new Vendor(workspace::answer);

    @AfterEach
    void close() {
        vendor.close();
    }

    private String say(int daysAgo, String thread, String user, String text) {
        var ts = (Instant.now().getEpochSecond() - daysAgo * DAY) + ".000100";
        workspace.messages.add(new Workspace.Said("C1", ts, thread, user, text));
        return ts;
    }

    @Test
    void sheConnectsChoosesSeesWhatCameAndAnswersThere() {
        say(3, "", "U1", "Good morning to the lantern makers");
        say(2, "", "U2", "How do I rotate the signing keys?");
        var here = town.found();
        var ada = cast.join(here, Role.LEAD);
        try (var visit = Visit.of(port, here, ada, "screenshots")) {
            var page = visit.page();
            visit.go("/connections");
            assertThat(page.getByText("Connect where your community talks")).isVisible();
            page.getByRole(AriaRole.LINK, link("Connect Slack")).click();
            page.getByLabel("Bot User OAuth Token").fill("xoxb-1");
            page.getByText("Addresses, where they are other than usual").click();
            page.getByLabel("Address of the API").fill(vendor.url());
            visit.look("connect-slack");
            page.getByRole(AriaRole.BUTTON, button("Connect and try it")).click();

            page.waitForURL(Pattern.compile(".*/connections/\\d+/offers/channels"));
            assertThat(page.getByText("Signed in to Moot as folkmoot")).isVisible();
            assertThat(page.getByText("The app is not invited yet.")).isVisible();
            Assertions.assertThat(vendor.asked())
                    .noneMatch(asked -> asked.path().equals("/conversations.history"));
            page.getByLabel("#general").check();
            visit.look("connection-offers");
            page.getByRole(AriaRole.BUTTON, button("Begin reading")).click();
            page.waitForURL(Pattern.compile(".*/connections/\\d+$"));
            var connection = page.url();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(
                            () -> {
                                page.navigate(connection);
                                return page.getByText("up to date").count() > 0;
                            });
            visit.look("connection");

            visit.go("/activity");
            page.locator(".said")
                    .filter(
                            new Locator.FilterOptions()
                                    .setHasText("How do I rotate the signing keys?"))
                    .locator(".said-time")
                    .first()
                    .click();
            page.getByRole(AriaRole.LINK, link("Answer or act there")).first().click();
            page.getByLabel("Reply").fill("With the new command, since yesterday.");
            visit.look("connection-answer");
            page.getByRole(AriaRole.BUTTON, button("Reply")).click();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .until(() -> !workspace.posted.isEmpty());
            Assertions.assertThat(workspace.posted)
                    .singleElement()
                    .satisfies(
                            post ->
                                    Assertions.assertThat(post)
                                            .containsEntry(
                                                    "text",
                                                    "With the new command, since yesterday."));
        }
        try (var visit = Visit.of(port, here, ada, "screenshots", 360, ColorScheme.DARK)) {
            visit.see("/connections", "connections-phone-dark");
            visit.page().getByRole(AriaRole.LINK, link("Slack")).first().click();
            visit.look("connection-phone-dark");
            assertThat(visit.page().getByText("What we said and did there")).isVisible();
            visit.page()
                    .getByRole(AriaRole.LINK, link("Choose from what is there: Channels"))
                    .click();
            assertThat(visit.page().getByLabel("#general")).isChecked();
            visit.look("connection-offers-phone-dark");
        }
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
