package org.folkmoot.identity;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Visit;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A coordinator joins, parts and decides, in a real browser. The pictures are kept in
/// `target/merging/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class MergingJourneyTests {

    @LocalServerPort int port;
    @Autowired Selves selves;
    @Autowired Twins twins;
    @Autowired Merging merging;
    @Autowired Cast cast;

    @Test
    void joiningFromTheProfileUndoingAndParting() {
        var here = twins.found();
        var grace = cast.join(here, Role.LEAD);
        var ids = selves.ids(here);
        var ada = selves.member(here, ids.get("chat U1"));
        try (var visit = Visit.of(port, here, grace, "merging")) {
            var page = visit.page();
            visit.see("/people/merges", "log-empty");
            visit.see("/people/" + ada, "profile-alone");
            page.getByText("Join with somebody").click();
            assertThat(page.locator("h1")).hasText("Join with somebody");
            page.locator("#join-q").fill("");
            page.locator("#join-q").pressSequentially("King");
            assertThat(page.locator("#found tbody tr")).hasCount(1);
            visit.look("search");
            page.getByRole(AriaRole.LINK, named("Compare Ada Lovelace with Ada King")).click();
            assertThat(page.locator("h1")).hasText("Join these two?");
            assertThat(page.locator("main")).containsText("Analytical Society");
            visit.look("preview");
            page.getByRole(AriaRole.BUTTON, named("Join these two")).click();
            assertThat(page.locator("#flashes")).containsText("is one person with 2 accounts now");
            assertThat(page.locator(".grounds-list")).containsText("Said by hand.");
            assertThat(page.locator(".told")).containsText("Analytical Society");
            visit.look("profile-joined");
            page.locator("#flashes").getByText("Undo").click();
            assertThat(page.locator("#flashes")).containsText("1 person became 2");
            assertThat(page.locator(".accounts li")).hasCount(1);

            var batch = selves.in(here, () -> merging.merge(twins.pair(ids, 1), List.of())).batch();
            visit.go("/people/" + ada);
            page.getByRole(AriaRole.LINK, named("forum1 on Discourse")).click();
            assertThat(page.locator("h1")).hasText("Not theirs?");
            visit.look("parting");
            page.locator("#owner-q").pressSequentially("quill");
            assertThat(page.locator("#found tbody tr")).hasCount(2);
            page.locator("#found a.btn").first().click();
            assertThat(page.locator("h1")).hasText("Give it to somebody else?");
            visit.look("giving");
            visit.go("/people/%d/accounts/%d".formatted(ada, ids.get("forum f1")));
            page.getByText("Part this account").click();
            assertThat(page.locator("#flashes")).containsText("is a person of its own now");
            visit.go("/people/merges");
            assertThat(page.locator(".log")).containsText("Parted");
            visit.look("log");
            visit.see("/people/merges/undoing?batch=" + batch, "undoing");
            everywhere(visit, here, ada);
        }
    }

    private void everywhere(Visit visit, Community here, long ada) {
        var ids = selves.ids(here);
        selves.in(here, () -> merging.merge(twins.pair(ids, 1), List.of()));
        selves.in(here, () -> merging.merge(twins.pair(ids, 2), List.of()));
        selves.in(here, () -> merging.merge(twins.pair(ids, 3), List.of()));
        var chat = selves.member(here, ids.get("chat U2"));
        var forum = selves.member(here, ids.get("chat U3"));
        var compared = "/people/joining?who=%d&who=%d&who=%d".formatted(chat, forum, ada);
        visit.everywhere(
                there -> {
                    there.see("/people/" + ada, "person");
                    there.see("/people/merges", "merges");
                    there.see(compared, "three");
                    there.see("/people/%d/joining".formatted(chat), "joining");
                });
    }

    @Test
    void decidingByKeysOneAfterTheOther() {
        var here = twins.found();
        var grace = cast.join(here, Role.LEAD);
        var ids = selves.ids(here);
        try (var visit = Visit.of(port, here, grace, "merging")) {
            var page = visit.page();
            visit.go("/people/duplicates");
            assertThat(page.locator("main")).containsText("Nothing to decide");
            visit.look("queue-empty");
            twins.ask(here, 6);
            visit.everywhere(
                    there -> {
                        there.see("/people/duplicates", "queue");
                        there.page().keyboard().press("j");
                        there.page().keyboard().press("ArrowRight");
                        there.look("queue-long");
                    });
            visit.go("/people/duplicates");
            assertThat(page.locator("#lede")).containsText("6 pairs");
            assertThat(shown(page)).containsText("Ada King");
            assertThat(
                            page.getByRole(
                                            AriaRole.BUTTON,
                                            named(
                                                    "Ada Lovelace (chat1 on Slack) with Ada King (forum1 on Discourse)"))
                                    .first())
                    .isVisible();
            page.keyboard().press("y");
            assertThat(shown(page)).containsText(Twins.NAMES.get(1));
            page.keyboard().press("n");
            assertThat(shown(page)).containsText("Wolfeschlegel");
            page.keyboard().press("l");
            assertThat(shown(page)).containsText(Twins.NAMES.get(3));
            assertThat(page.locator("#flashes")).containsText("In a week again");
            assertThat(page.locator("#lede")).containsText("3 pairs");
            visit.look("queue-decided");
            org.assertj.core.api.Assertions.assertThat(
                            List.of(
                                    twins.state(here, twins.pair(ids, 1)),
                                    twins.state(here, twins.pair(ids, 2)),
                                    twins.state(here, twins.pair(ids, 3))))
                    .containsExactly("merged", "refused", "later");
            page.keyboard().press("z");
            assertThat(shown(page)).containsText("Wolfeschlegel");
            page.keyboard().press("z");
            assertThat(shown(page)).containsText(Twins.NAMES.get(1));
            page.keyboard().press("z");
            assertThat(shown(page)).containsText("Ada King");
            assertThat(page.locator("#lede")).containsText("6 pairs");
            page.keyboard().press("j");
            assertThat(shown(page)).not().containsText("Ada King");
            page.keyboard().press("k");
            assertThat(shown(page)).containsText("Ada King");
            for (int n = 0; n < 6; n++) {
                assertThat(shown(page)).hasCount(1);
                page.keyboard().press("n");
            }
            assertThat(page.locator("#lede"))
                    .containsText(
                            "Nothing is left",
                            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            assertThat(page.locator("main")).containsText("Nothing to decide");
        }
    }

    private static Locator shown(Page page) {
        return page.locator(".candidate:visible");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
