package org.folkmoot.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.listening.Listening;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What asks, by its words, is what waits for an answer: in numbers, lists and on Today.
@HouseTest
@NullUnmarked
class RecognisedTests {

    private static final String CHAT = "slack:T9";
    private static final String FORUM = "discourse:lantern";
    private static final String QUIET_QUESTION =
            "does anyone know how to turn the porch lamp off from the app";
    private static final String LOUD_JOY = "How cool is that?!";

    @Autowired Metrics metrics;
    @Autowired Listening listening;
    @Autowired Communities communities;
    @Autowired Intaking intaking;
    @Autowired MockMvc browser;
    @Autowired Cast cast;
    @Autowired Town town;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;

    /// Without a question mark somebody asks and is answered, with one somebody is glad.
    private Community talk() {
        var community = town.found();
        intaking.take(
                community,
                List.of(
                        new Found.Origin(CHAT, "Lantern chat", Markup.SLACK),
                        new Found.Origin(FORUM, "Lantern forum", Markup.MARKDOWN),
                        Found.Place.of(CHAT, "C1", "general", Style.CHAT),
                        Found.Place.of(FORUM, "F1", "help desk", Style.FORUM),
                        said(CHAT, "asks", Kind.MESSAGE, "Ada", "C1", 9, QUIET_QUESTION),
                        said(CHAT, "tells", Kind.REPLY, "Grace", "C1", 11, "Hold the button.")
                                .under("asks"),
                        said(CHAT, "glad", Kind.MESSAGE, "Linus", "C1", 13, LOUD_JOY),
                        said(CHAT, "told", Kind.QUESTION, "Linus", "C1", 15, "my lamp, again"),
                        said(FORUM, "topic", Kind.MESSAGE, "Ada", "F1", 10, "Lamps I own")));
        return community;
    }

    private static Deed said(
            String source, String id, Kind kind, String who, String place, int hour, String text) {
        return Deed.of(
                        source,
                        id,
                        kind,
                        who,
                        Instant.parse("2026-03-02T%02d:00:00Z".formatted(hour)))
                .in(place)
                .saying(text);
    }

    private Waits waits(Community community) {
        return town.in(
                community,
                () ->
                        metrics.of(
                                        Ask.of(
                                                communities.here(),
                                                Map.of("asOf", "2026-03-04", "window", "7"),
                                                Instant.parse("2026-03-20T12:00:00Z")))
                                .response()
                                .now());
    }

