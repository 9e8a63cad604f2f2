package org.folkmoot.orbit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.Settlement;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Kinds;
import org.folkmoot.community.Community;
import org.folkmoot.members.Asking;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// In March 2026 Ada comes to carry much, Grace a little, Linus goes; Zoë is of the team.
@HouseTest
@NullUnmarked
class OrbitPageTests {

    private static final String MARCH = "?asOf=2026-03-31&window=30";

    @Autowired Settlement settlement;
    @Autowired Cast cast;
    @Autowired Asking asking;
    @Autowired Kinds kinds;
    @Autowired MockMvcTester browser;

    Community here;
    String analyst;

    @BeforeEach
    void found() {
        here = settlement.found("Europe/Berlin", "Ada", "Grace", "Linus", "Zoë", "山田花子");
        settlement.did(here, "Ada", Kind.REACTION, "2026-02-10T10:00:00Z");
        var asked = settlement.did(here, "Grace", Kind.MESSAGE, "2026-02-11T10:00:00Z");
        settlement.did(here, "Linus", Kind.COMMIT, "2025-03-05T10:00:00Z");
        settlement.did(here, "Linus", Kind.REACTION, "2025-04-20T10:00:00Z");
        settlement.did(here, "Zoë", Kind.TALK, "2026-03-02T10:00:00Z");
        settlement.did(here, "Ada", Kind.REPLY, "2026-03-03T10:00:00Z", asked);
        settlement.did(here, "Ada", Kind.REVIEW, "2026-03-20T10:00:00Z");
        settlement.did(here, "Robby", Kind.RELEASE, "2026-03-20T10:00:00Z");
        settlement.change(
                here,
                "update members.member set role_by_hand = 'staff' where id = "
                        + settlement.member(here, "Zoë"));
        analyst = cast.join(here, Role.ANALYST);
    }

    private MvcTestResult get(String who, String path) {
        return browser.get()
                .uri(java.net.URI.create("/c/%s%s".formatted(here.slug(), path)))
                .with(Cast.as(who))
                .exchange();
    }

    private static String where(String condition) {
        return "/people?where="
                + URLEncoder.encode(condition, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void thePageSaysWhoIsHowCloseAndLinksTheListBehindEachNumber() {
        var page = get(analyst, "/orbit" + MARCH);
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "3 members with a level on Mar 31, 2026",
                        "beside Mar 1, 2026",
                        "Contributing 1, Participating 0, Exploring 2 members",
                        where("level is contributing on 2026-03-31 and role is member"),
                        where("moved up in 30 days on 2026-03-31 and role is member"),
                        where(
                                "level is contributing on 2026-03-01 and moved down in 30 days on 2026-03-31 and role is member"),
                        // 49 + 1 + 1 now, 49 (Linus) + 1 + 1 before
                        "commitment 51, 51 before")
                .doesNotContain("Orbit weights");
        assertThat(get(analyst, "/orbit" + MARCH + "&profile=decay"))
                .hasStatusOk()
                .bodyText()
                .contains("Orbit 1", "Gravity")
                .doesNotContain("works it out");
        assertThat(get(analyst, "/orbit/over" + MARCH))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Leading and Contributing have as many members as a year ago: 1",
                        "Mean love");
        assertThat(get(analyst, "/orbit?asOf=2999-01-01")).hasStatus(422);
        assertThat(get(analyst, "/orbit?window=8")).hasStatus(422);
        assertThat(get(analyst, "/orbit?profile=x")).hasStatus(422);
        assertThat(get(analyst, "/orbit" + MARCH + "&where=nonsense")).hasStatus(422);
    }

