package org.folkmoot.effect;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

/// A director asks whether coming to the meetup kept people, in a real browser. The pictures are
/// kept in `target/effect/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class EffectJourneyTests {

    @LocalServerPort int port;
    @Autowired Settlement settlement;
    @Autowired Cast cast;

    /// Everybody writes now and then; half of them come to a meetup, and then write more.
    private Community crowd() {
        var here = settlement.found("Europe/Berlin", "Ada");
        var random = new Random(4);
        var now = Instant.now();
        var all = new ArrayList<Found>();
        for (int i = 0; i < 120; i++) {
            var who = "P" + i;
            all.add(Person.of(Settlement.CHAT, who).with(Found.Field.NAME, "Person " + i));
            for (int day = 200; day > 1; day--) {
                boolean came = i % 2 == 0;
                var at = now.minus(day, ChronoUnit.DAYS);
                double eager = 0.05 + (came && day < 60 ? 0.15 : 0);
                if (random.nextDouble() < eager || (day == 60)) {
                    all.add(deed(who, Kind.MESSAGE, at));
                }
                if (came && day == 60) {
                    all.add(deed(who, Kind.ATTENDANCE, at));
                }
            }
        }
        settlement.take(here, all.toArray(Found[]::new));
        return here;
    }

    private static Deed deed(String who, Kind kind, Instant at) {
        return Deed.of(Settlement.CHAT, who + kind + at, kind, who, at).in("C1").saying("So");
    }

    @Test
    void askingWhetherTheMeetupKeptPeople() {
        var here = crowd();
        try (var visit = Visit.of(port, here, cast.join(here, Role.DIRECTOR), "effect")) {
            var page = visit.page();
            visit.see("/effect", "effect");
            assertThat(page.locator("#effect-finding")).containsText("more often");
            assertThat(page.locator(".effect-limits")).containsText("It is no proof");
            assertThat(page.locator("#effect-weeks canvas, #effect-weeks svg").first()).isVisible();
            visit.look("result");
            page.locator(
                            "a",
                            new com.microsoft.playwright.Page.LocatorOptions()
                                    .setHasText("60 people"))
                    .click();
            assertThat(page.locator("h1")).containsText("Who attended for the first time");
            visit.look("who");
            page.getByText("Back to the comparison").click();
            page.locator("select[name=did]").selectOption("message");
            page.locator("select[name=after]").selectOption("60");
            page.getByText(
                            "Compare",
                            new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("select[name=after]")).hasValue("60");
            assertThat(page.locator("#effect-finding")).containsText("wrote for the first time");
            visit.everywhere(
                    there -> {
                        there.go("/effect");
                        assertThat(there.page().locator("#effect-finding")).isVisible();
                        there.look("effect");
                        there.see("/effect/who", "who");
                    });
        }
    }

    @Test
    void whoHasNothingYetIsToldWhatWillBeHere() {
        var here = settlement.found("Europe/Berlin");
        try (var visit = Visit.of(port, here, cast.join(here, Role.LEAD), "effect")) {
            visit.see("/effect", "empty");
            assertThat(visit.page().locator("main")).containsText("Nothing to compare yet");
        }
    }
}