    private String kind(Community community, String id) {
        return town.in(
                community,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ ->
                                                db.queryForObject(
                                                        "select kind || ' ' || starts from activity.activity where external_id = ?",
                                                        String.class,
                                                        id)));
    }

    private long id(Community community, String id) {
        return town.in(
                community,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(
                                        _ ->
                                                db.queryForObject(
                                                        "select id from activity.activity where external_id = ?",
                                                        Long.class,
                                                        id)));
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
    void whoAsksWithoutAMarkWaitsAndWhoIsGladWithOneDoesNot() {
        var community = talk();
        // by the mark: the joy, the platform's own, the forum's
        var unread = waits(community);
        assertThat(unread.starts()).isEqualTo(3);
        assertThat(unread.recognised()).isEqualTo(new Recognised(0, 2));
        town.in(community, listening::finish);
        assertThat(kind(community, "asks")).isEqualTo("question true");
        assertThat(kind(community, "tells")).isEqualTo("answer false");
        assertThat(kind(community, "glad")).isEqualTo("message false");
        assertThat(kind(community, "told")).isEqualTo("question true");
        assertThat(kind(community, "topic")).isEqualTo("message true");
        var read = waits(community);
        assertThat(read.starts()).isEqualTo(3);
        assertThat(read.answered()).isOne();
        assertThat(read.answeredMedian()).isEqualTo(2 * 3600.);
        assertThat(read.recognised()).isEqualTo(new Recognised(2, 0));
        assertThat(read.recognised().coverage()).isEqualTo(1);
    }

    @Test
    void itStaysSoWhenMoreComesAndWhenAllIsMadeAnewAndFollowsAnotherText() {
        var community = talk();
        town.in(community, listening::finish);
        intaking.take(
                community,
                List.of(
                        said(CHAT, "more", Kind.REPLY, "Linus", "C1", 12, "Me too").under("asks"),
                        said(CHAT, "glad too", Kind.REPLY, "Ada", "C1", 14, "Yes").under("glad")));
        assertThat(kind(community, "more")).isEqualTo("answer false");
        assertThat(kind(community, "glad too")).isEqualTo("reply false");
        // the same text, looked at more often: the mark tells again until it is read
        intaking.take(
                community,
                List.of(
                        said(CHAT, "asks", Kind.MESSAGE, "Ada", "C1", 9, QUIET_QUESTION)
                                .fact("views", "12")));
        town.in(community, listening::finish);
        assertThat(kind(community, "asks")).isEqualTo("question true");
        intaking.take(
                community,
                List.of(
                        said(CHAT, "asks", Kind.MESSAGE, "Ada", "C1", 9, "Found the button, thanks")
                                .edited(Instant.parse("2026-03-03T09:00:00Z"))));
        town.in(community, listening::finish);
        assertThat(kind(community, "asks")).isEqualTo("message false");
        assertThat(kind(community, "tells")).isEqualTo("reply false");
        assertThat(waits(community).starts()).isEqualTo(2);
    }

    @Test
    void aPersonsWordCountsFromThenOnAndIsTakenBack() {
        var community = talk();
        town.in(community, listening::finish);
        var who = cast.join(community, Role.LEAD);
        var post = id(community, "glad");
        var home = "/c/" + community.slug();
        assertThat(body(get("%s/listening/thread/%d".formatted(home, post)).with(Cast.as(who))))
                .contains("Counts as no question, by its words.", "It is a question");
        assertThat(
                        answer(
                                        post("%s/listening/%d?back=thread".formatted(home, post))
                                                .param("asks", "yes")
                                                .with(Cast.as(who)))
                                .getRedirectedUrl())
                .isEqualTo("%s/threads/%d".formatted(home, post));
        assertThat(kind(community, "glad")).isEqualTo("question true");
        assertThat(waits(community).starts()).isEqualTo(4);
        assertThat(body(get("%s/listening/thread/%d".formatted(home, post)).with(Cast.as(who))))
                .contains("Counts as a question, as you said.");
        assertThat(
                        body(
                                get(home
                                                + "/health/response/list?which=all&asOf=2026-03-04&window=7")
                                        .with(Cast.as(who))))
                .contains("it asks, by its words or as you said", "its platform or place says so");
        assertThat(body(get(home + "/listening/questions.tsv").with(Cast.as(who))))
                .isEqualTo("q\t" + LOUD_JOY + "\n");
        var training =
                "/api/v1/communities/%s/listening/training?of=questions"
                        .formatted(community.slug());
        assertThat(
                        body(
                                get(training)
                                        .header(
                                                "Authorization",
                                                "Bearer " + cast.token(community, Scope.WRITE))))
                .isEqualTo("q\t" + LOUD_JOY + "\n");
        answer(post("%s/listening/%d/removal".formatted(home, post)).with(Cast.as(who)));
        assertThat(kind(community, "glad")).isEqualTo("message false");
        assertThat(waits(community).starts()).isEqualTo(3);
    }

    @Test
    void theCardSaysHowMuchWasRead() {
        var community = talk();
        var who = cast.join(community, Role.LEAD);
        var health = "/c/%s/health?asOf=2026-03-04&window=7".formatted(community.slug());
        var api =
                "/api/v1/communities/%s/metrics?asOf=2026-03-04&window=7"
                        .formatted(community.slug());
        var token = "Bearer " + cast.token(community, Scope.READ);
        town.in(community, listening::finish);
        assertThat(body(get(health).with(Cast.as(who))))
                .contains("Questions told by their words", "all of 2 posts in chats");
        assertThat(body(get(api).header("Authorization", token)))
                .contains("\"questions\":{\"byWords\":2,\"byMark\":0,\"coverage\":1.0}");
        intaking.take(
                community, List.of(said(CHAT, "new", Kind.MESSAGE, "Ada", "C1", 20, "Is it on?")));
        assertThat(waits(community).recognised()).isEqualTo(new Recognised(2, 1));
    }

    @Test
    void todayGoesByTheSame() {
        var community = town.found();
        intaking.take(
                community,
                List.of(
                        new Found.Origin(CHAT, "Lantern chat", Markup.SLACK),
                        Found.Place.of(CHAT, "C1", "general", Style.CHAT),
                        now("asks", QUIET_QUESTION),
                        now("glad", LOUD_JOY)));
        town.in(community, listening::finish);
        var who = cast.join(community, Role.LEAD);
        assertThat(body(get("/c/%s/today".formatted(community.slug())).with(Cast.as(who))))
                .contains("porch lamp")
                .doesNotContain("How cool is that");
    }

    private static Deed now(String id, String text) {
        return Deed.of(CHAT, id, Kind.MESSAGE, "Ada", Instant.now().minusSeconds(86_400))
                .in("C1")
                .saying(text);
    }
}
