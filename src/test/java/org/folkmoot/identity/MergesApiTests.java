package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Scope;
import org.folkmoot.community.Community;
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
class MergesApiTests {

    @Autowired Selves selves;
    @Autowired Cast cast;
    @Autowired MockMvcTester programs;
    @Autowired Reuniting reuniting;

    Community here;
    String writes;

    @BeforeEach
    void found() {
        here = selves.found("Ada", "Grace");
        writes = cast.token(here, Scope.WRITE);
    }

    private MvcTestResult ask(HttpMethod method, String token, String path, String json) {
        var request =
                programs.method(method)
                        .uri("/api/v1/communities/" + here.slug() + path)
                        .header("Authorization", "Bearer " + token);
        if (!json.isEmpty()) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(json);
        }
        return request.exchange();
    }

    private String pair(String one, String other) {
        var ids = selves.ids(here);
        return "{\"one\":%d,\"other\":%d}".formatted(ids.get(one), ids.get(other));
    }

    @Test
    void twoAreMergedListedAndUndone() {
        var merged = ask(HttpMethod.POST, writes, "/merges", pair("chat Ada", "forum Ada"));
        assertThat(merged).hasStatus(201).bodyJson().extractingPath("$.batch").isNotNull();
        var log = ask(HttpMethod.GET, writes, "/merges?limit=1", "");
        assertThat(log).bodyJson().extractingPath("$.items[0].what").isEqualTo("merge");
        var batch = log.getResponse();
        var number =
                tools.jackson.databind.json.JsonMapper.shared()
                        .readTree(bytes(batch))
                        .path("items")
                        .path(0)
                        .path("batch")
                        .asLong();
        assertThat(ask(HttpMethod.GET, writes, "/merges/preview?batch=" + number, ""))
                .bodyJson()
                .extractingPath("$.after.length()")
                .isEqualTo(2);
        assertThat(ask(HttpMethod.DELETE, writes, "/merges/" + number, ""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.undone")
                .isEqualTo(1);
        assertThat(ask(HttpMethod.DELETE, writes, "/merges/" + number, ""))
                .hasStatus(422)
                .bodyText()
                .contains("undone already");
    }

    @Test
    void anAccountIsGivenToSomebodyElseAndAllOfAPersonAreParted() {
        var ids = selves.ids(here);
        var ada = ids.get("chat Ada");
        var grace = ids.get("chat Grace");
        var give = "/identities/%d/merge".formatted(ids.get("forum Ada"));
        ask(HttpMethod.POST, writes, "/merges", pair("chat Ada", "forum Ada"));
        assertThat(
                        ask(
                                HttpMethod.GET,
                                writes,
                                "/merges/preview?one=%d&to=%d"
                                        .formatted(ids.get("forum Ada"), grace),
                                ""))
                .bodyJson()
                .extractingPath("$.after.length()")
                .isEqualTo(2);
        assertThat(ask(HttpMethod.PUT, writes, give, "{\"other\":%d}".formatted(grace)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.batch")
                .isNotNull();
        assertThat(selves.member(here, ids.get("forum Ada")))
                .isEqualTo(selves.member(here, grace))
                .isNotEqualTo(selves.member(here, ada));
        assertThat(ask(HttpMethod.PUT, writes, give, "{\"other\":%d}".formatted(grace)))
                .hasStatus(422)
                .bodyText()
                .contains("belongs to that person already");
        var swallowed = selves.member(here, grace);
        assertThat(ask(HttpMethod.GET, writes, "/merges/preview?of=" + swallowed, ""))
                .bodyJson()
                .extractingPath("$.after.length()")
                .isEqualTo(2);
        var all = "/members/%d/merges".formatted(swallowed);
        assertThat(ask(HttpMethod.DELETE, cast.token(here, Scope.READ), all, "")).hasStatus(403);
        assertThat(ask(HttpMethod.DELETE, writes, all, ""))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.batch")
                .isNotNull();
        assertThat(selves.member(here, ids.get("forum Ada")))
                .isNotIn(selves.member(here, grace), selves.member(here, ada));
        assertThat(ask(HttpMethod.DELETE, writes, all, "")).hasStatus(422);
    }

    private static byte[] bytes(org.springframework.mock.web.MockHttpServletResponse answer) {
        return answer.getContentAsByteArray();
    }

    @Test
    void whoMayOnlyReadSeesAndChangesNothing() {
        var reads = cast.token(here, Scope.READ);
        assertThat(ask(HttpMethod.POST, reads, "/merges", pair("chat Ada", "forum Ada")))
                .hasStatus(403);
        assertThat(ask(HttpMethod.GET, reads, "/suggestions", "")).hasStatusOk();
    }

    @Test
    void badInputIsToldInASentence() {
        assertThat(ask(HttpMethod.POST, writes, "/merges", pair("chat Ada", "chat Ada")))
                .hasStatus(422)
                .bodyText()
                .contains("two different accounts");
        assertThat(ask(HttpMethod.POST, writes, "/merges", "{\"one\":1,\"other\":999999999}"))
                .hasStatus(404);
        assertThat(ask(HttpMethod.POST, writes, "/merges", "{\"one\":"))
                .hasStatus(400)
                .bodyText()
                .doesNotContain("Exception");
        assertThat(ask(HttpMethod.GET, writes, "/merges?cursor=x", "")).hasStatus(422);
        assertThat(ask(HttpMethod.GET, writes, "/merges/preview", "")).hasStatus(422);
        assertThat(
                        ask(
                                HttpMethod.POST,
                                writes,
                                "/suggestions",
                                pair("chat Ada", "forum Ada")
                                        .replace("}", ",\"decision\":\"perhaps\"}")))
                .hasStatus(422);
        assertThat(
                        ask(
                                HttpMethod.DELETE,
                                writes,
                                "/identities/%d/merge".formatted(selves.ids(here).get("chat Ada")),
                                ""))
                .hasStatus(422)
                .bodyText()
                .contains("person of its own");
    }

    @Test
    void anAddressInTheEvidenceIsForThoseWhoMaySeeAddresses() {
        assertThat(
                        new Evidence("email", 20, "Same e-mail address ada@example.org")
                                .withoutAddresses()
                                .words())
                .isEqualTo("Same e-mail address (address hidden)");
        assertThat(List.of(new Evidence("name", 3, "Same name").withoutAddresses()))
                .containsExactly(new Evidence("name", 3, "Same name"));
    }
}
