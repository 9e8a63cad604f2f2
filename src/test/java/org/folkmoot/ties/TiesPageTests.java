package org.folkmoot.ties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.ties.Village.after;
import static org.folkmoot.ties.Village.ago;
import static org.folkmoot.ties.Village.naming;
import static org.folkmoot.ties.Village.reply;
import static org.folkmoot.ties.Village.topic;

import java.util.ArrayList;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class TiesPageTests {

    @Autowired Village village;
    @Autowired Suggesting suggesting;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;

    Community here;
    String grace;

    /// Ada, Grace and Zoë know each other; only Zoë knows Linus; محمد and 山田花子 know each other
    /// alone.
    @BeforeEach
    void found() {
        here =
                village.found(
                        "Ada", "Grace", "Zoë", "Linus", "محمد", "山田花子", "mallory@engines.example");
        village.take(
                here,
                topic("t1", "Ada", ago(30)),
                reply("r1", "t1", "Grace", after(ago(30), 5)),
                naming("r2", "t1", "Zoë", after(ago(30), 6), "Grace"),
                topic("t2", "Linus", ago(20)),
                reply("r3", "t2", "Zoë", after(ago(20), 1)),
                topic("t3", "محمد", ago(9)),
                reply("r4", "t3", "山田花子", after(ago(9), 1)),
                reply("r5", "t1", "mallory@engines.example", after(ago(30), 90)));
        village.follow(here);
        grace = cast.join(here, Role.COORDINATOR);
    }

    private MvcTestResult get(String who, String path) {
        return browser.get()
                .uri("/c/%s%s".formatted(here.slug(), path))
                .with(Cast.as(who))
                .exchange();
    }

    @Test
    void whatWasDrawnIsGivenAgainUntilSomethingIsOther() throws Exception {
        var first = Queries.during(() -> get(grace, "/ties/drawing?most=100"));
        var again = Queries.during(() -> get(grace, "/ties?most=100"));
        assertThat(first).anyMatch(sql -> sql.contains("order by weight desc"));
        assertThat(again).noneMatch(sql -> sql.contains("order by weight desc"));

        village.change(
                here,
                "update members.member set name = 'Ada Byron' where community_id = folkmoot.community() and name = 'Ada'");
        assertThat(get(grace, "/ties/drawing?most=100")).bodyText().contains("Ada Byron");

        village.change(
                here,
                "update members.member set role = 'bot' where community_id = folkmoot.community() and name = 'Linus'");
        assertThat(get(grace, "/ties/drawing?most=100")).bodyText().doesNotContain("Linus");

        village.take(here, reply("r9", "t3", "Zoë", after(ago(9), 2)));
        village.follow(here);
        var later = Queries.during(() -> get(grace, "/ties/drawing?most=100"));
        assertThat(later).anyMatch(sql -> sql.contains("order by weight desc"));
    }

    @Test
    void thePageDrawsAndTellsTheSameAsATable() {
        assertThat(get(grace, "/ties"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "The 7 people with the strongest ties",
                        "/ties/drawing?most=500",
                        "The same as a table",
                        "山田花子",
                        "bridge");
        assertThat(get(grace, "/ties?sort=name"))
                .bodyText()
                .contains("aria-sort=\"ascending\"")
                .containsSubsequence(">Ada<", ">Grace<", ">Linus<");
        assertThat(get(grace, "/ties?around=" + village.member(here, "Linus")))
                .bodyText()
                .contains("Linus and 1 person around them.", ">Zoë<")
                .doesNotContain(">Ada<");
        assertThat(get(grace, "/ties?hops=2&around=" + village.member(here, "Linus")))
                .bodyText()
                .contains(">Ada<", ">Grace<");
        assertThat(get(grace, "/ties?around=999999999")).hasStatus(404);
        assertThat(get(grace, "/ties?most=90000")).hasStatus(422);
    }

    @Test
    void theDrawingIsTheSameInNumbers() {
        var json = assertThat(get(grace, "/ties/drawing?most=2000")).hasStatusOk().bodyJson();
        json.extractingPath("$.people.length()").isEqualTo(7);
        json.extractingPath("$.around").isEqualTo(-1);
        json.extractingPath("$.people[0].length()").isEqualTo(9);
        assertThat(get(grace, "/ties/drawing?around=%d".formatted(village.member(here, "محمد"))))
                .bodyJson()
                .extractingPath("$.lines.length()")
                .isEqualTo(1);
    }

    @Test
    void bridgesAndIslandsAreNamed() {
        assertThat(get(grace, "/ties/bridges"))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence(
                        "Bridges", ">Zoë<", "somebody would be cut off", "Groups", "Islands")
                .containsSubsequence("These know each other and nobody else", "محمد");
    }

    @Test
    void aProfilesTabSaysWhomTheyKnowAndWhyWithTheListBehind() {
        var ada = village.member(here, "Ada");
        var zoe = village.member(here, "Zoë");
        var graces = village.member(here, "Grace");
        assertThat(get(grace, "/people/%d?tab=ties".formatted(ada)))
                .bodyText()
                .contains("/ties/of/" + ada);
        assertThat(get(grace, "/ties/of/" + ada))
                .bodyText()
                .contains(
                        "1 reply, 1 thread together", "/ties/between/%d/%d".formatted(ada, graces));
        assertThat(get(grace, "/ties/between/%d/%d".formatted(zoe, graces)))
                .bodyText()
                .contains("1 mention, 1 thread together", "named Grace", "/threads/");
        assertThat(get(grace, "/ties/between/%d/%d?what=reply".formatted(zoe, graces)))
                .bodyText()
                .contains("Nothing of this kind between them.");
        assertThat(get(grace, "/ties/between/%d/%d".formatted(zoe, zoe))).hasStatus(404);
    }

    @Test
    void whoMayNotSeeAddressesSeesNoneAndWhoMayNotReadSeesNothing() {
        var moderator = cast.join(here, Role.MODERATOR);
        var analyst = cast.join(here, Role.ANALYST);
        for (var path :
                new String[] {
                    "/ties",
                    "/ties/drawing",
                    "/ties/bridges",
                    "/ties/of/" + village.member(here, "Ada")
                }) {
            assertThat(get(analyst, path)).hasStatus(403);
            assertThat(get(moderator, path))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("engines.example");
        }
        assertThat(get(grace, "/ties")).bodyText().contains("mallory@engines.example");
        var elsewhere = cast.join(village.found(), Role.LEAD);
        assertThat(get(elsewhere, "/ties")).hasStatus(404);
    }

    @Test
    void anEmptyCommunityIsToldWhatWillBeHere() {
        here = village.found("Ada");
        grace = cast.join(here, Role.LEAD);
        assertThat(get(grace, "/ties"))
                .bodyText()
                .contains("No ties yet", "moment after each import");
        assertThat(get(grace, "/ties/bridges")).hasStatusOk();
        assertThat(get(grace, "/introductions"))
                .bodyText()
                .contains("Nobody to introduce now", "welcomer");
    }

    @Test
    void pagesAskTheSameFewQuestionsHoweverManyPeopleThereAre() throws Exception {
        for (var path : new String[] {"/ties", "/ties/drawing", "/ties/bridges"}) {
            get(grace, path);
            newcomers(path, 1);
            var few = Queries.during(() -> get(grace, path));
            newcomers(path + "/", 40);
            assertThat(Queries.during(() -> get(grace, path))).hasSameSizeAs(few);
        }
    }

    private void newcomers(String name, int many) {
        var more = new ArrayList<Found>();
        for (int n = 0; n < many; n++) {
            more.add(Village.person(name + n));
            more.add(reply("m" + name + n, "t1", name + n, after(ago(29), n)));
        }
        village.take(here, more);
        village.follow(here);
    }

    private MvcTestResult ask(HttpMethod method, String path, String json) {
        var token = cast.token(here, org.folkmoot.access.Scope.WRITE);
        return browser.method(method)
                .uri("/api/v1/communities/" + here.slug() + path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    @Test
    void programsReadTiesByPagesAndTheGraph() {
        var zoe = village.member(here, "Zoë");
        var first =
                assertThat(ask(HttpMethod.GET, "/members/%d/ties?limit=2".formatted(zoe), ""))
                        .hasStatusOk()
                        .bodyJson();
        first.extractingPath("$.items.length()").isEqualTo(2);
        first.extractingPath("$.next").isEqualTo("2");
        assertThat(ask(HttpMethod.GET, "/members/%d/ties?limit=9&cursor=2".formatted(zoe), ""))
                .bodyJson()
                .extractingPath("$.next")
                .isNull();
        assertThat(ask(HttpMethod.GET, "/members/%d/ties?cursor=x".formatted(zoe), ""))
                .hasStatus(422);
        assertThat(ask(HttpMethod.GET, "/members/999999999/ties", "")).hasStatus(404);
        assertThat(ask(HttpMethod.GET, "/ties?most=3", ""))
                .bodyJson()
                .extractingPath("$.people.length()")
                .isEqualTo(3);
        assertThat(ask(HttpMethod.GET, "/ties?hops=7", "")).hasStatus(422);
    }

    @Test
    void programsReadIntroductionsAndBringThemFurther() {
        var all = new ArrayList<Found>();
        for (var who : new String[] {"Linus", "محمد"}) {
            all.add(
                    Village.deed(
                            "k" + who,
                            org.folkmoot.activity.Kind.MESSAGE,
                            who,
                            ago(1),
                            "Our kubernetes operator and its reconciler"));
        }
        village.take(here, all);
        village.follow(here);
        village.in(here, suggesting::run);
        var list = ask(HttpMethod.GET, "/introductions", "");
        assertThat(list).hasStatusOk().bodyJson().extractingPath("$.items.length()").isEqualTo(1);
        var id =
                village.number(
                        here,
                        "select id from ties.introduction where community_id = folkmoot.community()");
        var path = "/introductions/%d/state".formatted(id);
        assertThat(ask(HttpMethod.PUT, path, "{\"state\":\"sent\",\"message\":\"Hello\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.message")
                .isEqualTo("Hello");
        assertThat(ask(HttpMethod.PUT, path, "{\"state\":\"sent\"}")).hasStatus(409);
        assertThat(ask(HttpMethod.PUT, path, "{\"state\":\"accepted\"}")).hasStatus(422);
        assertThat(ask(HttpMethod.PUT, path, "{\"state\":\"odd\"}")).hasStatus(422);
        assertThat(ask(HttpMethod.GET, "/introductions?state=sent", ""))
                .bodyJson()
                .extractingPath("$.items[0].by")
                .isEqualTo("token robot");
    }
}
