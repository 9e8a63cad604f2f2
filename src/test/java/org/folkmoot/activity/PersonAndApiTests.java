package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HouseTest
class PersonAndApiTests {

    @SuppressWarnings("TimeInStaticInitializer") // the same for all tests of this class
    private static final Instant START = Instant.now().minus(Duration.ofDays(3));

    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired MockMvc mvc;
    @Autowired Intaking intaking;
    @Autowired Reader reader;
    @Autowired Glimpses glimpses;

    private Community lantern() {
        var community = town.found();
        intaking.take(
                community,
                new Square(START)
                        .chat("m1", "U1", 0, "How do I rotate keys?")
                        .reply("m2", "m1", "U2", 5, "Like this")
                        .mention("m3", "m1", "U1", 6, "Thanks <@U2>", "U2")
                        .reply("m4", "m3", "UBOT", 7, "You are welcome")
                        .chat("m5", "U2", 8, "To be deleted")
                        .with(
                                new Found.Mark(
                                        Square.SLACK,
                                        "m5",
                                        Found.Mark.What.DELETED,
                                        "U2",
                                        START.plusSeconds(999)))
                        .all());
        return community;
    }

    private long member(Community community, String external) {
        return reader.number(
                community,
                "select member_id from members.report_identity where community_id = folkmoot.community() and external_id = '%s'"
                        .formatted(external));
    }

    @Test
    void aProfileTellsWhatSomebodyDidAndWhen() throws Exception {
        var community = lantern();
        var who = reader.member(community, Role.COORDINATOR);
        var ada = member(community, "U1");
        assertThat(reader.page(community, who, "/activity/of/" + ada))
                .contains("How do I rotate keys?", "Thanks @Grace")
                .doesNotContain("Like this");
        assertThat(reader.page(community, who, "/activity/days/" + ada))
                .contains("2 activities on 1 day in the last year");
    }

    @Test
    void whoWasHereLongAgoShowsTheYearUpToTheirLastDay() throws Exception {
        var community = town.found();
        var square =
                new Square(Instant.parse("2016-07-16T09:00:00Z"))
                        .chat("old", "U1", 0, "Hello <@U2>, have you seen <https://example.org/lan")
                        .reply("re", "old", "U2", 5, "Yes.");
        intaking.take(community, square.all());
        var who = reader.member(community, Role.COORDINATOR);
        var ada =
                reader.number(
                        community,
                        "select member_id from members.identity where community_id = folkmoot.community() and external_id = 'U1'");
        assertThat(reader.page(community, who, "/activity/days/" + ada))
                .contains("1 activity on 1 day in the year to July 16, 2016");
        assertThat(reader.page(community, who, "/activity"))
                .contains("Hello @Grace, have you seen")
                .doesNotContain("example.org/lan</a>");
    }

    @Test
    void whoIsCalledByAnIdIsCalledByName() throws Exception {
        var community = town.found();
        intaking.take(
                community,
                new Square(START)
                        .chat("m1", "U1", 0, "<@U2> how do I rotate keys?")
                        .with(
                                new Square(START)
                                        .deed(
                                                Square.SLACK,
                                                "r1",
                                                Kind.REACTION,
                                                "U2",
                                                1,
                                                "raised_hands")
                                        .under("m1"))
                        .all());
        var who = reader.member(community, Role.COORDINATOR);
        var thread =
                reader.number(
                        community,
                        "select id from activity.activity where community_id = folkmoot.community() and external_id = 'm1'");
        assertThat(reader.page(community, who, "/threads/" + thread))
                .contains("@Grace how do I rotate keys?")
                .doesNotContain("@U2");
        assertThat(reader.page(community, who, "/today"))
                .contains("@Grace how do I rotate keys?")
                .doesNotContain("@U2");
        assertThat(reader.page(community, who, "/activity"))
                .contains("reacted raised_hands", "@Grace how do I rotate keys?")
                .doesNotContain("@U2");
        assertThat(town.in(community, () -> glimpses.of(List.of(thread))).values())
                .extracting(glimpse -> glimpse.line(14))
                .containsExactly("@Grace how do…");
    }

    @Test
    void somebodyOfAnotherCommunityIsNotHere() throws Exception {
        var community = lantern();
        var other = town.found();
        var stranger = reader.member(other, Role.LEAD);
        for (var part : List.of("of", "days", "with")) {
            var answer =
                    reader.open(
                            other, stranger, "/activity/" + part + "/" + member(community, "U1"));
            assertThat(answer.getResponse().getStatus()).as(part).isEqualTo(404);
        }
    }

    @Test
    void programsReadTheLedgerPageByPage() throws Exception {
        var community = lantern();
        var token = cast.token(community, Scope.READ);
        var ids = new java.util.ArrayList<String>();
        var next = "";
        do {
            var page =
                    api(community, token, "?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
            page.get("items").forEach(item -> ids.add(item.get("externalId").asString()));
            next = page.get("next").isNull() ? "" : page.get("next").asString();
        } while (!next.isEmpty());
        assertThat(ids).containsExactly("m5", "m4", "m3", "m2", "m1");
        var first = api(community, token, "").get("items").get(0);
        assertThat(first.get("deleted").isNull()).isFalse();
        assertThat(first.get("text").isNull()).isTrue();
        var found = api(community, token, "?q=rotating&kind=question&platform=slack").get("items");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("member").get("name").asString()).isEqualTo("Ada");
        assertThat(found.get(0).get("text").asString()).isEqualTo("How do I rotate keys?");
        assertThat(api(community, token, "?since=" + START.plusSeconds(330)).get("items"))
                .hasSize(3);
    }

    @Test
    void programsLearnHowManyACountedReactionStandsFor() throws Exception {
        var community = lantern();
        intaking.take(
                community,
                new Square(START)
                        .with(
                                Deed.of(Square.SLACK, "some", Kind.REACTION, null, START)
                                        .under("m1")
                                        .saying("tada")
                                        .fact("count", "12"))
                        .all());
        var token = cast.token(community, Scope.READ);
        var reaction = api(community, token, "?kind=reaction").get("items").get(0);
        assertThat(reaction.get("count").asLong()).isEqualTo(12);
        assertThat(reaction.get("member").isNull()).isTrue();
        var question = api(community, token, "?kind=question").get("items").get(0);
        assertThat(question.get("count").asLong()).isOne();
    }

    @Test
    void programsWithoutAGoodTokenLearnNothing() throws Exception {
        var answer =
                mvc.perform(
                                get("/api/v1/communities/" + lantern().slug() + "/activities")
                                        .header("Authorization", "Bearer nonsense"))
                        .andReturn();
        assertThat(answer.getResponse().getStatus()).isEqualTo(401);
    }

    private JsonNode api(Community community, String token, String query) throws Exception {
        var answer =
                mvc.perform(
                                get(java.net.URI.create(
                                                "/api/v1/communities/"
                                                        + community.slug()
                                                        + "/activities"
                                                        + query))
                                        .header("Authorization", "Bearer " + token))
                        .andReturn();
        assertThat(answer.getResponse().getStatus()).as(query).isEqualTo(200);
        return JsonMapper.shared().readTree(Reader.body(answer));
    }
}
