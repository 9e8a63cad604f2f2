package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class DuplicatesPageTests {

    @Autowired Selves selves;
    @Autowired Twins twins;
    @Autowired Merging merging;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;

    Community here;
    String grace;
    Map<String, Long> ids;

    @BeforeEach
    void found() {
        here = twins.found();
        grace = cast.join(here, Role.LEAD);
        ids = selves.ids(here);
    }

    private MvcTestResult get(String who) {
        return browser.get()
                .uri("/c/%s/people/duplicates".formatted(here.slug()))
                .with(Cast.as(who))
                .exchange();
    }

    private MvcTestResult decide(String who, Pair pair, String verdict, boolean swap) {
        var request =
                browser.post()
                        .uri("/c/%s/people/duplicates".formatted(here.slug()))
                        .param("pair", DuplicatesPage.text(pair))
                        .param("do", verdict)
                        .with(Cast.as(who));
        return (swap ? request.header("HX-Request", "true") : request).exchange();
    }

    private boolean one(int n) {
        var pair = twins.pair(ids, n);
        return selves.member(here, pair.one()) == selves.member(here, pair.other());
    }

    @Test
    void anEmptyQueueSaysSoAndWhatWillBeHere() {
        assertThat(get(grace))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing to decide", "joins by itself", "Nothing is left to decide.");
    }

    @Test
    void theLikeliestComesFirstWithReasonsForAndAgainst() {
        twins.ask(here, 3);
        assertThat(get(grace))
                .bodyText()
                .contains("3 pairs may be one person", "90 %", "Very likely one person")
                .contains("Against: ", "Both accounts were active in the same minute")
                .contains(
                        "Join these two<span class=\"hidden\">: Ada Lovelace (chat1 on Slack) with Ada King (forum1 on Discourse)")
                .containsSubsequence("Ada Lovelace", Twins.NAMES.get(1), Twins.NAMES.get(2));
    }

    @Test
    void theRailTellsHowManyWaitToThoseWhoMayDecide() {
        assertThat(badges(grace)).bodyText().doesNotContain("waiting");
        twins.ask(here, 3);
        assertThat(badges(grace))
                .hasStatusOk()
                .bodyText()
                .contains("id=\"badge-people-duplicates\"", ">3<span class=\"hidden\"> waiting");
        assertThat(badges(cast.join(here, Role.ANALYST))).bodyText().doesNotContain("waiting");
    }

    private MvcTestResult badges(String who) {
        return browser.get()
                .uri("/c/%s/badges".formatted(here.slug()))
                .with(Cast.as(who))
                .exchange();
    }

    @Test
    void eachAnswerWorksByAPlainFormAndCanBeTakenBack() {
        twins.ask(here, 3);
        for (var verdict : List.of("join", "different", "later")) {
            var pair = twins.pair(ids, 1);
            assertThat(decide(grace, pair, verdict, false))
                    .hasRedirectedUrl("/c/%s/people/duplicates".formatted(here.slug()));
            assertThat(get(grace)).bodyText().doesNotContain("Ada King").contains("2 pairs");
            assertThat(one(1)).isEqualTo(verdict.equals("join"));
            var batch = verdict.equals("join") ? "&batch=" + batch() : "";
            var undo =
                    "/c/%s/people/duplicates/undoing?pair=%s%s"
                            .formatted(here.slug(), DuplicatesPage.text(pair), batch);
            for (int times = 0; times < 2; times++) {
                assertThat(browser.post().uri(undo).with(Cast.as(grace)).exchange())
                        .hasStatus3xxRedirection();
            }
            assertThat(get(grace)).bodyText().contains("Ada King", "3 pairs");
            assertThat(one(1)).isFalse();
            assertThat(
                            selves.within(
                                    here,
                                    () ->
                                            db.sql("select count(*) from identity.judgement")
                                                    .query(Integer.class)
                                                    .single()))
                    .isZero();
        }
    }

    private long batch() {
        return selves.within(
                here,
                () -> db.sql("select max(batch) from identity.step").query(Long.class).single());
    }

    @Test
    void anAnswerWithScriptBringsTheNextAtOnce() {
        twins.ask(here, 2);
        assertThat(decide(grace, twins.pair(ids, 1), "different", true))
                .hasStatusOk()
                .bodyText()
                .contains("Not the same", Twins.NAMES.get(1), "data-flash=\"undo\"")
                .contains("1 pair may be one person.")
                .doesNotContain("<html");
        assertThat(decide(grace, twins.pair(ids, 2), "join", true))
                .bodyText()
                .contains("Nothing to decide");
        assertThat(decide(grace, twins.pair(ids, 2), "sideways", true)).hasStatus(422);
    }

    @Test
    void whoIsPutOffComesBackInAWeekAndWhoIsRefusedNever() {
        twins.ask(here, 2);
        decide(grace, twins.pair(ids, 1), "later", false);
        decide(grace, twins.pair(ids, 2), "different", false);
        assertThat(get(grace)).bodyText().contains("Nothing to decide");
        selves.within(
                here,
                () ->
                        db.sql(
                                        "update identity.suggestion set later_until = later_until - interval '8 days'")
                                .update());
        assertThat(get(grace))
                .bodyText()
                .contains("Ada King", "1 pair may be")
                .doesNotContain(Twins.NAMES.get(1));
    }

    @Test
    void twoPeopleAreAskedAboutOnceHoweverManyAccountsTheyHave() {
        twins.ask(here, 1);
        var ada = twins.pair(ids, 1);
        selves.in(here, () -> merging.merge(new Pair(ada.one(), ids.get("chat U4")), List.of()));
        twins.ask(here, new Pair(ids.get("chat U4"), ada.other()), 1);
        assertThat(get(grace)).bodyText().contains("1 pair may be one person.");
        for (var verdict : List.of("later", "different")) {
            decide(grace, ada, verdict, false);
            assertThat(get(grace)).as(verdict).bodyText().contains("Nothing to decide");
            assertThat(
                            browser.post()
                                    .uri(
                                            "/c/%s/people/duplicates/undoing?pair=%s"
                                                    .formatted(
                                                            here.slug(), DuplicatesPage.text(ada)))
                                    .with(Cast.as(grace))
                                    .exchange())
                    .hasStatus3xxRedirection();
        }
    }

    @Test
    void ofTwoColleaguesAtOnceTheSecondIsToldWhoWasQuickerAndSeesTheNext() throws Exception {
        twins.ask(here, 2);
        var linus = cast.join(here, Role.COORDINATOR);
        var pair = twins.pair(ids, 1);
        try (var colleagues = Executors.newFixedThreadPool(2)) {
            List<Callable<String>> both =
                    List.of(
                            () -> body(decide(grace, pair, "join", true)),
                            () -> body(decide(linus, pair, "different", true)));
            var said = colleagues.invokeAll(both);
            var first = said.get(0).get();
            var second = said.get(1).get();
            assertThat(List.of(first, second))
                    .as("one is done, one is told")
                    .filteredOn(text -> text.contains("Grace was quicker"))
                    .singleElement()
                    .asString()
                    .contains("Here is the next.", Twins.NAMES.get(1));
            assertThat(twins.state(here, pair)).isEqualTo(one(1) ? "merged" : "refused");
        }
        assertThat(body(decide(linus, pair, "later", true))).contains("Grace was quicker");
    }

    private static String body(MvcTestResult result) {
        return new String(
                result.getResponse().getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleSeesAndDecidesWhatItMay(Role role) {
        twins.ask(here, 1);
        var who = cast.join(here, role);
        var edits =
                List.of(Role.LEAD, Role.MANAGER, Role.COORDINATOR, Role.MODERATOR).contains(role);
        var page = assertThat(get(who)).hasStatusOk().bodyText().contains("Ada King");
        if (List.of(Role.MODERATOR, Role.ANALYST).contains(role)) {
            page.doesNotContain("engines.example").contains("Same e-mail address");
        } else {
            page.contains("twin@engines.example");
        }
        assertThat(body(get(who)).contains("data-verdict")).isEqualTo(edits);
        assertThat(decide(who, twins.pair(ids, 1), "later", false)).hasStatus(edits ? 302 : 403);
    }

    @Test
    void theQueueAsksTheSameFewQuestionsOfTheDatabaseHoweverLongItIs() throws Exception {
        twins.ask(here, 1);
        get(grace); // the first page of a visit also notes the visit
        var few = Queries.during(() -> get(grace));
        for (int n = 2; n <= 6; n++) {
            twins.ask(here, twins.pair(ids, n), 1);
        }
        assertThat(Queries.during(() -> get(grace))).hasSameSizeAs(few);
    }

    @Test
    void whoBelongsElsewhereDecidesNothingHere() {
        twins.ask(here, 1);
        var elsewhere = twins.found();
        var mallory = cast.join(elsewhere, Role.LEAD);
        var pair = twins.pair(ids, 1);
        assertThat(
                        browser.post()
                                .uri("/c/%s/people/duplicates".formatted(elsewhere.slug()))
                                .param("pair", DuplicatesPage.text(pair))
                                .param("do", "join")
                                .with(Cast.as(mallory))
                                .exchange())
                .hasStatus3xxRedirection();
        assertThat(twins.state(here, pair)).isEqualTo("open");
        assertThat(one(1)).isFalse();
        assertThat(
                        browser.get()
                                .uri(
                                        "/c/%s/people/%d/grounds"
                                                .formatted(
                                                        elsewhere.slug(),
                                                        selves.member(here, pair.one())))
                                .with(Cast.as(mallory))
                                .exchange())
                .hasStatus(404);
    }
}
