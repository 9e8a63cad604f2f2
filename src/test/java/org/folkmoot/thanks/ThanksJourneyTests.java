package org.folkmoot.thanks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.folkmoot.thanks.Village.FORUM;
import static org.folkmoot.thanks.Village.ago;
import static org.folkmoot.thanks.Village.answered;
import static org.folkmoot.thanks.Village.deed;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import org.folkmoot.HouseTest;
import org.folkmoot.Visit;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A coordinator thanks and gives, in a real browser. The pictures are kept in `target/thanks/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class ThanksJourneyTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Cast cast;

    @Test
    void thankingGivingAndSayingWhereToSendIt() {
        var here = village.found();
        var lead = cast.join(here, Role.LEAD);
        try (var visit = Visit.of(port, here, lead, "thanks")) {
            var page = visit.page();
            visit.see("/thanks", "wall-empty");
            visit.see("/gifts", "gifts-empty");
            live(here);
            visit.go("/thanks");
            page.keyboard().press("j");
            page.keyboard().press("x");
            assertThat(page.locator("[data-bulk]")).containsText("1 chosen");
            visit.look("wall-chosen");
            page.getByText("Skip them").click();
            assertThat(page.locator("#flashes")).containsText("Skipped.");
            page.locator("#flashes").getByText("Undo").click();
            assertThat(page.locator("#flashes")).containsText("on the wall again");
            page.locator(".row-link").first().click();
            assertThat(page.locator("h1")).hasText("Thank grace.h");
            assertThat(page.locator("#draft"))
                    .hasValue(java.util.regex.Pattern.compile("first answer at"));
            visit.look("moment");
            page.getByText("Keep as thanked").click();
            assertThat(page.locator("#flashes")).containsText("Kept: thanked.");
            visit.see("/thanks?show=thanked", "thanked");

            visit.go("/gifts/catalogue");
            page.locator("#name").fill("Lantern mug");
            page.locator("#stock").fill("12");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Add to the catalogue"))
                    .click();
            visit.look("catalogue");
            var member = village.member(here, FORUM, "grace");
            visit.go("/people/" + member);
            assertThat(page.locator("main")).containsText("Thanked for the first answer");
            visit.look("profile");
            page.getByText("Give a gift").click();
            page.getByText("Lantern mug").click();
            visit.look("giving");
            page.getByText("Give this").click();
            assertThat(page.locator("h1")).hasText("Lantern mug for grace.h");
            visit.look("gift");
            var letter = page.locator("#letter").inputValue();
            var link = letter.replaceAll("(?s).*(/p/[^/]*/gift/\\S*).*", "$1");
            page.getByText("I sent it myself").click();
            assertThat(page.locator("main")).containsText("The letter is sent.");
            tell(visit, link);
            page.reload();
            assertThat(page.locator("main")).containsText("1 Navy Yard");
            page.getByText("It is sent").click();
            assertThat(page.locator("#flashes")).containsText("Kept: sent.");
            everywhere(visit, member);
        }
    }

    private static void tell(Visit visit, String link) {
        try (var hers = visit.stranger()) {
            hers.see(link, "door-360");
            var page = hers.page();
            page.locator("#name").fill("Grace Hopper");
            page.locator("#street").fill("1 Navy Yard");
            page.locator("#city").fill("Washington");
            page.locator("#country").fill("USA");
            page.getByText("Send it here").click();
            assertThat(page.locator("main")).containsText("We know now where to send it");
        }
    }

    private void live(Community here) {
        var some = new ArrayList<Found>();
        some.addAll(answered("q1", "zoe", "a1", "grace", ago(5)));
        for (int n = 0; n < 12; n++) {
            some.add(deed(FORUM, "r" + n, Kind.REVIEW, "hanako", ago(9).plus(Duration.ofHours(n))));
        }
        some.add(deed(FORUM, "m1", Kind.MESSAGE, "mallory", ago(3)));
        some.add(deed(FORUM, "old", Kind.MESSAGE, "zoe", ago(300)));
        village.take(here, some);
    }

    private void everywhere(Visit visit, long member) {
        visit.everywhere(
                there -> {
                    there.see("/thanks", "wall");
                    there.see("/gifts", "gifts");
                    there.see("/thanks/settings", "settings");
                    there.see("/thanks/effect", "effect");
                    there.see("/people/" + member, "profile");
                    there.go("/gifts");
                    there.page().locator(".row-link").first().click();
                    there.look("gift");
                });
    }
}
