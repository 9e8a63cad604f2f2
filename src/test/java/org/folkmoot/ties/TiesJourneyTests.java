package org.folkmoot.ties;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

/// A coordinator looks at who knows whom and introduces two, in a real browser. The pictures are
/// kept in `target/ties/`.
@HouseTest
@Tag("browser")
@NullUnmarked
class TiesJourneyTests {

    @LocalServerPort int port;
    @Autowired Village village;
    @Autowired Suggesting suggesting;
    @Autowired Cast cast;

    /// So many people in groups of 40, some of whom talk across.
    private Community crowd(int people) {
        var here = village.found("Ada");
        var random = new Random(5);
        var all = new ArrayList<Found>();
        for (int n = 0; n < people; n++) {
            all.add(
                    Village.person("P" + n)
                            .with("organisation", n % 3 == 0 ? "Engines" : "Circle " + n % 12));
        }
        for (int n = 0; n < people; n++) {
            all.add(Village.topic("t" + n, "P" + n, Village.ago(20 + n % 30)));
        }
        for (int n = 0; n < people * 3; n++) {
            var to = random.nextInt(people);
            var group = to / 40 * 40;
            var from =
                    random.nextInt(25) == 0 ? random.nextInt(people) : group + random.nextInt(40);
            all.add(Village.reply("r" + n, "t" + to, "P" + from % people, Village.ago(n % 19)));
        }
        village.take(here, all);
        village.follow(here);
        return here;
    }

    @Test
    void movingAboutAmongTwoThousandPeopleIsSmooth() {
        var here = crowd(2050);
        var grace = cast.join(here, Role.LEAD);
        try (var visit = Visit.of(port, here, grace, "ties")) {
            var page = visit.page();
            visit.go("/ties?most=2000");
            drawn(page);
            assertThat(page.locator("[data-ties-said]")).containsText("2,000 people");
            visit.look("crowd");
            page.evaluate(
                    """
                    () => { window.frames_ = []; let last = performance.now(); let on = true;
                        const tick = (now) => { window.frames_.push(now - last); last = now; if (on) requestAnimationFrame(tick); };
                        requestAnimationFrame(tick); window.stop_ = () => { on = false; }; }
                    """);
            var box = page.locator(".ties-stage").boundingBox();
            page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
            page.mouse().down();
            for (int n = 0; n < 120; n++) {
                page.mouse()
                        .move(
                                box.x + box.width / 2 + 200 * Math.sin(n / 12.0),
                                box.y + box.height / 2 + 100 * Math.cos(n / 9.0));
            }
            page.mouse().up();
            var median =
                    ((Number)
                                    page.evaluate(
                                            "() => { stop_(); const f = frames_.slice(2).sort((a, b) => a - b); return f[Math.floor(f.length / 2)]; }"))
                            .doubleValue();
            var slow =
                    ((Number)
                                    page.evaluate(
                                            "() => { const f = frames_.slice(2).sort((a, b) => a - b); return f[Math.floor(f.length * 0.9)]; }"))
                            .doubleValue();
            org.slf4j.LoggerFactory.getLogger(TiesJourneyTests.class)
                    .info(
                            "A frame while panning takes {} ms, nine of ten at most {} ms",
                            median,
                            slow);
            org.assertj.core.api.Assertions.assertThat(median).isLessThan(34);
        }
    }

    @Test
    void lookingAtTiesByMouseAndKeysEverywhere() {
        var here = crowd(160);
        var grace = cast.join(here, Role.LEAD);
        try (var visit = Visit.of(port, here, grace, "ties")) {
            var page = visit.page();
            visit.go("/ties");
            drawn(page);
            page.locator("#ties-find").pressSequentially("P15");
            assertThat(page.locator("[data-ties-said]")).containsText("11 found");
            page.locator("#ties-find").fill("");
            page.locator(".ties-stage").focus();
            page.keyboard().press("+");
            page.keyboard().press("ArrowLeft");
            page.keyboard().press("0");
            page.keyboard().press(".");
            assertThat(page.locator("[data-ties-card]")).isVisible();
            assertThat(page.locator("[data-ties-said]")).containsText("knows");
            visit.look("chosen");
            page.keyboard().press("Escape");
            assertThat(page.locator("[data-ties-card]")).isHidden();
            page.locator("#ties-colour").selectOption("organisation");
            assertThat(page.locator("[data-ties-legend]")).containsText("Engines (54)");
            org.assertj.core.api.Assertions.assertThat(page.url()).contains("colour=organisation");
            page.locator(".ties-stage").focus();
            page.keyboard().press(".");
            page.locator("[data-ties-card] a").last().click();
            assertThat(page.locator("#lede")).containsText("around them");
            drawn(page);
            visit.look("around");
            page.locator("#table tbody a.person-name").first().click();
            page.locator(".tabs a").getByText("Ties").click();
            assertThat(page.locator("main")).containsText("Draw whom they know");
            visit.everywhere(
                    there -> {
                        there.go("/ties");
                        drawn(there.page());
                        there.look("ties");
                        there.see("/ties/bridges", "bridges");
                        there.see(
                                "/people/%d?tab=ties".formatted(village.member(here, "P3")), "tab");
                    });
        }
    }

    @Test
    void introducingTwoAndUndoing() {
        var here = village.found("Linus", "Zoë", "Robin", "山田花子", "Sam", "Kim");
        for (var who : List.of("Linus", "Zoë")) {
            village.take(
                    here,
                    Village.deed(
                            "k" + who,
                            Kind.MESSAGE,
                            who,
                            Village.ago(2),
                            "Our kubernetes operator and its reconciler"));
        }
        for (var who : List.of("Robin", "山田花子", "Sam", "Kim")) {
            village.take(here, Village.deed("k" + who, Kind.MESSAGE, who, Village.ago(2), "Apart"));
        }
        village.follow(here);
        var grace = cast.join(here, Role.LEAD);
        try (var visit = Visit.of(port, here, grace, "ties")) {
            var page = visit.page();
            visit.see("/introductions", "introductions-empty");
            page.getByText("Look again").click();
            assertThat(page.locator("#flashes")).containsText("One new suggestion.");
            assertThat(page.locator(".introduction")).containsText("kubernetes");
            visit.everywhere(there -> there.see("/introductions", "introductions"));
            page.locator("textarea").fill("Hello both");
            page.locator("button[value=accepted]").click();
            assertThat(page.locator("#flashes")).containsText("Accepted: ");
            page.locator("#flashes").getByText("Undo").click();
            assertThat(page.locator("#flashes")).containsText("Taken back");
            assertThat(page.locator("textarea")).hasValue("Hello both");
            page.locator("button[value=sent]").click();
            visit.see("/introductions?state=sent", "introductions-sent");
            page.locator("button[value=answered]").click();
            visit.see("/introductions?state=answered", "introductions-met");
            assertThat(page.locator("#lede")).containsText("Of 1 sent in the last year, 1 met");
        }
    }

    private static void drawn(Page page) {
        assertThat(page.locator("[data-ties]"))
                .hasAttribute(
                        "data-done",
                        "",
                        new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
    }
}
