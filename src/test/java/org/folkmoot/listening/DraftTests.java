package org.folkmoot.listening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Drafts by a language model near by that says what it is told to.
@HouseTest
@NullUnmarked
class DraftTests {

    private static final String ANSWER =
            "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Hold it <b>longer</b>.\"}}]}";

    @Autowired MockMvc browser;
    @Autowired Intaking intaking;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired JdbcTemplate db;
    @Autowired PlatformTransactionManager transactions;

    private final List<String> heard = new ArrayList<>();
    private String answer = ANSWER;
    private int code = 200;
    private HttpServer model;

    @BeforeEach
    void aModelNearBy() throws IOException {
        model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        model.createContext("/v1/chat/completions", this::say);
        model.start();
        set("url", "http://127.0.0.1:%d/v1/".formatted(model.getAddress().getPort()));
        set("own", "127.0.0.1");
        set("key", "secret-key");
        set("name", "tiny");
        set("daily", "2");
    }

    @AfterEach
    void noModelForOthers() {
        List.of("url", "own", "key", "name", "daily")
                .forEach(name -> System.clearProperty("folkmoot.model." + name));
        model.stop(0);
    }

    private static void set(String name, String value) {
        System.setProperty("folkmoot.model." + name, value);
    }

    private void say(HttpExchange asked) throws IOException {
        heard.add(
                asked.getRequestHeaders().getFirst("Authorization")
                        + " "
                        + new String(asked.getRequestBody().readAllBytes(), UTF_8));
        var bytes = answer.getBytes(UTF_8);
        asked.sendResponseHeaders(code, bytes.length);
        asked.getResponseBody().write(bytes);
        asked.close();
    }

    private static Deed said(String id, Kind kind, String who, int minute, String text) {
        return Deed.of(
                        ListeningTests.SLACK,
                        id,
                        kind,
                        who,
                        Instant.parse("2026-03-02T09:%02d:00Z".formatted(minute)))
                .in("C1")
                .saying(text);
    }

    private Community talk() {
        var community = town.found();
        intaking.take(
                community,
                List.of(
                        new Found.Origin(ListeningTests.SLACK, "Lantern chat", Markup.SLACK),
                        Found.Place.of(ListeningTests.SLACK, "C1", "general", Style.CHAT),
                        said("a", Kind.MESSAGE, "Ada", 1, "How do I reset the lamp?"),
                        said("b", Kind.REPLY, "Grace", 2, "Hold the button.").under("a"),
                        said("c", Kind.REPLY, "Mallory", 3, "I object to robots.").under("a"),
                        said("d", Kind.REPLY, "Ada", 4, "That did nothing.").under("a")));
        return community;
    }

    private long id(Community community, String external) {
        return within(
                community,
                "select id from activity.activity where external_id = '%s'".formatted(external));
    }

