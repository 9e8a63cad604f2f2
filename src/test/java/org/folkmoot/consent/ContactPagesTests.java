package org.folkmoot.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.HouseTest;
import org.folkmoot.PostOffice;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.members.PersonalData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
class ContactPagesTests {

    @Autowired Town town;
    @Autowired Neighbours neighbours;
    @Autowired Asking asking;
    @Autowired Asks asks;
    @Autowired Consents consents;
    @Autowired Purposes purposes;
    @Autowired ConsentData data;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;
    @Autowired DefaultListableBeanFactory house;

    Community here;
    PostOffice post;
    String grace;
    String address;
    long ada;

    @BeforeEach
    void open() {
        post = PostOffice.open(house);
        here = town.found();
        grace = cast.join(here, Role.LEAD);
        address = Neighbours.address();
        ada = neighbours.meet(here, "Ada Lovelace", address, "");
        post("/settings/contact", "asks", "2", "days", "7", "from", "03:00", "until", "03:00");
    }

    @AfterEach
    void close() {
        post.close();
    }

    private MvcTestResult get(String path) {
        return browser.get().uri("/c/" + here.slug() + path).with(Cast.as(grace)).exchange();
    }

    private MvcTestResult post(String path, String... form) {
        var request = browser.post().uri("/c/" + here.slug() + path).with(Cast.as(grace));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult write(String purpose, String key, String channel) {
        return post(
                "/people/%d/letter".formatted(ada),
                "purpose",
                purpose,
                "subject",
                "Would you speak?",
                "text",
                "We would be glad.",
                "key",
                key,
                "channel",
                channel);
    }

    @Test
    void theProfileSaysWhatHoldsAndHowOftenSheWasAsked() {
        assertThat(get("/people/" + ada))
                .bodyText()
                .contains("hx-get=\"/c/%s/consent/of/%d\"".formatted(here.slug(), ada));
        assertThat(get("/consent/of/" + ada))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Not asked anything in the last 7 days; 2 times is the most.",
                        "did not agree",
                        "did not object");
        post(
                "/people/%d/consents".formatted(ada),
                "purpose",
                "news",
                "act",
                "granted",
                "note",
                "at the <desk>");
        write("personal", UUID.randomUUID().toString(), "mail");
        assertThat(get("/consent/of/" + ada))
                .bodyText()
                .contains(
                        "Asked 1 of 2 times in the last 7 days.",
                        "agreed",
                        "noted by hand, version 1",
                        "at the &lt;desk&gt;",
                        "Would you speak?");
        assertThat(post("/people/%d/consents".formatted(ada), "purpose", "news", "act", "granted"))
                .hasStatus(422)
                .bodyText()
                .contains("Say where they agreed");
    }

    @Test
    void aLetterIsPreviewedSentTakenBackAndSentAfterAll() {
        assertThat(get("/people/%d/letter".formatted(ada)))
                .hasStatusOk()
                .bodyText()
                .contains("can go now", "cannot go", "has not agreed to “News of the community”");
        var key = UUID.randomUUID().toString();
        assertThat(write("personal", key, "mail"))
                .hasStatus(302)
                .flash()
                .hasEntrySatisfying(
                        "flash",
                        said ->
                                assertThat((String[]) said)
                                        .contains("The mail goes in ten seconds."));
        assertThat(write("personal", key, "mail"))
                .hasStatus(422)
                .bodyText()
                .contains("This was asked before: it is waiting.", "We would be glad.");
        var id = neighbours.in(here, () -> asking.find("letter", key).orElseThrow()).id();
        post("/asks/%d/cancellation".formatted(id));
        assertThat(state(id)).isEqualTo(AskState.CANCELLED);
        assertThat(get("/asks")).bodyText().contains("Ada Lovelace", "Taken back by Grace.");
        post("/asks/%d/return".formatted(id));
        assertThat(state(id)).isEqualTo(AskState.WAITING);
        assertThat(write("news", UUID.randomUUID().toString(), "mail"))
                .hasStatus(422)
                .bodyText()
                .contains("has not agreed", "We would be glad.");
    }

    private AskState state(long id) {
        return neighbours.in(here, () -> asks.get(id)).state();
    }

    @Test
    void whatIsHeldSaysWhyInTheList() {
        assertThat(get("/asks")).bodyText().contains("Nobody was asked anything yet");
        write("personal", UUID.randomUUID().toString(), "hand");
        write("personal", UUID.randomUUID().toString(), "mail");
        write("personal", UUID.randomUUID().toString(), "mail");
        assertThat(get("/asks?state=held"))
                .bodyText()
                .contains(
                        "Ada Lovelace was asked 2 times in the last 7 days, and 2 is the most.",
                        "Cancel it")
                .doesNotContain("By hand");
        assertThat(get("/asks?state=sent")).bodyText().contains("By hand");
    }

    @Test
    void otherWordsAreANewVersionAndConsentsKeepTheirs() {
        neighbours.says(here, ada, address, "news", Act.GRANTED);
        post("/settings/contact/purposes/news/words", "name", "Bulletin", "words", "Once a week.");
        var now = neighbours.in(here, () -> purposes.get("news"));
        assertThat(now.version()).isEqualTo(2);
        assertThat(now.name()).isEqualTo("Bulletin");
        assertThat(get("/consent/of/" + ada)).bodyText().contains("Bulletin", "version 1");
        assertThat(post("/settings/contact/purposes/news/words", "name", "", "words", "Kept words"))
                .hasStatus(422)
                .bodyText()
                .contains("Give the purpose a name", "Kept words");
        post(
                "/settings/contact/purposes",
                "name",
                "Zoë’s circle",
                "words",
                "Talks.",
                "basis",
                "consent",
                "offered",
                "on");
        assertThat(browser.get().uri("/p/%s/subscribe".formatted(here.slug())))
                .bodyText()
                .contains("Zoë’s circle", "Bulletin");
    }

