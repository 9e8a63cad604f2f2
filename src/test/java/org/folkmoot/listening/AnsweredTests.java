package org.folkmoot.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.activity.AnsweredBefore;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.language.Embedder;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was asked and answered before is offered to whoever looks at a question.
@HouseTest
@NullUnmarked
class AnsweredTests {

    private static final String ASKED = "How do I reset the password of my lamp?";
    private static final String AGAIN = "how can I reset my lamp password, please help";

    @Autowired MockMvc browser;
    @Autowired AnsweredBefore answered;
    @Autowired MeaningWork work;
    @Autowired Listening listening;
    @Autowired Intaking intaking;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;

    /// Knows of a text only whether it speaks of passwords, and a little else.
    private static final Embedder PASSWORDS =
            text -> {
                var lower = text.toLowerCase(Locale.ROOT);
                float other = lower.contains("again") || lower.contains("please") ? .3f : 0;
                float rest = (float) Math.sqrt(1 - other * other);
                return lower.contains("password")
                        ? new float[] {rest, other, 0}
                        : new float[] {0, other, rest};
            };

    private static Deed said(String id, Kind kind, String who, int day, String text) {
        return Deed.of(
                        ListeningTests.SLACK,
                        id,
                        kind,
                        who,
                        Instant.parse("2026-03-%02dT09:00:00Z".formatted(day)))
                .in("C1")
                .saying(text);
    }

    private Community talk(Found... more) {
        var community = town.found();
        var all = new ArrayList<Found>();
        all.add(new Found.Origin(ListeningTests.SLACK, "Lantern chat", Markup.SLACK));
        all.add(Found.Place.of(ListeningTests.SLACK, "C1", "general", Style.CHAT));
        all.add(said("asked", Kind.MESSAGE, "Ada", 2, ASKED));
        all.add(said("told", Kind.REPLY, "Grace", 2, "Hold it for ten seconds.").under("asked"));
        all.add(said("alone", Kind.MESSAGE, "Linus", 3, "Which password does the lamp want?"));
        all.add(said("alone too", Kind.REPLY, "Linus", 3, "Anybody?").under("alone"));
        all.add(said("other", Kind.MESSAGE, "Zoë", 4, "Where is the breakfast room?"));
        all.add(said("other told", Kind.REPLY, "Ada", 4, "Upstairs.").under("other"));
        all.add(said("again", Kind.MESSAGE, "Mallory", 9, AGAIN));
        all.addAll(List.of(more));
        intaking.take(community, all);
        read(community);
        return community;
    }

    private void read(Community community) {
        town.in(
                community,
                () -> {
                    listening.finish();
                    int some;
                    do {
                        some = work.some(() -> PASSWORDS);
                    } while (some > 0);
                    return true;
                });
    }