    private long within(Community community, String sql) {
        return town.in(
                community,
                () ->
                        new TransactionTemplate(transactions)
                                .execute(_ -> db.queryForObject(sql, Long.class)));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) {
        try {
            return browser.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private String body(MockHttpServletRequestBuilder request) {
        return new String(answer(request).getContentAsByteArray(), UTF_8);
    }

    private static String seen(String page) {
        var found = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String draft(Community community, String what) {
        return "/c/%s/listening/draft/%d/%s".formatted(community.slug(), id(community, "a"), what);
    }

    @Test
    void whatIsSentIsShownBeforeAndWhatComesIsADraftThatIsKeptNowhere() {
        var community = talk();
        var who = cast.join(community, Role.LEAD);
        var page = draft(community, "summary");
        var before = body(get(page).with(Cast.as(who)));
        assertThat(before)
                .contains("127.0.0.1", "4 posts", "Person 1: How do I reset the lamp?")
                .contains(
                        "Person 2: Hold the button.", "Person 1: That did nothing.", "2 more today")
                .doesNotContain("secret-key", "Grace:");
        assertThat(heard).isEmpty();
        var after = body(post(page).param("seen", seen(before)).with(Cast.as(who)));
        assertThat(after)
                .contains("draft by a language model", "Hold it &lt;b&gt;longer&lt;/b&gt;.")
                .doesNotContain("secret-key");
        assertThat(heard)
                .singleElement()
                .asString()
                .startsWith("Bearer secret-key {")
                .contains("\"model\" : \"tiny\"", "Person 2: Hold the button.");
        assertThat(
                        within(
                                community,
                                "select count(*) from access.trail where action = 'draft asked of a language model' and detail::text like '%\"posts\": 4%' and detail::text not like '%button%'"))
                .isOne();
        assertThat(within(community, "select got from listening.model_use")).isEqualTo(22);
        assertThat(
                        body(
                                get("/c/%s/listening/thread/%d"
                                                .formatted(community.slug(), id(community, "a")))
                                        .with(Cast.as(who))))
                .contains(page, draft(community, "answer"));
    }

    @Test
    void nothingOfWhomeverObjectedIsSentAndNoDraftOfAnAnswerToThem() {
        var community = talk();
        var who = cast.join(community, Role.LEAD);
        restrain(community, "c");
        assertThat(body(get(draft(community, "summary")).with(Cast.as(who))))
                .contains("3 posts", "1 post is left out", "That did nothing")
                .doesNotContain("I object to robots");
        restrain(community, "a");
        assertThat(body(get(draft(community, "summary")).with(Cast.as(who))))
                .contains("1 post,", "Hold the button")
                .doesNotContain("reset the lamp");
        assertThat(answer(get(draft(community, "answer")).with(Cast.as(who))).getStatus())
                .isEqualTo(422);
    }

    private void restrain(Community community, String external) {
        town.in(
                community,
                () -> {
                    new TransactionTemplate(transactions)
                            .executeWithoutResult(_ -> db.update(RESTRAIN, external));
                    return true;
                });
    }

    private static final String RESTRAIN =
            """
            insert into privacy.restraint (community_id, put_on, kind, reason, since, by, at)
            select distinct folkmoot.community(), h.home, 'objection', 'said so', date '2026-03-01', 'Ada', now()
            from activity.activity a join members.report_home h on h.identity_id = a.identity_id
            where a.external_id = ?
            """;

    @Test
    void theLimitOfTheDayHoldsAlsoForWhatFailedAndOthersHaveTheirOwn() {
        var community = talk();
        var who = cast.join(community, Role.LEAD);
        var page = draft(community, "answer");
        var seen = seen(body(get(page).with(Cast.as(who))));
        code = 500;
        var failed = answer(post(page).param("seen", seen).with(Cast.as(who)));
        assertThat(failed.getStatus()).isEqualTo(422);
        code = 200;
        answer = "{\"choices\":[]}";
        assertThat(answer(post(page).param("seen", seen).with(Cast.as(who))).getStatus())
                .isEqualTo(422);
        answer = ANSWER;
        assertThat(answer(post(page).param("seen", seen).with(Cast.as(who))).getStatus())
                .isEqualTo(422);
        assertThat(heard).hasSize(2);
        assertThat(body(get(page).with(Cast.as(who))))
                .contains("as often as it may be today")
                .doesNotContain("Send it");
        var other = talk();
        assertThat(body(get(draft(other, "answer")).with(Cast.as(cast.join(other, Role.LEAD)))))
                .contains("2 more today");
    }

    @Test
    void whatChangedSinceItWasShownIsNotSentAndOnlyWhoMayEditAsks() {
        var community = talk();
        var who = cast.join(community, Role.LEAD);
        var page = draft(community, "summary");
        var seen = seen(body(get(page).with(Cast.as(who))));
        intaking.take(
                community, List.of(said("e", Kind.REPLY, "Zoë", 5, "My number is 12.").under("a")));
        assertThat(answer(post(page).param("seen", seen).with(Cast.as(who))).getStatus())
                .isEqualTo(409);
        assertThat(heard).isEmpty();
        var director = cast.join(community, Role.DIRECTOR);
        assertThat(answer(get(page).with(Cast.as(director))).getStatus()).isEqualTo(403);
        // a host that the operator did not name
        set("own", "");
        assertThat(answer(get(page).with(Cast.as(who))).getStatus()).isEqualTo(404);
        set("url", "https://localhost:1/v1");
        var sent = seen(body(get(page).with(Cast.as(who))));
        assertThat(body(post(page).param("seen", sent).with(Cast.as(who))))
                .contains("nowhere in the public net");
        System.clearProperty("folkmoot.model.url");
        assertThat(answer(get(page).with(Cast.as(who))).getStatus()).isEqualTo(404);
    }

    @Test
    void aLongThreadIsCutAndSaysSo() {
        var posts = new ArrayList<Draft.Post>();
        for (int i = 0; i < 30; i++) {
            posts.add(new Draft.Post(i, "word ".repeat(200), true));
        }
        var draft = Draft.of(1, Draft.What.SUMMARY, posts);
        assertThat(draft.question().length()).isLessThanOrEqualTo(Draft.ROOM);
        assertThat(draft.posts() + draft.without()).isEqualTo(30);
        assertThat(draft.without()).isPositive();
    }
}
