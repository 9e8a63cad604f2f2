package org.folkmoot.care;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.folkmoot.Browser;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A coordinator writes down a task on a profile, does it, and looks after people, in a real
/// browser. The pictures are kept in `target/care/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class CareJourneyTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Tasks tasks;
    @Autowired Owners owners;
    @Autowired Watches watches;
    @Autowired Colleagues colleagues;
    @Autowired Cast cast;

    @Test
    void fromAProfileToTheListAndBack() {
        var here = village.found();
        var grace = cast.join(here, Role.LEAD);
        village.hear(
                here,
                Village.said("a", "ada", 20, null),
                Village.said("b", "grace", 19, "a"),
                Village.said("c", "ada", 1, "a"));
        var ada = village.member(here, "ada");
        try (var browser = Browser.launch()) {
            var page = signedIn(browser, grace, 1280, ColorScheme.LIGHT);
            page.navigate(at(here, "/tasks"));
            assertThat(page.locator("main")).containsText("Nothing to do here");
            look(page, "tasks-empty");
            page.navigate(at(here, "/people/" + ada));
            page.locator("#care-task").fill("Ask Ada how the talk went");
            page.locator("#care-day").fill(LocalDate.now(here.zone()).toString());
            page.getByRole(AriaRole.BUTTON, named("Add task")).click();
            assertThat(page.locator("#flashes")).containsText("The task is written down.");
            assertThat(page.locator(".care-row")).containsText("Ask Ada how the talk went");

            page.getByRole(AriaRole.BUTTON, named("Watch")).click();
            assertThat(page.locator("#flashes")).containsText("You watch them");
            page.getByRole(AriaRole.BUTTON, named("Log a conversation")).click();
            page.locator("#talk-line").fill("She wants to speak in Lagos");
            page.getByRole(AriaRole.BUTTON, named("Log this conversation")).click();
            assertThat(page.locator(".care-person")).containsText("She wants to speak in Lagos");
            page.locator(".care-person [popovertarget=care-own]").click();
            page.locator("#care-owner").selectOption("Grace");
            page.getByRole(AriaRole.BUTTON, named("Set the owner")).click();
            assertThat(page.locator(".care-person")).containsText("said by Grace");
            look(page, "profile");

            page.navigate(at(here, "/today"));
            assertThat(page.locator("main")).containsText("Ask Ada how the talk went");
            assertThat(page.locator("main")).containsText("People you watch");
            look(page, "today");

            page.navigate(at(here, "/tasks"));
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.locator("[data-bulk]")).containsText("1 chosen");
            look(page, "tasks-chosen");
            page.getByRole(AriaRole.BUTTON, named("Done: Ask Ada how the talk went")).click();
            assertThat(page.locator("#flashes")).containsText("1 task is done.");
            page.locator("#flashes").getByText("Undo").click();
            assertThat(page.locator("table")).containsText("Ask Ada how the talk went");

            page.getByRole(AriaRole.LINK, named("New task")).click();
            page.locator("#task-text").fill("Introduce the two");
            page.locator("#task-also").pressSequentially("Zo");
            assertThat(page.locator("#task-people option")).hasCount(1);
            page.locator("#task-also")
                    .fill(page.locator("#task-people option").getAttribute("value"));
            look(page, "task");
            page.getByRole(AriaRole.BUTTON, named("Add task")).click();
            page.navigate(at(here, "/tasks?whose=nobody"));
            assertThat(page.locator("table")).containsText("Zoë");

            page.navigate(at(here, "/people/%d?tab=notes".formatted(ada)));
            page.locator("#new-note").pressSequentially("Please ask @gr");
            assertThat(page.locator("#mention-list")).containsText("Grace");
            page.keyboard().press("Enter");
            assertThat(page.locator("#new-note")).hasValue("Please ask @Grace ");
            look(page, "mention");
            everywhere(browser, grace, here, ada);
        }
    }

    private void everywhere(Browser browser, String grace, Community here, long ada) {
        var account = village.in(here, () -> colleagues.all().getFirst().account());
        var today = LocalDate.now(here.zone());
        for (int i = 0; i < 9; i++) {
            var day = today.plusDays(i - 4);
            village.in(
                    here,
                    () ->
                            tasks.create(
                                    new Tasks.Wish(
                                            "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen bestellen "
                                                    .repeat(2),
                                            new Task.Due(day, null),
                                            account,
                                            null,
                                            List.of(ada, village.member(here, "mohamed")))));
        }
        for (var width : List.of(1280, 360)) {
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                var page = signedIn(browser, grace, width, scheme);
                var name = "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                visit(page, here, "/tasks", "tasks" + name);
                visit(page, here, "/tasks/new", "new" + name);
                visit(page, here, "/care", "quiet" + name);
                visit(page, here, "/care/people", "circle" + name);
                visit(page, here, "/care/watching", "watching" + name);
                visit(page, here, "/people/" + ada, "person" + name);
                visit(page, here, "/today", "today" + name);
                visit(page, here, "/mentions", "mentions" + name);
                page.context().close();
            }
        }
    }

    private String at(Community here, String path) {
        return "http://localhost:" + port + "/c/" + here.slug() + path;
    }

    private void visit(Page page, Community here, String path, String picture) {
        page.navigate(at(here, path));
        look(page, picture);
        Browser.assertNoSidewaysScrolling(page);
    }

    private static void look(Page page, String picture) {
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        Browser.picture(
                page,
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/care", picture + ".png")));
        Browser.assertAccessible(page);
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

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(false);
    }
}
