package org.folkmoot.orbit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.folkmoot.HouseTest;
import org.folkmoot.Settlement;
import org.folkmoot.Visit;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A manager looks at who is how close, asks one why, and tries other weights, in a real browser.
/// The pictures are kept in `target/orbit/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class OrbitJourneyTests {

    private static final List<Kind> COMMON =
            List.of(Kind.REACTION, Kind.MESSAGE, Kind.REPLY, Kind.MESSAGE, Kind.JOIN);
    private static final List<Kind> RARE =
            List.of(Kind.ISSUE, Kind.ANSWER, Kind.COMMIT, Kind.REVIEW, Kind.MENTORING, Kind.TALK);

    @LocalServerPort int port;
    @Autowired Settlement settlement;
    @Autowired Cast cast;

    /// A few do much, most do little, over a year and a half.
    private Community crowd(int people) {
        var here = settlement.found("Europe/Berlin", "Ada", "Grace");
        var random = new Random(8);
        var all = new ArrayList<Found>();
        for (int i = 0; i < people; i++) {
            all.add(Person.of(Settlement.CHAT, "P" + i).with(Found.Field.NAME, "Person " + i));
            int times = 1 + 200 / (i + 1);
            for (int n = 0; n < times; n++) {
                var kinds = random.nextInt(people) > i * 2 ? RARE : COMMON;
                var deed =
                        Deed.of(
                                        Settlement.CHAT,
                                        "p" + i + "-" + n,
                                        kinds.get(random.nextInt(kinds.size())),
                                        "P" + i,
                                        Instant.now()
                                                .minus(
                                                        random.nextInt(540 * 24) + 1L,
                                                        ChronoUnit.HOURS))
                                .in("C1")
                                .saying("It is so");
                all.add(i > 0 && n % 3 == 0 ? deed.under("p" + random.nextInt(i) + "-0") : deed);
            }
        }
        settlement.take(here, all.toArray(Found[]::new));
        return here;
    }

    @Test
    void lookingWhoIsHowCloseWhyAndWhatOtherWeightsWouldDo() {
        var here = crowd(240);
        var lead = cast.join(here, Role.LEAD);
        try (var visit = Visit.of(port, here, lead, "orbit")) {
            var page = visit.page();
            visit.see("/orbit", "orbit");
            assertThat(page.locator(".orbit-charts figure").first()).isVisible();
            page.locator("#moves p a").first().click();
            assertThat(page.locator(".filters")).containsText("who moved up a level");
            visit.look("list");
            page.goBack();
            page.getByText("Decay (2021)").first().click();
            assertThat(page.locator("#levels")).containsText("Orbit 1");
            visit.look("decay");
            visit.see("/people/" + settlement.member(here, "P1"), "profile");
            assertThat(page.locator(".orbit-side")).containsText("Why");
            page.getByText("Level and love over the year").click();
            assertThat(page.locator("h1")).containsText("Why Person 1 is where they are");
            visit.look("why");
            visit.see("/orbit/weights", "weights");
            page.locator("input[name=message]").fill("6");
            page.locator(
                            "button",
                            new com.microsoft.playwright.Page.LocatorOptions()
                                    .setHasText("See who would move"))
                    .click();
            assertThat(page.locator("#effect")).containsText("Message from 3 to 6");
            visit.look("effect");
            page.getByText("Save these weights").click();
            assertThat(page.locator("#flashes")).containsText("Saved");
            page.locator("#flashes").getByText("Undo").click();
            assertThat(page.locator("#flashes")).containsText("as they were before");
            visit.everywhere(
                    there -> {
                        there.go("/orbit");
                        there.page().locator(".orbit-charts").scrollIntoViewIfNeeded();
                        there.page().keyboard().press("End");
                        there.look("orbit");
                        there.see(
                                "/orbit/of/%d/why".formatted(settlement.member(here, "P0")), "why");
                        there.see("/orbit/weights?message=6", "weights");
                    });
        }
    }

    @Test
    void whoHasNothingYetIsToldWhatWillBeHere() {
        var here = settlement.found("Europe/Berlin");
        try (var visit = Visit.of(port, here, cast.join(here, Role.ANALYST), "orbit")) {
            visit.see("/orbit", "empty");
            assertThat(visit.page().locator("#levels")).containsText("Nobody has a level yet");
        }
    }
}