    private long id(Community community, String external) {
        return town.in(
                community,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ ->
                                                db.queryForObject(
                                                        "select id from activity.activity where external_id = ?",
                                                        Long.class,
                                                        external)));
    }

    private List<AnsweredBefore.Earlier> before(Community community, String external) {
        var id = id(community, external);
        return town.in(community, () -> answered.of(List.of(id), 5)).getOrDefault(id, List.of());
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) {
        try {
            return browser.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String body(MockHttpServletRequestBuilder request) {
        return new String(answer(request).getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void whatSomebodyElseAnsweredIsFoundAndWhatNobodyDidIsNot() {
        var community = talk();
        assertThat(before(community, "again"))
                .singleElement()
                .satisfies(
                        earlier -> {
                            assertThat(earlier.thread()).isEqualTo(id(community, "asked"));
                            assertThat(earlier.words()).isEqualTo(ASKED);
                            assertThat(earlier.replies()).isOne();
                            assertThat(earlier.score()).isBetween(.95, .96);
                            assertThat(earlier.same()).isTrue();
                        });
        assertThat(before(community, "other")).isEmpty();
    }

    @Test
    void newAnswersAreKnownAtOnceAndWhatIsGoneIsNotTold() {
        var community = talk();
        intaking.take(
                community,
                List.of(
                        said("at last", Kind.REPLY, "Grace", 10, "The one inside.")
                                .under("alone")));
        assertThat(before(community, "again")).hasSize(2);
        intaking.take(
                community,
                List.of(
                        new Found.Mark(
                                ListeningTests.SLACK,
                                "asked",
                                Found.Mark.What.DELETED,
                                null,
                                null)));
        assertThat(before(community, "again"))
                .extracting(AnsweredBefore.Earlier::thread)
                .containsExactly(id(community, "alone"));
        // another text means something else
        intaking.take(
                community,
                List.of(
                        said("alone", Kind.MESSAGE, "Linus", 3, "Which lamp is the brightest?")
                                .edited(Instant.parse("2026-03-11T09:00:00Z"))));
        read(community);
        assertThat(before(community, "again")).isEmpty();
    }

    @Test
    void noCommunityKnowsOfAnothersAnswersAndOtherLanguagesAreLeftOut() {
        var community = talk();
        var other = town.found();
        intaking.take(
                other,
                List.of(
                        new Found.Origin(ListeningTests.SLACK, "Lantern chat", Markup.SLACK),
                        Found.Place.of(ListeningTests.SLACK, "C1", "general", Style.CHAT),
                        said("again", Kind.MESSAGE, "Mallory", 9, AGAIN),
                        said(
                                "deutsch",
                                Kind.MESSAGE,
                                "Zoë",
                                9,
                                "Wie setze ich denn das password meiner Lampe wieder zurück?")));
        read(other);
        assertThat(before(other, "again")).isEmpty();
        assertThat(before(other, "deutsch")).isEmpty();
        assertThat(before(community, "again")).hasSize(1);
        town.in(
                other,
                () -> {
                    assertThat(work.some(() -> PASSWORDS)).isZero();
                    return true;
                });
    }

    @Test
    void theThreadTheListOfTodayAndProgramsSaySo() throws Exception {
        var community =
                talk(
                        Deed.of(
                                        ListeningTests.SLACK,
                                        "now",
                                        Kind.MESSAGE,
                                        "Mallory",
                                        Instant.now().minusSeconds(86_400))
                                .in("C1")
                                .saying(AGAIN));
        var who = cast.join(community, Role.LEAD);
        var home = "/c/" + community.slug();
        var now = id(community, "now");
        assertThat(body(get("%s/threads/%d".formatted(home, now)).with(Cast.as(who))))
                .contains("hx-get=\"%s/listening/thread/%d\"".formatted(home, now));
        assertThat(body(get("%s/listening/thread/%d".formatted(home, now)).with(Cast.as(who))))
                .contains("Perhaps answered before", ASKED, "Probably the same question", "1 reply")
                .contains("Counts as a question, by its words.");
        assertThat(body(get(home + "/today").with(Cast.as(who))))
                .contains("Probably answered in", "/threads/" + id(community, "asked"));
        var api =
                "/api/v1/communities/%s/threads/%d/answered-before"
                        .formatted(community.slug(), now);
        var token = "Bearer " + cast.token(community, Scope.READ);
        assertThat(body(get(api).header("Authorization", token)))
                .contains("\"words\":\"" + ASKED + "\"", "\"same\":true", "\"replies\":1");
        assertThat(answer(get(api + "?limit=0").header("Authorization", token)).getStatus())
                .isEqualTo(422);
        assertThat(
                        answer(
                                        get(api.replace("" + now, "999999999"))
                                                .header("Authorization", token))
                                .getStatus())
                .isEqualTo(404);
        assertThat(Queries.during(() -> town.in(community, () -> answered.of(List.of(now), 3))))
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void whatSeveralPostInNearlyTheSameWordsIsFound() {
        var spam =
                "Great offer for all lamp owners today only, get the new golden bulb for half the price";
        var community =
                talk(
                        said("s1", Kind.MESSAGE, "Mallory", 12, spam + " https://example.org/1"),
                        said("s2", Kind.MESSAGE, "Mallory2", 12, spam + "!! https://example.org/2"),
                        said("s3", Kind.REPLY, "Mallory3", 13, "@Ada " + spam).under("asked"),
                        said("short", Kind.MESSAGE, "Ada", 13, "thank you"),
                        said("short2", Kind.MESSAGE, "Zoë", 13, "thank you"));
        var who = cast.join(community, Role.LEAD);
        var days = "?window=365";
        assertThat(
                        body(
                                get("/c/%s/listening/alike%s".formatted(community.slug(), days))
                                        .with(Cast.as(who))))
                .contains("golden bulb", "3 posts by 3 people in 1 place")
                .doesNotContain("thank you<");
        assertThat(
                        body(
                                get("/api/v1/communities/%s/listening/alike%s"
                                                .formatted(community.slug(), days))
                                        .header(
                                                "Authorization",
                                                "Bearer " + cast.token(community, Scope.READ))))
                .contains("\"posts\":3", "\"people\":3", "\"more\":false");
    }
}
