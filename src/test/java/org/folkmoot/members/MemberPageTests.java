package org.folkmoot.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.community.Community;
import org.folkmoot.members.Crowd.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HouseTest
class MemberPageTests {

    @Autowired Town town;
    @Autowired Crowd crowd;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;
    @Autowired MemberRecords records;

    Community here;
    String grace;

    @BeforeEach
    void found() {
        here = town.found();
        grace = cast.join(here, Role.LEAD);
    }

    private MvcTestResult get(String path) {
        return new Reader(browser, here, grace).get(path);
    }

    private MvcTestResult post(String path, String... form) {
        return new Reader(browser, here, grace).post(path, form);
    }

    @Test
    void aPersonShowsAccountsAndWhatIsToldOfThem() {
        var ada =
                crowd.meet(
                                here,
                                Someone.named("github", "1", "Ada Lovelace")
                                        .with("handle", "ada")
                                        .with("email", "ada@engines.example")
                                        .with("url", "https://github.example/ada")
                                        .with("timezone", "Asia/Tokyo")
                                        .with("pronouns", "she/her")
                                        .tagged("champion")
                                        .did("release", 2, Instant.parse("2026-03-06T12:00:00Z")))
                        .getFirst();
        assertThat(get("/people/" + ada))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Ada Lovelace",
                        "href=\"https://github.example/ada\" target=\"_blank\" rel=\"noopener noreferrer nofollow\"",
                        "ada@engines.example",
                        "she/her",
                        "there now",
                        "from GitHub, as of",
                        "champion",
                        "Staff are left out of headline numbers",
                        "hx-get=\"/c/%s/activity/of/%d\"".formatted(here.slug(), ada),
                        "hx-get=\"/c/%s/activity/days/%d\"".formatted(here.slug(), ada));
        assertThat(get("/people/" + ada + "?tab=connections"))
                .hasStatus(302)
                .redirectedUrl()
                .endsWith("/people/%d?tab=ties".formatted(ada));
        assertThat(get("/people/" + ada + "?tab=ties"))
                .bodyText()
                .contains("/ties/of/" + ada)
                .doesNotContain("tab=connections");
        assertThat(get("/people/" + ada + "/card"))
                .hasStatusOk()
                .bodyText()
                .contains("Ada Lovelace", "On GitHub")
                .doesNotContain("<html");
    }

    @Test
    void onePersonWithOneAccountIsAskedNothingOfHowWeKnow() {
        var ada = crowd.meet(here, Someone.named("github", "1", "Ada")).getFirst();
        assertThat(get("/people/" + ada))
                .bodyText()
                .contains("Join with somebody", "/people/%d/joining".formatted(ada))
                .doesNotContain("/grounds", "Not theirs", "How we know");
    }

    @Test
    void aLinkThatIsNotOfTheWebIsNotOne() {
        var mallory =
                crowd.meet(
                                here,
                                Someone.named("slack", "U1", "Mallory")
                                        .with("url", "javascript:alert(1)"))
                        .getFirst();
        assertThat(get("/people/" + mallory)).bodyText().doesNotContain("javascript:");
        assertThat(api("/members/" + mallory).path("identities").get(0).has("url")).isFalse();
    }

    @Test
    void longAndForeignNamesAreShownAsTheyAre() {
        var longest =
                "Wolfeschlegelsteinhausenbergerdorff ".repeat(20) + "<script>alert(1)</script>";
        var ids =
                crowd.meet(
                        here,
                        Someone.named("slack", "U1", longest),
                        Someone.named("slack", "U2", "محمد بن عبد الله 🎉"));
        assertThat(get("/people"))
                .bodyText()
                .contains("محمد بن عبد الله 🎉", "&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(get("/people/" + ids.getFirst()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>alert");
        assertThat(get("/people/" + ids.getLast())).hasStatusOk().bodyText().contains("<bdi>محمد");
    }

    @Test
    void notesAreKeptChangedDeletedBroughtBackAndFound() {
        var ada = crowd.meet(here, Someone.named("slack", "U1", "Ada")).getFirst();
        post("/people/" + ada + "/notes", "text", "Met at the Kettle café.\n\nWants to *speak*.");
        assertThat(get("/people/" + ada + "?tab=notes"))
                .bodyText()
                .contains("Met at the Kettle café.", "Wants to <em>speak</em>.", "Grace");
        assertThat(get("/people?q=kettle%20cafe")).bodyText().contains("1 person");
        var note =
                new String(
                                bytes(get("/people/" + ada + "?tab=notes")),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .replaceAll("(?s).*notes/(\\d+)/removal.*", "$1");
        post(
                "/people/" + ada + "/notes/" + note,
                "text",
                "Met on the train.",
                "asOf",
                asOf(ada, note));
        assertThat(get("/people?q=kettle")).bodyText().contains("Nobody fits");
        post("/people/" + ada + "/notes/" + note + "/removal");
        assertThat(get("/people/" + ada + "?tab=notes"))
                .bodyText()
                .contains("Nothing is noted yet");
        assertThat(get("/people?q=train")).bodyText().contains("Nobody fits");
        post("/people/" + ada + "/notes/" + note + "/return");
        assertThat(get("/people?q=train")).bodyText().contains("1 person");
        assertThat(post("/people/" + ada + "/notes", "text", "  ")).hasStatus(422);
        assertThat(trail())
                .contains("note added", "note edited", "note deleted", "note brought back");
    }

    @Test
    void nobodyOverwritesANoteThatAnotherChangedOrDeletedMeanwhile() {
        var ada = crowd.meet(here, Someone.named("slack", "U1", "Ada")).getFirst();
        post("/people/" + ada + "/notes", "text", "Met on the train.");
        var note =
                new String(
                                bytes(get("/people/" + ada + "?tab=notes")),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .replaceAll("(?s).*notes/(\\d+)/removal.*", "$1");
        var path = "/people/" + ada + "/notes/" + note;
        var seen = asOf(ada, note);
        post(path, "text", "Met on the ferry.", "asOf", seen);
        assertThat(post(path, "text", "Met on the plane.", "asOf", seen))
                .hasStatus(302)
                .flash()
                .containsEntry("draft", "Met on the plane.");
        assertThat(get("/people/" + ada + "?tab=notes")).bodyText().contains("Met on the ferry.");
        post(path + "/removal");
        assertThat(post(path, "text", "Met on the moon.", "asOf", seen))
                .hasStatus(302)
                .flash()
                .containsEntry("draft", "Met on the moon.");
        assertThat(get("/people/" + ada + "?tab=notes"))
                .bodyText()
                .contains("Nothing is noted yet");
    }

    /// What the form of that note says of the text it shows.
    private String asOf(long member, String note) {
        return new String(
                        bytes(get("/people/" + member + "?tab=notes&editing=" + note)),
                        java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll("(?s).*name=\"asOf\" value=\"([^\"]+)\".*", "$1");
    }

    @Test
    void aNoteIsShownAsMarkdownWithoutHarmAndKeptAsWritten() {
        var ada = crowd.meet(here, Someone.named("slack", "U1", "Ada")).getFirst();
        var text =
                """
                Likes **kettles**:

                - copper
                - <script>alert(1)</script> iron
                - [tin](javascript:alert(1))

                ![a picture](https://elsewhere.example/kettle.png)""";
        post("/people/" + ada + "/notes", "text", text);
        var page = get("/people/" + ada + "?tab=notes");
        assertThat(page)
                .bodyText()
                .contains("<strong>kettles</strong>", "<li>copper</li>", "a picture")
                .doesNotContain(
                        "<script>alert", "href=\"javascript", "<img src=\"https://elsewhere");
        var note =
                new String(bytes(page), java.nio.charset.StandardCharsets.UTF_8)
                        .replaceAll("(?s).*notes/(\\d+)/removal.*", "$1");
        assertThat(get("/people/" + ada + "?tab=notes&editing=" + note))
                .bodyText()
                .contains(
                        "Likes **kettles**:", "![a picture](https://elsewhere.example/kettle.png)");
    }

    @Test
    void anImportedNoteThatWasDeletedStaysDeleted() {
        var ada =
                crowd.meet(here, Someone.named("slack", "U1", "Ada").noted("From the old tool"))
                        .getFirst();
        var note =
                new String(
                                bytes(get("/people/" + ada + "?tab=notes")),
                                java.nio.charset.StandardCharsets.UTF_8)
                        .replaceAll("(?s).*notes/(\\d+)/removal.*", "$1");
        post("/people/" + ada + "/notes/" + note + "/removal");
        crowd.meet(here, Someone.named("slack", "U1", "Ada").noted("From the old tool"));
        assertThat(get("/people/" + ada + "?tab=notes"))
                .bodyText()
                .doesNotContain("From the old tool");
    }

    @Test
    void whoSomebodyIsCanBeSetByHandAndGivenBack() {
        var robot = crowd.meet(here, Someone.named("slack", "U1", "Robot")).getFirst();
        post("/people/" + robot + "/role", "role", "bot");
        assertThat(get("/people?role=bot")).bodyText().contains("1 person, bots", "Robot");
        crowd.meet(here, Someone.named("slack", "U1", "Robot again"));
        assertThat(get("/people?role=bot"))
                .as("what was set by hand stays")
                .bodyText()
                .contains("Robot again");
        post("/people/" + robot + "/role", "role", "told");
        assertThat(get("/people?role=bot")).bodyText().contains("Nobody fits");
        assertThat(post("/people/" + robot + "/role", "role", "king")).hasStatus(422);
        assertThat(trail()).contains("role set");
    }

    private String trail() {
        return town.in(
                here,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ ->
                                                db.sql(
                                                                "select coalesce(string_agg(action, ' '), '') from access.trail where community_id = folkmoot.community()")
                                                        .query(String.class)
                                                        .single()));
    }

    @Test
    void programsReadEverybodyPageByPageWithTheirAccounts() {
        for (int i = 0; i < 25; i++) {
            crowd.meet(
                    here,
                    Someone.named("slack", "U" + i, "Person " + i)
                            .with("email", "p" + i + "@example.org")
                            .tagged("t" + i % 2));
        }
        var seen = new HashSet<String>();
        String next = "";
        do {
            var page = api("/members?limit=10&sort=name&cursor=" + next);
            page.path("items")
                    .forEach(
                            item -> {
                                assertThat(seen.add(item.path("id").asString())).isTrue();
                                assertThat(item.path("identities").get(0).path("email").asString())
                                        .endsWith("@example.org");
                                assertThat(item.path("platforms").get(0).asString())
                                        .isEqualTo("slack");
                            });
            next = page.path("next").isNull() ? null : page.path("next").asString();
        } while (next != null);
        assertThat(seen).hasSize(25);
        assertThat(api("/members?tag=t1").path("items").size()).isEqualTo(12);
        assertThat(
                        api("/members/" + seen.iterator().next())
                                .path("identities")
                                .get(0)
                                .path("source")
                                .asString())
                .isEqualTo("slack:T1");
        var told = new HashSet<Long>();
        town.in(
                here,
                () -> {
                    records.each("", m -> told.add(m.id()));
                    return true;
                });
        assertThat(told).hasSize(25);
    }

    @Test
    void aTokenReadsItsOwnCommunityOnly() {
        var ada = crowd.meet(here, Someone.named("slack", "U1", "Ada")).getFirst();
        var elsewhere = town.found();
        var token = cast.token(elsewhere, Scope.READ);
        assertThat(
                        browser.get()
                                .uri(
                                        "/api/v1/communities/%s/members/%d"
                                                .formatted(elsewhere.slug(), ada))
                                .header("Authorization", "Bearer " + token)
                                .exchange())
                .hasStatus(404);
        assertThat(
                        browser.get()
                                .uri("/api/v1/communities/%s/members".formatted(elsewhere.slug()))
                                .header("Authorization", "Bearer " + token)
                                .exchange())
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"items\":[],\"next\":null}");
        assertThat(Set.of(401, 403))
                .contains(
                        browser.get()
                                .uri("/api/v1/communities/%s/members".formatted(here.slug()))
                                .header("Authorization", "Bearer " + token)
                                .exchange()
                                .getResponse()
                                .getStatus());
    }

    private JsonNode api(String path) {
        var answer =
                browser.get()
                        .uri("/api/v1/communities/" + here.slug() + path)
                        .with(Cast.as(grace))
                        .exchange();
        assertThat(answer).hasStatusOk();
        return JsonMapper.shared().readTree(bytes(answer));
    }

    private static byte[] bytes(MvcTestResult result) {
        return result.getResponse().getContentAsByteArray();
    }
}
