package org.folkmoot.briefing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// A manager marks a day, sets a goal, answers an alert and asks for letters, in a real
/// browser. The pictures are kept in `target/briefing/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class BriefingJourneyTests {

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired AlertRound round;
    @Autowired Alerts alerts;
    @Autowired JdbcTemplate db;
    @Autowired TransactionTemplate transaction;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    @Test
    void fromAnAlertToItsAnswer() {
        var day = today.minusDays(2);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        var here = new SeasonedTown(town, db, transaction, today.minusDays(1), day).here;
        var grace = cast.join(here, Role.MANAGER);
        try (var visit = Visit.of(port, here, grace, "briefing")) {
            var page = visit.page();
            visit.see("/briefing", "alerts-empty");
            visit.see("/briefing/goals", "goals-empty");
            visit.see("/briefing/days", "days-empty");
            town.in(
                    here,
                    () -> {
                        round.look(here, today);
                        return 0;
                    });
            visit.go("/briefing/days");
            page.locator("#words").fill("2.0 released");
            page.locator("#day").fill(today.minusDays(6).toString());
            page.locator("#until").fill(today.minusDays(4).toString());
            page.getByRole(AriaRole.BUTTON, named("Mark these days")).click();
            assertThat(page.locator("#flashes")).containsText("It stands on every chart");

            visit.go("/briefing/goals/new");
            page.locator("#gauge").selectOption("active");
            page.locator("#target").fill("80");
            page.locator("#due").fill(today.plusDays(60).toString());
            page.locator("#why").fill("A room that is never empty");
            page.getByRole(AriaRole.BUTTON, named("Set this goal")).click();
            assertThat(page.locator("main")).containsText("at least 80");
            assertThat(page.locator("main")).containsText("on track");

            var first = town.in(here, () -> alerts.newest(0, 9)).getLast();
            visit.everywhere(
                    there -> {
                        there.see("/briefing", "alerts");
                        there.see("/briefing/alerts/" + first.id(), "alert");
                        there.see("/briefing/goals", "goals");
                        there.see("/briefing/days", "days");
                        there.see("/briefing/letters", "letters");
                        there.see("/health", "health");
                    });
            visit.see("/briefing/goals/new", "goalform");

            visit.go("/briefing/alerts/" + first.id());
            page.getByRole(AriaRole.BUTTON, named("It was to be expected")).click();
            assertThat(page.locator("#flashes")).containsText("Noted as expected");
            page.getByRole(AriaRole.BUTTON, named("Undo")).click();
            assertThat(page.locator("#flashes")).containsText("The alert is open again");

            visit.go("/briefing/letters");
            page.locator("#mine-weekday").selectOption("1");
            page.getByRole(AriaRole.BUTTON, named("Save these letters")).first().click();
            assertThat(page.locator("#flashes")).containsText("the weekly one on Monday");
        }
    }
}
