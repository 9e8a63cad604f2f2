package org.folkmoot.thanks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.thanks.Village.CHAT;
import static org.folkmoot.thanks.Village.FORUM;
import static org.folkmoot.thanks.Village.ago;
import static org.folkmoot.thanks.Village.answered;
import static org.folkmoot.thanks.Village.deed;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.identity.Merging;
import org.folkmoot.members.Asking;
import org.folkmoot.members.PersonalData;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class WallTests {

    @Autowired Village village;
    @Autowired Cast cast;
    @Autowired Merging merging;
    @Autowired ThanksData data;
    @Autowired Asking asking;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    Community here;
    String grace;

    @BeforeEach
    void found() {
        here = village.found();
        village.take(here, answered("q1", "zoe", "a1", "grace", ago(5)));
        grace = cast.join(here, Role.LEAD);
    }

    private MvcTestResult get(String path) {
        return get(grace, path);
    }

    private MvcTestResult get(String who, String path) {
        return browser.get().uri("/c/" + here.slug() + path).with(Cast.as(who)).exchange();
    }

    private MvcTestResult post(String path, Object... params) {
        return postAs(grace, path, params);
    }

    private MvcTestResult postAs(String who, String path, Object... params) {
        var request = browser.post().uri("/c/" + here.slug() + path).with(Cast.as(who));
        for (int i = 0; i < params.length; i += 2) {
            request = request.param((String) params[i], params[i + 1].toString());
        }
        return request.exchange();
    }

    private String moment(String source, String who, String kind, int nth) {
        return village.within(
                here,
                () ->
                        db.sql(
                                        """
                                        select m.kind || '-' || m.nth || '-' || m.identity_id || '-' || m.activity_id
                                        from thanks.moment m join members.identity i on i.id = m.identity_id
                                        where i.source = :s and i.external_id = :w and m.kind = :k and m.nth = :n
                                            and m.community_id = folkmoot.community()
                                        """)
                                .param("s", source)
                                .param("w", who)
                                .param("k", kind)
                                .param("n", nth)
                                .query(String.class)
                                .single());
    }

    private long batch() {
        return village.within(
                here,
                () ->
                        db.sql(
                                        "select max(batch) from thanks.thank where community_id = folkmoot.community()")
                                .query(Long.class)
                                .single());
    }

    @Test
    void theBestMomentComesFirstWithItsReasonAndItsThread() {
        var page = get("/thanks");
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("First answer", "grace.h", "About a1", "/threads/");
        var text = body(page);
        assertThat(text.indexOf("First answer<")).isLessThan(text.indexOf("First post<"));
        // her first post is her first answer: it is said once
        assertThat(text.split(">First post<", -1)).hasSize(2);
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thankedItLeavesTheWallAndTakenBackItReturns() {
        var key = moment(FORUM, "grace", "first_answer", 1);
        assertThat(get("/thanks/moments/" + key))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "that was your first answer at " + here.name(),
                        "/p/" + here.slug() + "/thanks/");
        assertThat(
                        post(
                                "/thanks",
                                "moment",
                                key,
                                "do",
                                "thank",
                                "way",
                                "mail",
                                "note",
                                "With <b>joy</b>"))
                .hasRedirectedUrl("/c/" + here.slug() + "/thanks");
        assertThat(get("/thanks")).bodyText().doesNotContain("First answer<");
        assertThat(get("/thanks?show=thanked"))
                .bodyText()
                .contains("First answer", "by mail", "With &lt;b&gt;joy&lt;/b&gt;", "Grace");
        var member = village.member(here, FORUM, "grace");
        assertThat(get("/thanks/of/" + member)).bodyText().contains("Thanked for the first answer");
        post("/thanks/undoing?batch=" + batch());
        assertThat(get("/thanks")).bodyText().contains("First answer");
        assertThat(get("/thanks/of/" + member)).bodyText().contains("Not thanked for anything yet");
        var done =
                village.within(
                        here,
                        () ->
                                db.sql(
                                                "select action from access.trail where community_id = folkmoot.community() order by id")
                                        .query(String.class)
                                        .list());
        assertThat(done).containsSubsequence("member thanked", "thanks taken back");
    }

    @Test
    void ofTwoWhoThankTheSameTheSecondIsToldKindly() {
        var key = moment(FORUM, "grace", "first_answer", 1);
        post("/thanks", "moment", key, "do", "thank");
        post("/thanks", "moment", key, "do", "thank");
        var many =
                "select count(*) from thanks.thank where community_id = folkmoot.community() and taken_back_at is null";
        assertThat(village.within(here, () -> db.sql(many).query(Long.class).single())).isOne();
    }

    @Test
    void severalAreSkippedAtOnceAndBroughtBackAtOnce() {
        var one = moment(FORUM, "grace", "first_answer", 1);
        var other = moment(FORUM, "zoe", "first_post", 1);
        post("/thanks", "moment", one, "moment", other, "do", "skip");
        assertThat(get("/thanks")).bodyText().contains("Nobody to thank at the moment");
        assertThat(get("/thanks?show=skipped")).bodyText().contains("First answer", "First post");
        post("/thanks/undoing?batch=" + batch());
        assertThat(get("/thanks")).bodyText().contains("First answer", "First post");
        assertThat(post("/thanks", "do", "skip"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose 1 to 200 moments");
    }

    @Test
    void staffBotsAndWhoWantsNoThanksAreNeverThere() {
        village.take(
                here,
                deed(FORUM, "m1", Kind.MESSAGE, "robot", ago(3)),
                deed(FORUM, "m2", Kind.MESSAGE, "mallory", ago(3)));
        assertThat(get("/thanks")).bodyText().contains("&lt;b&gt;Mallory").doesNotContain("Robby");
        var mallory = village.member(here, FORUM, "mallory");
        assertThat(post("/people/%d/role".formatted(mallory), "role", "staff"))
                .hasStatus3xxRedirection();
        assertThat(get("/thanks")).bodyText().doesNotContain("Mallory");
        var member = village.member(here, FORUM, "grace");
        post("/thanks/of/%d/wish".formatted(member), "do", "none");
        assertThat(get("/thanks")).bodyText().doesNotContain("First answer<");
        assertThat(get("/thanks/of/" + member)).bodyText().contains("neither thanks nor gifts");
        post("/thanks/of/%d/wish?do=gladly".formatted(member));
        assertThat(get("/thanks")).bodyText().contains("First answer");
    }

    @Test
    void whoObjectsIsNeverThereAndGetsNoGift() {
        assertThat(get("/thanks")).bodyText().contains("grace.h", "First answer");
        var who = village.member(here, FORUM, "grace");
        assertThat(
                        post(
                                "/privacy/people/%d/restraints".formatted(who),
                                "kind",
                                "restriction",
                                "reason",
                                "While it is cleared up"))
                .hasStatus(302);
        assertThat(get("/thanks")).bodyText().doesNotContain("grace.h");
        assertThat(get("/thanks/of/" + who)).bodyText().doesNotContain("Give a gift");
        post("/gifts/catalogue", "name", "Mug", "stock", "3");
        assertThat(
                        post(
                                "/gifts",
                                "member",
                                who,
                                "what",
                                village.within(
                                        here,
                                        () ->
                                                db.sql("select max(id) from thanks.gift_kind")
                                                        .query(Long.class)
                                                        .single()),
                                "why",
                                "Thanks"))
                .bodyText()
                .contains("They objected to the use of their data");
    }

    @Test
    void ofTwoWhoAreJoinedTheCarefulOneIsHeardAndPartedEachHasTheirOwn() {
        village.take(here, answered("q2", "zoe", "a2", "hanako", ago(4)));
        var key = moment(FORUM, "hanako", "first_answer", 1);
        post("/thanks", "moment", key, "do", "thank");
        var one = village.member(here, FORUM, "grace");
        var other = village.member(here, FORUM, "hanako");
        post("/thanks/of/%d/wish".formatted(one), "do", "none");
        var batch =
                village.in(
                                here,
                                () ->
                                        merging.join(
                                                List.of(
                                                        village.identity(here, FORUM, "grace"),
                                                        village.identity(here, FORUM, "hanako")),
                                                List.of()))
                        .batch();
        assertThat(get("/thanks/of/" + Math.min(one, other)))
                .bodyText()
                .contains("neither thanks nor gifts", "Thanked for the first answer");
        assertThat(get("/thanks")).bodyText().doesNotContain("First answer<");
        village.in(here, () -> merging.undoBatch(batch));
        assertThat(get("/thanks/of/" + one))
                .bodyText()
                .contains("neither thanks")
                .doesNotContain("Thanked for");
        assertThat(get("/thanks/of/" + other))
                .bodyText()
                .contains("Thanked for")
                .doesNotContain("neither thanks");
    }

    @Test
    void whoWasThankedOnOneAccountIsNotThankedAgainOnAnother() {
        village.take(here, answered("q2", "zoe", "a2", "hanako", ago(4)));
        post("/thanks", "moment", moment(FORUM, "hanako", "first_answer", 1), "do", "thank");
        assertThat(get("/thanks")).bodyText().contains("First answer");
        village.in(
                here,
                () ->
                        merging.join(
                                List.of(
                                        village.identity(here, FORUM, "grace"),
                                        village.identity(here, FORUM, "hanako")),
                                List.of()));
        assertThat(get("/thanks")).bodyText().doesNotContain("First answer<");
    }

    @Test
    void aTeamChoosesWhatComesOntoTheWall() {
        var some = new ArrayList<Found>();
        for (int n = 0; n < 50; n++) {
            some.add(deed(CHAT, "c" + n, Kind.MESSAGE, "ada", ago(10).plus(Duration.ofMinutes(n))));
        }
        village.take(here, some);
        assertThat(get("/thanks")).bodyText().doesNotContain("50th post");
        post("/thanks/settings", "first_answer", "yes", "posts", "yes", "least-posts", "50");
        assertThat(get("/thanks"))
                .bodyText()
                .contains("50th post", "First answer")
                .doesNotContain("10th post", "First post<");
        assertThat(post("/thanks/settings", "posts", "yes", "least-posts", "-3"))
                .hasStatus(422)
                .bodyText()
                .contains("write a number from 1 to 10,000");
    }

    @Test
    void theWallIsFilteredAndPaged() {
        var some = new ArrayList<Found>();
        for (int n = 0; n < 60; n++) {
            some.add(
                    deed(
                            FORUM,
                            "n" + n,
                            Kind.MESSAGE,
                            "new" + n,
                            ago(8).plus(Duration.ofMinutes(n))));
        }
        some.add(deed(CHAT, "c1", Kind.MESSAGE, "ada", ago(2)));
        village.take(here, some);
        assertThat(get("/thanks?kind=first_answer"))
                .bodyText()
                .contains("First answer")
                .doesNotContain("First post<");
        assertThat(get("/thanks?platform=slack"))
                .bodyText()
                .contains("Ada Lovelace")
                .doesNotContain("First answer<");
        assertThat(get("/thanks?days=nonsense")).hasStatusOk();
        var first = body(get("/thanks?kind=first_post"));
        var next =
                first.replaceAll("(?s).*rel=\"next\" href=\"/c/[^/]*([^\"]*)\".*", "$1")
                        .replace("&amp;", "&");
        var second = body(get(URLDecoder.decode(next, StandardCharsets.UTF_8)));
        assertThat(first.split("class=\"row-link\"", -1)).hasSize(51);
        assertThat(second.split("class=\"row-link\"", -1)).hasSize(14);
        assertThat(get("/thanks?cursor=none")).hasStatus(422);
        assertThat(get("/thanks?kind=none")).hasStatus(422);
        assertThat(get("/thanks/moments/none")).hasStatus(422);
        assertThat(get("/thanks/moments/first_answer-1-1-1")).hasStatus(404);
    }

    @Test
    void noPageAsksMoreOftenBecauseThereIsMore() throws Exception {
        var member = village.member(here, FORUM, "grace");
        var paths =
                List.of("/thanks", "/thanks/today", "/thanks/of/" + member, "/thanks?show=thanked");
        get("/thanks");
        var few = new ArrayList<Integer>();
        for (var path : paths) {
            few.add(Queries.during(() -> get(path)).size());
        }
        var some = new ArrayList<Found>();
        for (int n = 0; n < 30; n++) {
            some.addAll(
                    answered(
                            "x" + n,
                            "new" + n,
                            "y" + n,
                            "helper" + n,
                            ago(9).plus(Duration.ofHours(n))));
        }
        village.take(here, some);
        post(
                "/thanks",
                "moment",
                moment(FORUM, "grace", "first_answer", 1),
                "moment",
                moment(FORUM, "helper3", "first_answer", 1),
                "do",
                "thank");
        for (int i = 0; i < paths.size(); i++) {
            var path = paths.get(i);
            assertThat(Queries.during(() -> get(path)).size())
                    .as(path)
                    .isLessThanOrEqualTo(few.get(i) + 2);
        }
        assertThat(Queries.during(() -> get("/thanks/today")).size()).isLessThan(12);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleSeesAndDoesWhatItMay(Role role) {
        var who = cast.join(here, role);
        var edits =
                List.of(Role.LEAD, Role.MANAGER, Role.COORDINATOR, Role.MODERATOR).contains(role);
        var key = moment(FORUM, "grace", "first_answer", 1);
        var wall = assertThat(get(who, "/thanks")).hasStatusOk().bodyText();
        if (!edits) {
            wall.doesNotContain("Skip them", "type=\"checkbox\"");
        }
        assertThat(get(who, "/thanks/moments/" + key)).hasStatusOk();
        var member = village.member(here, FORUM, "grace");
        assertThat(postAs(who, "/thanks", "moment", key, "do", "skip"))
                .hasStatus(edits ? 302 : 403);
        assertThat(postAs(who, "/thanks/of/%d/wish".formatted(member), "do", "none"))
                .hasStatus(edits ? 302 : 403);
        assertThat(postAs(who, "/thanks/undoing?batch=1")).hasStatus(edits ? 302 : 403);
    }

    @Test
    void byTheLinkOfALetterSomebodySaysThatTheyWouldRatherNotBeThanked() throws Exception {
        var member = village.member(here, FORUM, "grace");
        var link =
                village.in(
                        here,
                        () -> {
                            var path =
                                    get(
                                            "/thanks/moments/"
                                                    + moment(FORUM, "grace", "first_answer", 1));
                            return body(path)
                                    .replaceAll("(?s).*value=\"http[^\"]*(/p/[^\"]*)\".*", "$1");
                        });
        assertThat(browser.get().uri(link).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Would you rather not be thanked?");
        assertThat(browser.get().uri(link).header("Accept-Language", "de").exchange())
                .bodyText()
                .contains("Möchten Sie lieber keinen Dank?");
        assertThat(get("/thanks")).bodyText().contains("First answer");
        assertThat(browser.post().uri(link).param("wish", "none").with(csrf()).exchange())
                .bodyText()
                .contains("You will not be thanked");
        assertThat(get("/thanks")).bodyText().doesNotContain("First answer<");
        assertThat(get("/thanks/of/" + member)).bodyText().contains("Said by themselves");
        assertThat(browser.post().uri(link).param("wish", "gladly").with(csrf()).exchange())
                .bodyText()
                .contains("Would you rather not be thanked?");
        assertThat(get("/thanks")).bodyText().contains("First answer");
        assertThat(browser.get().uri(link + "x").exchange()).hasStatus(404);
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor csrf() {
        return org.springframework.security.test.web.servlet.request
                .SecurityMockMvcRequestPostProcessors.csrf();
    }

    @Test
    void allThatIsKeptIsToldAndForgotten() {
        var key = moment(FORUM, "grace", "first_answer", 1);
        post("/thanks", "moment", key, "do", "thank", "note", "a secret of hers");
        var member = village.member(here, FORUM, "grace");
        var subject =
                new PersonalData.Subject(
                        member, Set.of(member), Set.of(village.identity(here, FORUM, "grace")));
        assertThat(village.within(here, () -> data.tell(subject)))
                .extracting(PersonalData.Part::key)
                .containsExactly("thanks", "moments", "momentDays");
        assertThat(village.within(here, () -> data.tell(subject)).toString())
                .contains("a secret of hers", "first_answer");
        village.within(
                here,
                () -> {
                    data.forget(subject);
                    return 0;
                });
        assertThat(village.within(here, () -> data.tell(subject)).toString())
                .doesNotContain("a secret of hers")
                .contains("noThanks");
        village.follow(here);
        assertThat(get("/thanks")).bodyText().doesNotContain("First answer<");
    }

    @Test
    void programsListThankAndTakeBack() {
        var writes = cast.token(here, Scope.WRITE);
        var moments = ask(HttpMethod.GET, writes, "/moments?limit=1", "");
        assertThat(moments)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[0].kind")
                .isEqualTo("first_answer");
        assertThat(moments).bodyJson().extractingPath("$.next").isNotNull();
        var key = moment(FORUM, "grace", "first_answer", 1);
        var json = "{\"moments\":[\"%s\"],\"way\":\"mail\"}".formatted(key);
        assertThat(ask(HttpMethod.POST, cast.token(here, Scope.READ), "/thanks", json))
                .hasStatus(403);
        assertThat(ask(HttpMethod.POST, writes, "/thanks", json))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.done")
                .isEqualTo(1);
        assertThat(ask(HttpMethod.GET, writes, "/thanks", ""))
                .bodyJson()
                .extractingPath("$.items[0].way")
                .isEqualTo("mail");
        assertThat(ask(HttpMethod.DELETE, writes, "/thanks/" + batch(), ""))
                .bodyJson()
                .extractingPath("$.undone")
                .isEqualTo(1);
        assertThat(ask(HttpMethod.POST, writes, "/thanks", "{}")).hasStatus(422);
        assertThat(ask(HttpMethod.GET, writes, "/moments?limit=0", "")).hasStatus(422);
    }

    @Test
    void peopleAreFilteredByThanks() {
        post("/thanks", "moment", moment(FORUM, "grace", "first_answer", 1), "do", "thank");
        post("/thanks/of/%d/wish".formatted(village.member(here, FORUM, "zoe")), "do", "none");
        assertThat(asking.names(here, "thanked")).containsExactly("grace.h");
        assertThat(asking.names(here, "thanked for first_answer in 2 days"))
                .containsExactly("grace.h");
        assertThat(asking.names(here, "thanked for first_review")).isEmpty();
        assertThat(asking.names(here, "no-thanks")).containsExactly("Zoë Quill");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first_answer", "first_answer-x-1-2", "nothing-1-2-3", "--'\u0000-1-2"})
    void aDamagedMomentIsToldInASentence(String key) {
        assertThat(post("/thanks", "moment", key, "do", "thank")).hasStatus(422);
    }

    private MvcTestResult ask(HttpMethod method, String token, String path, String json) {
        var request =
                browser.method(method)
                        .uri("/api/v1/communities/" + here.slug() + path)
                        .header("Authorization", "Bearer " + token);
        if (!json.isEmpty()) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(json);
        }
        return request.exchange();
    }
}
