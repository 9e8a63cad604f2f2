package org.folkmoot.members;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.Visit;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.members.Crowd.Someone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A coordinator looks for people, in a real browser. The pictures are kept in `target/people/`.
@HouseTest
@Tag("browser")
class PeopleJourneyTests {

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Crowd crowd;
    @Autowired Cast cast;

    @Test
    void findingFilteringSavingTaggingAndReading() {
        var here = town.found();
        var grace = cast.join(here, Role.LEAD);
        var ids = crowd.meet(here, people());
        try (var visit = Visit.of(port, here, grace, "people")) {
            var page = visit.page();
            visit.see("/people", "list-light");
            page.locator("#people-q").pressSequentially("lovel");
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(page).hasURL(java.util.regex.Pattern.compile(".*q=lovel.*"));
            assertThat(page.locator(".lede")).hasText("1 person, “lovel”");
            assertThat(page.locator("#export"))
                    .hasAttribute("href", "/c/%s/people.csv?q=lovel".formatted(here.slug()));
            visit.go("/people?platform=github&active=30");
            page.getByText("Save as segment").click();
            page.getByLabel("Name of the segment").fill("On GitHub now");
            visit.look("save-light");
            page.getByText("Save this segment").click();
            assertThat(page.locator("tbody")).containsText("On GitHub now");
            visit.look("segments-light");
            visit.go("/people?organisation=Analytical%20Engines");
            page.getByLabel("Choose Ada Lovelace").check();
            page.getByPlaceholder("Tag").fill("champion");
            visit.look("bulk-light");
            page.getByText("Tag them").click();
            assertThat(page.locator("#flashes")).containsText("Tagged 1 person with champion");
            page.getByText("Undo").click();
            assertThat(page.locator("#flashes")).containsText("Taken back for 1 person");
            page.getByText("Filter", new Page.GetByTextOptions().setExact(true)).click();
            visit.look("filter-light");
            visit.see("/people/" + ids.getFirst(), "person-light");
            page.getByText("Notes").first().click();
            page.getByLabel("New note")
                    .fill("Met at the meetup in Zürich.\n\nWants to give a talk.");
            page.getByText("Keep this note").click();
            visit.look("notes-light");
            visit.see("/organisations", "organisations-light");
            visit.everywhere(
                    there -> {
                        there.see("/people", "list");
                        there.see("/people?sort=name&role=member&active=60&tag=newcomer", "found");
                        there.see("/people/" + ids.get(1), "person");
                    });
        }
    }

    private static List<Someone> people() {
        var all = new ArrayList<Someone>();
        all.add(
                Someone.named("github", "1", "Ada Lovelace")
                        .with("handle", "ada")
                        .with("email", "ada@engines.example")
                        .with("url", "https://github.example/ada")
                        .with("organisation", "Analytical Engines")
                        .with("title", "Countess")
                        .with("location", "London")
                        .with("timezone", "Europe/London")
                        .with("pronouns", "she/her")
                        .tagged("champion of the first hour", "speaker")
                        .did("release", 1_234, Instant.now().minus(Duration.ofHours(3))));
        all.add(
                Someone.named(
                                "slack",
                                "U2",
                                "Wolfeschlegelsteinhausenbergerdorff von und zu der langen Namen"
                                        .repeat(2))
                        .with(
                                "organisation",
                                "Gesellschaft für außerordentlich lange Bezeichnungen mbH & Co. KG")
                        .tagged("newcomer")
                        .noted("Likes kettles.")
                        .did("message", 12, Instant.now().minus(Duration.ofDays(2))));
        all.add(
                Someone.named("slack", "U3", "محمد بن عبد الله")
                        .did("question", 4, Instant.now().minus(Duration.ofDays(5))));
        all.add(
                Someone.named("mail", "hanako@post.example", "山田花子")
                        .did("message", 9, Instant.now().minus(Duration.ofDays(40))));
        for (int i = 0; i < 60; i++) {
            all.add(
                    Someone.named(
                                    i % 3 == 0 ? "github" : "slack",
                                    "P" + i,
                                    List.of("Grace", "Linus", "Zoë", "Mallory").get(i % 4)
                                            + " "
                                            + (i + 1))
                            .with("organisation", "Circle " + i % 7)
                            .did("message", 1 + i, Instant.now().minus(Duration.ofDays(i))));
        }
        return all;
    }
}
