package org.folkmoot.thanks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.thanks.Village.FORUM;
import static org.folkmoot.thanks.Village.ago;
import static org.folkmoot.thanks.Village.answered;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.identity.Merging;
import org.folkmoot.members.PersonalData;
import org.folkmoot.store.DataFolder;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class GiftTests {

    @Autowired Village village;
    @Autowired Cast cast;
    @Autowired Merging merging;
    @Autowired Addresses addresses;
    @Autowired AddressSeal seal;
    @Autowired DataFolder folder;
    @Autowired ThanksData data;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    Community here;
    String lead;
    long member;

    @BeforeEach
    void found() {
        here = village.found();
        village.take(here, answered("q1", "zoe", "a1", "grace", ago(5)));
        lead = cast.join(here, Role.LEAD);
        member = village.member(here, FORUM, "grace");
        post(
                "/gifts/catalogue",
                "name",
                "Lantern mug",
                "about",
                "Blue",
                "stock",
                "1",
                "cost",
                "12 €");
    }

    private MvcTestResult get(String who, String path) {
        return browser.get().uri("/c/" + here.slug() + path).with(Cast.as(who)).exchange();
    }

    private MvcTestResult get(String path) {
        return get(lead, path);
    }

    private MvcTestResult post(String path, Object... params) {
        var request = browser.post().uri("/c/" + here.slug() + path).with(Cast.as(lead));
        for (int i = 0; i < params.length; i += 2) {
            request = request.param((String) params[i], params[i + 1].toString());
        }
        return request.exchange();
    }

    private long newest(String what) {
        return village.within(
                here,
                () ->
                        db.sql(
                                        "select max(id) from thanks.%s where community_id = folkmoot.community()"
                                                .formatted(what))
                                .query(Long.class)
                                .single());
    }

    private long given() {
        assertThat(
                        post(
                                "/gifts",
                                "member",
                                member,
                                "what",
                                newest("gift_kind"),
                                "why",
                                "For the answer"))
                .hasStatus(302);
        return newest("gift");
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String link(long gift) {
        return body(get("/gifts/" + gift))
                .replaceAll("(?s).*http://[^/]*(/p/[^/]*/gift/[^\\s<]*).*", "$1");
    }

    private MvcTestResult answer(String link, String... params) {
        var request = browser.post().uri(link).with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request = request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }

    private MvcTestResult lives(String link) {
        return answer(
                link,
                "name",
                "Grace Hopper",
                "street",
                "=1+1 Navy Yard",
                "postcode",
                "20374",
                "city",
                "Washington",
                "country",
                "USA");
    }

    @Test
    void aGiftGoesItsWayFromTheLinkToTheArrival() {
        var gift = given();
        assertThat(get("/gifts"))
                .bodyText()
                .contains("Lantern mug", "asked for the address", "grace.h");
        var link = link(gift);
        assertThat(browser.get().uri(link).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Where may we send it?", "Lantern mug");
        assertThat(browser.get().uri(link).header("Accept-Language", "de").exchange())
                .bodyText()
                .contains("Wohin dürfen wir es schicken?");
        assertThat(
                        answer(
                                link,
                                "name",
                                "Grace",
                                "street",
                                "",
                                "city",
                                "x".repeat(101),
                                "country",
                                "USA"))
                .hasStatus(422)
                .bodyText()
                .contains("Please fill this in.", "at most 100 characters", "value=\"Grace\"");
        assertThat(lives(link)).bodyText().contains("We know now where to send it");
        assertThat(lives(link)).bodyText().contains("This link is not open any more");
        assertThat(get("/gifts/" + gift))
                .bodyText()
                .contains("Navy Yard", "It is sent")
                .doesNotContain("/p/");
        post("/gifts/%d/steps".formatted(gift), "n", 2, "to", "sent", "note", "Parcel 7");
        assertThat(post("/gifts/%d/steps".formatted(gift), "n", 2, "to", "cancelled"))
                .hasStatus(409);
        post("/gifts/%d/steps".formatted(gift), "n", 3, "to", "arrived");
        assertThat(get("/gifts?state=arrived")).bodyText().contains("Lantern mug");
        post("/gifts/%d/undoing?n=4".formatted(gift));
        assertThat(get("/gifts/" + gift)).bodyText().contains("Parcel 7", "It is on its way");
        assertThat(get("/thanks/of/" + member)).bodyText().contains("Lantern mug");
    }

    @Test
    void sheMayDeclineAndTheStockIsFreeAgain() {
        var gift = given();
        assertThat(post("/gifts", "member", member, "what", newest("gift_kind")))
                .bodyText()
                .contains("No Lantern mug is left");
        assertThat(answer(link(gift), "answer", "decline"))
                .bodyText()
                .contains("That is all right");
        assertThat(get("/gifts/" + gift))
                .bodyText()
                .contains("declined with thanks")
                .doesNotContain("What happened");
        given();
    }

    @Test
    void aNewLinkClosesTheOldOneAndNoneHoldsForever() {
        var gift = given();
        var first = link(gift);
        post("/gifts/%d/steps".formatted(gift), "n", 1, "to", "asked");
        assertThat(browser.get().uri(first).exchange()).bodyText().contains("not open any more");
        var second = link(gift);
        assertThat(browser.get().uri(second).exchange())
                .bodyText()
                .contains("Where may we send it?");
        assertThat(browser.get().uri(second.replaceAll(".$", "")).exchange())
                .bodyText()
                .contains("not open any more");
        village.within(
                here,
                () ->
                        db.sql(
                                        "update thanks.gift_step set at = at - interval '31 days' where gift_id = :g and n = 2")
                                .param("g", gift)
                                .update());
        assertThat(browser.get().uri(link(gift)).exchange())
                .bodyText()
                .contains("not open any more");
        assertThat(
                        browser.get()
                                .uri(second.replace(here.slug(), village.found().slug()))
                                .exchange())
                .bodyText()
                .contains("not open any more");
    }

    @Test
    void theAddressIsSealedShownToFewAndErased() {
        var gift = given();
        lives(link(gift));
        byte[] packed =
                village.within(
                        here,
                        () ->
                                db.sql("select sealed from thanks.address where gift_id = :g")
                                        .param("g", gift)
                                        .query(byte[].class)
                                        .single());
        assertThat(new String(packed, StandardCharsets.ISO_8859_1)).doesNotContain("Navy", "Grace");
        assertThat(village.in(here, () -> seal.open(gift, packed)).orElseThrow().city())
                .isEqualTo("Washington");
        assertThat(village.in(here, () -> seal.open(gift + 1, packed)))
                .as("of another gift")
                .isEmpty();
        var other =
                new AddressSeal(
                        folder, new MockEnvironment().withProperty("folkmoot.secret.key", "x"));
        assertThat(village.in(here, () -> other.open(gift, packed)))
                .as("with another key")
                .isEmpty();
        var moderator = cast.join(here, Role.MODERATOR);
        assertThat(get(moderator, "/gifts/" + gift))
                .bodyText()
                .contains("Your role does not see addresses")
                .doesNotContain("Navy Yard");
        post("/gifts/%d/steps".formatted(gift), "n", 2, "to", "sent");
        post("/gifts/%d/steps".formatted(gift), "n", 3, "to", "arrived");
        assertThat(village.<Integer>in(here, () -> addresses.erase())).isZero();
        village.within(
                here,
                () ->
                        db.sql(
                                        "update thanks.gift_step set at = at - interval '31 days' where gift_id = :g")
                                .param("g", gift)
                                .update());
        addresses.eraseEverywhere();
        assertThat(village.in(here, () -> addresses.of(gift))).isEmpty();
        assertThat(get("/gifts/" + gift)).bodyText().doesNotContain("Where to send it");
    }

    @Test
    void theListForTheShipperHasNoFormulaAndStandsInTheTrail() {
        lives(link(given()));
        assertThat(get("/gifts/addresses.csv"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "\"Lantern mug\",\"Grace Hopper\",\"'=1+1 Navy Yard\",\"20374\",\"Washington\",\"USA\"");
        assertThat(
                        village.within(
                                here,
                                () ->
                                        db.sql(
                                                        "select detail->>'gifts' from access.trail where action = 'addresses exported' and community_id = folkmoot.community()")
                                                .query(String.class)
                                                .single()))
                .isEqualTo("1");
        for (var role : List.of(Role.MODERATOR, Role.ANALYST)) {
            assertThat(get(cast.join(here, role), "/gifts/addresses.csv")).hasStatus(403);
        }
    }

    @Test
    void whoWantsNoThanksIsGivenNothingAlsoWhenJoinedLater() {
        var zoe = village.member(here, FORUM, "zoe");
        post("/thanks/of/%d/wish".formatted(zoe), "do", "none");
        village.in(
                here,
                () ->
                        merging.join(
                                List.of(
                                        village.identity(here, FORUM, "grace"),
                                        village.identity(here, FORUM, "zoe")),
                                List.of()));
        assertThat(
                        post(
                                "/gifts",
                                "member",
                                member,
                                "what",
                                newest("gift_kind"),
                                "why",
                                "kept words"))
                .bodyText()
                .contains("They want neither thanks nor gifts", "kept words");
    }

    @Test
    void aGiftIsToldAndForgottenAndGoesWithItsPerson() {
        var gift = given();
        lives(link(gift));
        var zoe = village.member(here, FORUM, "zoe");
        var batch =
                village.in(
                                here,
                                () ->
                                        merging.join(
                                                List.of(
                                                        village.identity(here, FORUM, "grace"),
                                                        village.identity(here, FORUM, "zoe")),
                                                List.of()))
                        .batch();
        assertThat(get("/thanks/of/" + Math.min(member, zoe))).bodyText().contains("Lantern mug");
        village.in(here, () -> merging.undoBatch(batch));
        assertThat(get("/thanks/of/" + zoe)).bodyText().doesNotContain("Lantern mug");
        assertThat(get("/thanks/of/" + member)).bodyText().contains("Lantern mug");
        var subject =
                new PersonalData.Subject(
                        member, Set.of(member), Set.of(village.identity(here, FORUM, "grace")));
        assertThat(village.within(here, () -> data.tell(subject)).toString())
                .contains("Lantern mug", "For the answer", "Navy Yard");
        village.within(
                here,
                () -> {
                    data.forget(subject);
                    return 0;
                });
        assertThat(village.within(here, () -> data.tell(subject)).toString())
                .doesNotContain("For the answer", "Navy Yard");
    }

    @Test
    void theCatalogueTellsWhatWillNotDoAndKeepsWhatWasWritten() {
        assertThat(post("/gifts/catalogue", "name", " ", "about", "something"))
                .hasStatus(422)
                .bodyText()
                .contains("Give it a name", "value=\"something\"");
        assertThat(post("/gifts/catalogue", "name", "Lantern mug"))
                .hasStatus(422)
                .bodyText()
                .contains("already something called");
        assertThat(post("/gifts/catalogue", "name", "Hat", "stock", "-1")).hasStatus(422);
        var kind = newest("gift_kind");
        post("/gifts/catalogue/%d/removal".formatted(kind));
        assertThat(get("/gifts/catalogue")).bodyText().contains("Nothing to give yet");
        post("/gifts/catalogue/%d/return".formatted(kind));
        assertThat(get("/gifts/catalogue")).bodyText().contains("Lantern mug", "12 €");
    }
}
