package org.folkmoot.members;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.folkmoot.Browser;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.Visit;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.members.Crowd.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A segment is put together in a real browser. The pictures are kept in `target/segments/`.
@HouseTest
@Tag("browser")
class SegmentJourneyTests {

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Crowd crowd;
    @Autowired Cast cast;

    Community here;
    String grace;

    @BeforeEach
    void found() {
        here = town.found();
        grace = cast.join(here, Role.LEAD);
        crowd.meet(
                here,
                List.of(
                        Someone.named("github", "1", "Ada Lovelace")
                                .tagged("champion")
                                .did("answer", 7, ago(3)),
                        Someone.named("github", "2", "Linus").did("answer", 6, ago(4)),
                        Someone.named("github", "3", "Zoë")
                                .tagged("champion")
                                .did("message", 1, ago(90)),
                        Someone.named("slack", "U4", "山田花子")
                                .tagged("champion")
                                .did("message", 2, ago(2)),
                        Someone.named("slack", "U5", "محمد").did("message", 2, ago(80))));
    }

    private static Instant ago(int days) {
        return Instant.now().minus(Duration.ofDays(days));
    }

    @Test
    void byMouseWithGroupsTheCountFollowsAndTheSegmentIsSaved() {
        try (var visit = visit(1280, ColorScheme.LIGHT)) {
            var page = visit.page();
            visit.look("empty");
            choose(page, "n-0", "Platform");
            value(page, "n-0").fill("github");
            count(page, "3 people");
            page.locator("#n\\.group").click();
            choose(page, "n-1-0", "Tag");
            value(page, "n-1-0").fill("champion");
            count(page, "2 people");
            page.locator("[id='n-1.add']").click();
            choose(page, "n-1-1", "Activities");
            Browser.settled(page);
            page.locator("[id='n-1-1.v.at-least']").fill("5");
            count(page, "tagged champion or with at least 5 activities");
            page.locator("[id='n-1.mode']").selectOption("ALL");
            count(page, "1 person");
            page.locator("[id='n-1.mode']").selectOption("ANY");
            count(page, "3 people");
            page.locator("#n\\.add").click();
            choose(page, "n-2", "Silent for");
            page.locator("[id='n-2.not']").selectOption("yes");
            value(page, "n-2").fill("60");
            count(page, "2 people");
            assertThat(page.locator("#found")).containsText("Ada Lovelace");
            assertThat(page.locator("#found")).not().containsText("Zoë");
            assertThat(page.locator(".segment-line"))
                    .hasText(
                            "platform is github and (tag is champion or activities at least 5) and not silent 60 days");
            visit.look("whole");
            var address = page.url();
            page.reload();
            count(page, "2 people");
            assertThat(page).hasURL(address);
            page.locator("[name='do'][value='remove:n-1']").click();
            assertThat(page.locator(".segment-line"))
                    .hasText("platform is github and not silent 60 days");
            page.getByLabel("Name of the segment").fill("Here on GitHub");
            page.getByText("Save this segment").click();
            assertThat(page.locator("h1")).hasText("Here on GitHub");
            page.goBack();
            count(page, "2 people");
        }
    }

    @Test
    void byKeyboardAloneFocusStaysWhereOneWrites() {
        try (var visit = visit(360, ColorScheme.DARK)) {
            var page = visit.page();
            page.locator("[id='n-0.key']").focus();
            page.keyboard().type("Platf");
            page.keyboard().press("Tab");
            page.locator("[id='n-0.not']").waitFor();
            value(page, "n-0").focus();
            page.keyboard().type("slack");
            count(page, "2 people");
            assertThat(page.locator("[id='n-0.v.is']")).isFocused();
            page.locator("#n\\.add").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("[id='n-1.key']")).isFocused();
            Browser.settled(page);
            page.keyboard().type("Tag");
            page.keyboard().press("Tab");
            page.locator("[id='n-1.not']").waitFor();
            value(page, "n-1").focus();
            page.keyboard().type("champion");
            count(page, "1 person");
            assertThat(value(page, "n-1")).isFocused();
            assertThat(value(page, "n-1")).hasValue("champion");
            visit.look("phone-dark");
            page.locator(".segment-text summary").focus();
            page.keyboard().press("Enter");
            page.locator("#segment-text").fill("platform is github and (");
            page.getByText("Read this text").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#found .field-error")).isVisible();
            assertThat(page.locator("#segment-text")).hasValue("platform is github and (");
            visit.look("phone-dark-wrong");
        }
    }

    /// A row that has just come answers a moment later.
    private static Locator value(Page page, String row) {
        Browser.settled(page);
        return page.locator("[id^='%s.v.']".formatted(row)).first();
    }

    private static void choose(Page page, String row, String criterion) {
        page.locator("[id='%s.key']".formatted(row)).waitFor();
        Browser.settled(page);
        page.locator("[id='%s.key']".formatted(row))
                .selectOption(
                        new com.microsoft.playwright.options.SelectOption().setLabel(criterion));
        assertThat(page.locator("[id='%s.not']".formatted(row))).isVisible();
    }

    private static void count(Page page, String words) {
        assertThat(page.locator(".segment-count")).containsText(words);
        // else the next choice may be made in a form that is on its way out
        Browser.settled(page);
    }

    private Visit visit(int width, ColorScheme scheme) {
        var visit = Visit.of(port, here, grace, "segments", width, scheme);
        visit.go("/segments/editor");
        return visit;
    }
}