    @Test
    void rulesThatMakeNoSenseAreKeptInTheFormAndNotSaved() {
        assertThat(
                        post(
                                "/settings/contact",
                                "asks",
                                "many",
                                "days",
                                "7",
                                "from",
                                "25:00",
                                "until",
                                "08:00"))
                .hasStatus(422)
                .bodyText()
                .contains("Let people be asked 1 to 100 times.", "25:00");
        assertThat(get("/settings/contact")).bodyText().contains("value=\"2\"", "03:00");
    }

    @Test
    void whoIsForgottenIsNowhereAndNothingOfHersStillGoes() {
        neighbours.says(here, ada, address, "news", Act.GRANTED);
        write("personal", UUID.randomUUID().toString(), "mail");
        var her = new PersonalData.Subject(ada, Set.of(ada), Set.of());
        var told = neighbours.within(here, () -> data.tell(her));
        assertThat(told).extracting(PersonalData.Part::key).containsExactly("consents", "asks");
        assertThat(told.getLast().rows().getFirst().get("subject")).isEqualTo("Would you speak?");
        neighbours.within(
                here,
                () -> {
                    data.forget(her);
                    return true;
                });
        assertThat(neighbours.within(here, () -> data.tell(her))).isEmpty();
        assertThat(get("/asks"))
                .bodyText()
                .contains("somebody who was forgotten", "cancelled")
                .doesNotContain(address, "Would you speak?")
                // as a word: the page's token against forgery is made of any letters
                .doesNotContainPattern("\\bAda\\b");
    }

    @Test
    void consentsComeInAndGoOutAsATable() {
        var table =
                """
                email,purpose,state,at,note
                %s,news,granted,2025-01-02,sign-up sheet
                %s,news,withdrawn,2025-01-03T10:00:00Z,=HYPERLINK("x")
                nobody,news,granted,2025-01-02,
                zoe@engines.example,nonsense,granted,2025-01-02,
                zoe@engines.example,news,granted,2099-01-02,
                """
                        .formatted(address, address.toUpperCase(java.util.Locale.ROOT));
        assertThat(post("/asks/consents", "table", table))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "2 lines are new in the ledger, 0 were here before, 3 could not be used",
                        "Line 4: nobody is no address",
                        "Line 5: There is no purpose nonsense.",
                        "Line 6: The day on which it was said is still to come.");
        assertThat(get("/consent/of/" + ada))
                .bodyText()
                .contains("does not want it", "by an import");
        assertThat(post("/asks/consents", "table", table))
                .bodyText()
                .contains("0 lines are new in the ledger, 2 were here before");
        assertThat(get("/asks/consents.csv"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "\"%s\",\"news\",\"granted\",\"2025-01-02T00:00:00.000000Z\",\"mail\""
                                .formatted(address),
                        "\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(post("/asks/consents", "table", "a,b\n1,2"))
                .hasStatus(422)
                .bodyText()
                .contains("must name the columns", "a,b");
    }

    @Test
    void programsReadAndWriteTheSame() {
        var api = "/api/v1/communities/%s".formatted(here.slug());
        var put =
                browser.put()
                        .uri(api + "/members/%d/consents/news".formatted(ada))
                        .with(Cast.as(grace))
                        .contentType("application/json")
                        .content(
                                "{\"state\":\"granted\",\"version\":1,\"at\":\"2025-05-05T10:00:00Z\",\"note\":\"sign-up form\"}")
                        .exchange();
        assertThat(put)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.consents[?(@.purpose=='news')].state")
                .asArray()
                .containsExactly("agreed");
        var preview =
                browser.get()
                        .uri(api + "/members/%d/asks/preview?purpose=news".formatted(ada))
                        .with(Cast.as(grace))
                        .exchange();
        assertThat(preview).bodyJson().extractingPath("$.would").isEqualTo("going");
        write("news", UUID.randomUUID().toString(), "mail");
        var list = browser.get().uri(api + "/asks?limit=1").with(Cast.as(grace)).exchange();
        assertThat(list).bodyJson().extractingPath("$.items[0].member").isEqualTo((int) ada);
        assertThat(
                        browser.put()
                                .uri(api + "/members/%d/consents/news".formatted(ada))
                                .with(Cast.as(grace))
                                .contentType("application/json")
                                .content("{\"state\":\"maybe\"}"))
                .hasStatus(422);
    }

    @Test
    void whoMayNotSeeAddressesSeesNoneOfIt() {
        var moderator = cast.join(here, Role.MODERATOR);
        for (var path : Map.of("/asks", 403, "/consent/of/" + ada, 403).entrySet()) {
            assertThat(
                            browser.get()
                                    .uri("/c/" + here.slug() + path.getKey())
                                    .with(Cast.as(moderator)))
                    .hasStatus(path.getValue());
        }
        assertThat(
                        browser.get()
                                .uri("/c/%s/people/%d".formatted(here.slug(), ada))
                                .with(Cast.as(moderator)))
                .bodyText()
                .doesNotContain("/consent/of/");
    }
}
