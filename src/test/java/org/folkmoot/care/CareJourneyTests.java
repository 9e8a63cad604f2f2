package org.folkmoot.care;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Visit;
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
        try (var visit = Visit.of(port, here, grace, "care")) {
            var page = visit.page();
            visit.go("/tasks");
            assertThat(page.locator("main")).containsText("Nothing to do here");
            visit.look("tasks-empty");
            visit.go("/people/" + ada);
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
            visit.look("profile");

            visit.go("/today");
            assertThat(page.locator("main")).containsText("Ask Ada how the talk went");
            assertThat(page.locator("main")).containsText("People you watch");
            visit.look("today");

            visit.go("/tasks");
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.locator("[data-bulk]")).containsText("1 chosen");
            visit.look("tasks-chosen");
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
            visit.look("task");
            page.getByRole(AriaRole.BUTTON, named("Add task")).click();
            visit.go("/tasks?whose=nobody");
            assertThat(page.locator("table")).containsText("Zoë");

            visit.go("/people/%d?tab=notes".formatted(ada));
            page.locator("#new-note").pressSequentially("Please ask @gr");
            assertThat(page.locator("#mention-list")).containsText("Grace");
            page.keyboard().press("Enter");
            assertThat(page.locator("#new-note")).hasValue("Please ask @Grace ");
            visit.look("mention");
            everywhere(visit, here, ada);
        }
    }

    private void everywhere(Visit visit, Community here, long ada) {
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
        visit.everywhere(
                there -> {
                    there.see("/tasks", "tasks");
                    there.see("/tasks/new", "new");
                    there.see("/care", "quiet");
                    there.see("/care/people", "circle");
                    there.see("/care/watching", "watching");
                    there.see("/people/" + ada, "person");
                    there.see("/today", "today");
                    there.see("/mentions", "mentions");
                });
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(false);
    }
}