    @Test
    void aFilterNarrowsEveryNumber() {
        assertThat(get(analyst, "/orbit" + MARCH + "&where=activities%20of%20kind%20review"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "1 member with a level on",
                        "role%20is%20member%20and%20%28activities%20of%20kind%20review%29");
    }

    @Test
    void theListsBehindTheNumbersHoldThesePeople() {
        assertThat(asking.names(here, "level is contributing on 2026-03-31"))
                .containsExactly("Ada");
        assertThat(asking.names(here, "level is contributing-2 on 2026-03-31"))
                .containsExactly("Ada");
        assertThat(asking.names(here, "level is contributing-1 on 2026-03-31")).isEmpty();
        assertThat(asking.names(here, "level at least participating on 2026-03-31"))
                .containsExactly("Ada", "Zoë");
        assertThat(
                        asking.names(
                                here,
                                "level at least participating on 2026-03-31 and role is member"))
                .containsExactly("Ada");
        assertThat(asking.names(here, "level is contributing on 2026-03-01"))
                .containsExactly("Linus");
        assertThat(asking.names(here, "moved up in 30 days on 2026-03-31")).containsExactly("Ada");
        assertThat(asking.names(here, "moved down in 30 days on 2026-03-31"))
                .containsExactly("Linus");
        assertThat(asking.names(here, "moved nowhere in 30 days on 2026-03-31"))
                .containsExactly("Grace");
        assertThat(asking.names(here, "moved up in 30 days on 2026-03-31 of decay"))
                .contains("Ada");
        assertThat(asking.names(here, "love at least 3 on 2026-03-31"))
                .containsExactly("Ada", "Zoë");
        assertThat(asking.names(here, "orbit within 1 on 2026-03-31"))
                .containsExactly("Ada", "Zoë");
        assertThat(asking.names(here, "orbit is 3 on 2026-03-31")).contains("Grace");
        assertThat(get(analyst, where("level is leading on 2026-03-31")))
                .hasStatusOk()
                .bodyText()
                .contains("at the level Leading", "Zoë");
    }

    @Test
    void filesHoldWhatIsShown() {
        assertThat(get(analyst, "/orbit/levels.csv" + MARCH))
                .hasStatusOk()
                .bodyText()
                .isEqualTo(
                        "Level,Members,Share,Change\r\nLeading,0,0.000000,0\r\nContributing,1,0.333333,0\r\nParticipating,0,0.000000,0\r\nExploring,2,0.666667,0\r\n");
        assertThat(get(analyst, "/orbit/moves.csv" + MARCH))
                .bodyText()
                .contains(
                        "From,To Leading,To Contributing,To Participating,To Exploring,To No level")
                .contains("Contributing,0,0,0,1,0\r\n", "Exploring,0,1,0,1,0\r\n");
        assertThat(get(analyst, "/orbit/over.csv" + MARCH))
                .bodyText()
                .contains("2026-03-31,0,1,0,2,51,");
    }

    @Test
    void programsGetTheSame() {
        var api = "/api/v1/communities/" + here.slug();
        var token = "Bearer " + cast.token(here, Scope.READ);
        var json =
                assertThat(
                                browser.get()
                                        .uri(api + "/orbit" + MARCH)
                                        .header("Authorization", token)
                                        .exchange())
                        .hasStatusOk()
                        .bodyJson();
        json.extractingPath("$.members").isEqualTo(3);
        json.extractingPath("$.commitment").isEqualTo(51);
        json.extractingPath("$.gravity").isEqualTo(0.0);
        json.extractingPath("$.moves.up").isEqualTo(1);
        json.extractingPath("$.levels[1].steps[1]").isEqualTo(1);
        var page =
                assertThat(
                                browser.get()
                                        .uri(api + "/orbit/members?asOf=2026-03-31&limit=2")
                                        .header("Authorization", token)
                                        .exchange())
                        .hasStatusOk()
                        .bodyJson();
        page.extractingPath("$.items.length()").isEqualTo(2);
        page.extractingPath("$.items[0].level").isEqualTo("contributing-2");
        page.extractingPath("$.next").isNotNull();
        var ada = settlement.member(here, "Ada");
        var why =
                assertThat(
                                browser.get()
                                        .uri(api + "/members/" + ada + "/orbit?asOf=2026-03-31")
                                        .header("Authorization", token)
                                        .exchange())
                        .hasStatusOk()
                        .bodyJson();
        why.extractingPath("$.reached.weight").isEqualTo(8);
        why.extractingPath("$.reach").isEqualTo(10.0);
        assertThat(
                        browser.get()
                                .uri(api + "/members/999999999/orbit")
                                .header("Authorization", token)
                                .exchange())
                .hasStatus(404);
    }

    @Test
    void aProfileSaysWhyAndWhatTheNextStepNeeds() throws Exception {
        var now = Instant.now().toString();
        settlement.did(here, "山田花子", Kind.COMMIT, now);
        var member = settlement.member(here, "山田花子");
        assertThat(get(analyst, "/people/" + member)).bodyText().contains("/orbit/of/" + member);
        assertThat(get(analyst, "/orbit/of/" + member))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Contributing III",
                        "weight 7",
                        "For Contributing II",
                        "something of weight 8 or more",
                        "Love",
                        "Reach");
        assertThat(get(analyst, "/orbit/of/" + member + "/why"))
                .hasStatusOk()
                .bodyText()
                .contains("Level, month by month", "Whom they met");
        assertThat(get(analyst, "/orbit/of/" + settlement.member(here, "Robby")))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Orbit level");
        assertThat(Queries.during(() -> get(analyst, "/orbit/of/" + member))).hasSizeLessThan(20);
    }

