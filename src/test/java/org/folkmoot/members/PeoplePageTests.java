package org.folkmoot.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.members.Crowd.Someone;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class PeoplePageTests {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired Town town;
    @Autowired Crowd crowd;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;

    Community here;
    String grace;

    @BeforeEach
    void found() {
        here = town.found();
        grace = cast.join(here, Role.LEAD);
    }

    private MvcTestResult get(String path) {
        return get(grace, path);
    }

    private MvcTestResult get(String who, String path) {
        return new Reader(browser, here, who).get(path);
    }

    private MvcTestResult post(String who, String path, String... form) {
        return new Reader(browser, here, who).post(path, form);
    }

    @Test
    void anEmptyCommunityOffersOneButtonToImport() {
        assertThat(get("/people"))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody is here yet", "href=\"/c/%s/imports/new\"".formatted(here.slug()))
                .doesNotContain("Export CSV", "Next");
    }

    @Test
    void theListSaysHowManyAndWho() {
        crowd.meet(
                here,
                Someone.named("slack", "U1", "Ada Lovelace")
                        .with("organisation", "Analytical Engines")
                        .did("question", 3, now),
                Someone.named("github", "2", "Linus")
                        .did("release", 1_234, now.minus(40, ChronoUnit.DAYS)));
        assertThat(get("/people"))
                .bodyText()
                .contains("2 people", "Ada Lovelace", "Analytical Engines", "On Slack", "1,234");
        assertThat(get("/people?active=30"))
                .bodyText()
                .contains("1 person, active in the last 30 days", "Ada Lovelace")
                .doesNotContain("Linus");
        assertThat(get("/people?kind=release&within=90&platform=github"))
                .bodyText()
                .contains("with a release in the last 90 days", "on GitHub", "Linus")
                .doesNotContain("Ada Lovelace");
        assertThat(get("/people?q=nobody%20at%20all")).bodyText().contains("Nobody fits");
    }

    @Test
    void whatAFormLeftEmptyIsNotInTheAddress() {
        assertThat(get("/people?q=&platform=slack&active=&sort=name"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/c/%s/people?platform=slack&sort=name".formatted(here.slug()));
    }

    @Test
    void pagesFollowByLinksAndLeadBack() {
        var many = new ArrayList<Someone>();
        for (int i = 0; i < 120; i++) {
            many.add(Someone.named("slack", "U" + i, "Person %03d".formatted(i)));
        }
        crowd.meet(here, many);
        var first = body(get("/people?sort=name"));
        assertThat(first)
                .contains("Person 000", "Person 049", "50 of 120 people")
                .doesNotContain("Person 050", "rel=\"prev\"");
        var second = body(follow(first, "next"));
        assertThat(second).contains("Person 050", "Person 099").doesNotContain("Person 100");
        var third = body(follow(second, "next"));
        assertThat(third).contains("Person 100", "Person 119").doesNotContain("rel=\"next\"");
        assertThat(body(follow(second, "prev")))
                .contains("Person 000", "Person 049")
                .doesNotContain("rel=\"prev\"");
    }

    private MvcTestResult follow(String page, String rel) {
        var link =
                java.util.regex.Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"")
                        .matcher(page);
        assertThat(link.find()).isTrue();
        return browser.get()
                .uri(link.group(1).replace("&amp;", "&"))
                .with(Cast.as(grace))
                .exchange();
    }

    private static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(
                result.getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void aDamagedLinkIsAnsweredInWords() {
        crowd.meet(here, Someone.named("slack", "U1", "Ada"));
        assertThat(get("/people?page=xyz"))
                .hasStatus(422)
                .bodyText()
                .contains("Start from the first page");
        assertThat(get("/people?page=" + new Cursor("no time", 1, false).text())).hasStatus(422);
        assertThat(get("/people?active=soon")).hasStatus(422).bodyText().contains("number of days");
    }

    @Test
    void anAnalystSeesNeitherAddressesNorNotesAndExportsNothing() {
        var ada =
                crowd.meet(
                                here,
                                Someone.named("slack", "U1", "Ada")
                                        .with("email", "ada@engines.example")
                                        .with("handle", "countess")
                                        .noted("Prefers tea"),
                                new Someone(
                                        "mail",
                                        "zoe@post.example",
                                        java.util.Map.of(),
                                        java.util.Set.of(),
                                        List.of(),
                                        false,
                                        false,
                                        null,
                                        null,
                                        now,
                                        java.util.Map.of("message", 1)))
                        .getFirst();
        var analyst = cast.join(here, Role.ANALYST);
        assertThat(get(analyst, "/people"))
                .bodyText()
                .contains("Ada", "zoe@…")
                .doesNotContain("engines.example", "post.example", "Export CSV", "Tag them");
        assertThat(get(analyst, "/people/" + ada))
                .bodyText()
                .doesNotContain("engines.example", "Prefers tea", "tab=notes");
        assertThat(get(analyst, "/people?q=engines.example")).bodyText().contains("Nobody fits");
        assertThat(get(analyst, "/people?q=prefers")).bodyText().contains("Nobody fits");
        assertThat(get(analyst, "/people?q=countess")).bodyText().contains("1 person");
        assertThat(get(grace, "/people?q=prefers")).bodyText().contains("1 person");
        assertThat(get(analyst, "/people.csv")).hasStatus(403);
        assertThat(
                        post(
                                analyst,
                                "/people/tagging",
                                "tag",
                                "x",
                                "do",
                                "put",
                                "query",
                                "",
                                "everyone",
                                "yes"))
                .hasStatus(403);
        assertThat(post(analyst, "/people/" + ada + "/notes", "text", "hello")).hasStatus(403);
        assertThat(
                        post(
                                cast.join(here, Role.MODERATOR),
                                "/people/" + ada + "/notes",
                                "text",
                                "hello"))
                .hasStatus(403);
        assertThat(post(analyst, "/people/" + ada + "/role", "role", "bot")).hasStatus(403);
        assertThat(get(analyst, "/people/" + ada))
                .bodyText()
                .contains("countess")
                .doesNotContain("Set who they are");
    }

    @Test
    void whoIsElsewhereIsNotHere() {
        var elsewhere = town.found();
        var mallory = crowd.meet(elsewhere, Someone.named("slack", "U9", "Mallory")).getFirst();
        assertThat(get("/people/" + mallory)).hasStatus(404);
        assertThat(get("/people/" + mallory + "/card")).hasStatus(404);
        assertThat(post(grace, "/people/" + mallory + "/notes", "text", "hello")).hasStatus(404);
        assertThat(post(grace, "/people/" + mallory + "/role", "role", "bot")).hasStatus(404);
        post(
                grace,
                "/people/tagging",
                "tag",
                "x",
                "do",
                "put",
                "query",
                "",
                "who",
                mallory.toString());
        var there = cast.join(elsewhere, Role.LEAD);
        assertThat(
                        browser.get()
                                .uri("/c/" + elsewhere.slug() + "/people/" + mallory)
                                .with(Cast.as(there))
                                .exchange())
                .bodyText()
                .contains("Mallory", "None yet.");
    }

    @Test
    void theTableForSpreadsheetsHoldsNoFormula() {
        crowd.meet(
                here,
                Someone.named("slack", "U1", "=HYPERLINK(\"http://evil.example\")")
                        .with("email", "+49@x.example"),
                Someone.named("slack", "U2", "Ada \"Countess\", Lovelace")
                        .with("title", "@boss")
                        .with("handle", "-ada"));
        var answer = get("/people.csv?sort=name");
        assertThat(answer).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        var csv = body(answer);
        assertThat(csv)
                .startsWith("\uFEFF\"id\",\"name\"")
                .contains(
                        "\"'=HYPERLINK(\"\"http://evil.example\"\")\"",
                        "\"'+49@x.example\"",
                        "\"Ada \"\"Countess\"\", Lovelace\"",
                        "\"'@boss\"",
                        "\"'-ada\"")
                .hasLineCount(3);
        assertThat(body(get("/people.csv?q=countess"))).hasLineCount(2);
        assertThat(PeopleExport.safe("\tx")).isEqualTo("\"'\tx\"");
        assertThat(PeopleExport.safe("\rx")).isEqualTo("\"'\rx\"");
    }

    @Test
    void manyAreTaggedAtOnceAndItCanBeTakenBack() {
        var ids =
                crowd.meet(
                        here,
                        Someone.named("slack", "U1", "Ada").tagged("champion"),
                        Someone.named("slack", "U2", "Grace"),
                        Someone.named("github", "3", "Linus"));
        var tagged =
                post(
                        grace,
                        "/people/tagging",
                        "tag",
                        " champion ",
                        "do",
                        "put",
                        "query",
                        "platform=slack",
                        "everyone",
                        "yes");
        assertThat(tagged)
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/c/%s/people?platform=slack".formatted(here.slug()));
        assertThat(get("/people?tag=champion"))
                .bodyText()
                .contains("2 people")
                .doesNotContain("Linus");
        undo(tagged);
        assertThat(get("/people?tag=champion")).bodyText().contains("1 person, tagged champion");
        var taken =
                post(
                        grace,
                        "/people/tagging",
                        "tag",
                        "champion",
                        "do",
                        "take",
                        "query",
                        "person=" + ids.getFirst(),
                        "who",
                        ids.getFirst().toString());
        assertThat(taken)
                .hasRedirectedUrl("/c/%s/people/%d".formatted(here.slug(), ids.getFirst()));
        assertThat(get("/people?tag=champion")).bodyText().contains("Nobody fits");
        crowd.meet(here, Someone.named("slack", "U1", "Ada").tagged("champion"));
        assertThat(get("/people?tag=champion"))
                .as("an import does not bring it back")
                .bodyText()
                .contains("Nobody fits");
        undo(taken);
        assertThat(get("/people?tag=champion")).bodyText().contains("1 person, tagged champion");
    }

    /// Presses the undo of the message that an action left.
    private void undo(MvcTestResult done) {
        var said =
                (String[]) Objects.requireNonNull(done.getMvcResult().getFlashMap().get("flash"));
        assertThat(said[2]).as("undo of: " + said[1]).isNotEmpty();
        assertThat(browser.post().uri(java.net.URI.create(said[2])).with(Cast.as(grace)).exchange())
                .hasStatus3xxRedirection();
    }

    @Test
    void aFilterIsSavedUnderANameRenamedDeletedAndBroughtBack() {
        assertThat(
                        post(
                                grace,
                                "/segments",
                                "segment",
                                "Quiet ones",
                                "query",
                                "silent=90&platform=slack"))
                .hasStatus3xxRedirection();
        assertThat(get("/segments"))
                .bodyText()
                .contains(
                        "Quiet ones",
                        "on Slack, silent for 90 days",
                        "people?platform=slack&amp;silent=90");
        assertThat(post(grace, "/segments", "segment", "Quiet ones", "query", ""))
                .hasStatus(422)
                .bodyText()
                .contains("already a segment");
        var id = body(get("/segments")).replaceAll("(?s).*segments/(\\d+)/name.*", "$1");
        post(grace, "/segments/" + id + "/name", "segment", "Gone quiet");
        assertThat(get("/segments")).bodyText().contains("Gone quiet").doesNotContain("Quiet ones");
        var deleted = post(grace, "/segments/" + id + "/removal");
        assertThat(get("/segments")).bodyText().contains("No segment yet");
        undo(deleted);
        assertThat(get("/segments")).bodyText().contains("Gone quiet");
    }

    @Test
    void thePaletteKnowsPagesAndPeople() {
        crowd.meet(here, Someone.named("slack", "U1", "Zoë Quick"));
        assertThat(get("/palette?q=zoe"))
                .hasStatusOk()
                .bodyText()
                .contains("Zoë Quick", "\"group\":\"People\"")
                .doesNotContain("Segments");
        assertThat(get("/palette?q=zoe"))
                .bodyText()
                .contains(
                        "Add a task about Zoë Quick",
                        "/tasks/new?about=",
                        "Log a conversation with Zoë Quick");
        assertThat(get("/palette?q=add%20task%20zoe"))
                .bodyText()
                .contains("Add a task about Zoë Quick")
                .doesNotContain("Log a conversation");
        assertThat(get("/palette?q=task%20"))
                .bodyText()
                .contains("\"Tasks\"")
                .doesNotContain("Zoë");
        assertThat(get("/palette?q="))
                .bodyText()
                .contains("Segments", "Organisations")
                .doesNotContain("Zoë");
        assertThat(get("/shortcuts")).hasStatusOk().bodyText().contains("Go to People");
    }

    @Test
    void aPageOfPeopleTakesTheSameFewQueriesHoweverManyThereAre() throws Exception {
        crowd.meet(here, Someone.named("slack", "U0", "Ada"));
        get("/people"); // the first page of a visit also notes the visit
        var few = Queries.during(() -> get("/people"));
        var many = new ArrayList<Someone>();
        for (int i = 0; i < 60; i++) {
            many.add(Someone.named("slack", "U" + i, "Person " + i).tagged("t"));
        }
        crowd.meet(here, many);
        assertThat(Queries.during(() -> get("/people")))
                .hasSameSizeAs(few)
                .hasSizeLessThanOrEqualTo(14);
        assertThat(ours(Queries.during(() -> get("/people")))).hasSize(5);
        assertThat(ours(Queries.during(() -> get("/people?q=person")))).hasSize(7);
        assertThat(
                        ours(
                                Queries.during(
                                        () ->
                                                browser.get()
                                                        .uri(
                                                                "/api/v1/communities/%s/members?limit=60"
                                                                        .formatted(here.slug()))
                                                        .with(Cast.as(grace))
                                                        .exchange())))
                .hasSize(3);
    }

    private static List<String> ours(List<String> sent) {
        return sent.stream()
                .filter(sql -> sql.contains("members.") || sql.contains("folkmoot.plain"))
                .toList();
    }
}