    @Test
    void weightsShowWhoWouldMoveAndCanBeTakenBack() {
        var lead = cast.join(here, Role.LEAD);
        var today = Instant.now().toString();
        settlement.did(here, "Grace", Kind.SHARE, today);
        assertThat(get(analyst, "/orbit/weights")).hasStatus(403);
        assertThat(get(lead, "/orbit/weights"))
                .hasStatusOk()
                .bodyText()
                .contains("See who would move");
        var tried = get(lead, "/orbit/weights?share=10&message=3");
        assertThat(tried)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Share from 3 to 10",
                        "<strong>1</strong> would move up a level",
                        "Grace</bdi></a>: Exploring I to Leading III",
                        "Save these weights")
                .doesNotContain("Message from");
        assertThat(settlement.in(here, kinds::here).of(Kind.SHARE).weight()).isEqualTo(3);
        assertThat(get(lead, "/orbit/weights?share=13")).hasStatus(422);
        assertThat(post(lead, "/orbit/weights?share=10&seen=other")).hasStatus(409);
        assertThat(post(lead, "/orbit/weights?share=10")).hasStatus3xxRedirection();
        assertThat(settlement.in(here, kinds::here).of(Kind.SHARE).weight()).isEqualTo(10);
        assertThat(asking.names(here, "level is leading-3")).containsExactly("Grace");
        assertThat(get(lead, "/orbit/weights")).bodyText().contains("Share: weight 10");
        assertThat(post(lead, "/orbit/weights?back=yes&share=3")).hasStatus3xxRedirection();
        assertThat(asking.names(here, "level is leading-3")).isEmpty();
        assertThat(
                        settlement.number(
                                here,
                                "select count(*) from access.trail where action = 'kind changed'"))
                .isEqualTo(2);
    }

    private MvcTestResult post(String who, String path) {
        return browser.post()
                .uri("/c/%s%s".formatted(here.slug(), path))
                .with(Cast.as(who))
                .exchange();
    }

    @Test
    void anEmptyCommunityIsToldWhatWillBeHere() {
        here = settlement.found("Europe/Berlin");
        analyst = cast.join(here, Role.ANALYST);
        assertThat(get(analyst, "/orbit"))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody has a level yet", "0 members with a level now")
                .doesNotContain("Import an export", "Who moved since");
        assertThat(get(analyst, "/orbit/over")).hasStatusOk();
    }
}
