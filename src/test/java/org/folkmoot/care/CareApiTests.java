package org.folkmoot.care;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Role;
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
class CareApiTests {

    @Autowired Village village;
    @Autowired Cast cast;
    @Autowired Colleagues colleagues;
    @Autowired MockMvcTester programs;

    Community here;
    String writes;
    long account;
    long ada;

    @BeforeEach
    void found() {
        here = village.found();
        cast.join(here, Role.MANAGER);
        account = village.in(here, () -> colleagues.all().getFirst().account());
        writes = cast.token(here, Scope.WRITE);
        ada = village.member(here, "ada");
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

    @Test
    void aTaskIsMadeListedAndDone() {
        var made =
                ask(
                        HttpMethod.POST,
                        writes,
                        "/tasks",
                        "{\"text\":\"Ask\",\"day\":\"2026-03-31\",\"owner\":%d,\"about\":[%d]}"
                                .formatted(account, ada));
        assertThat(made).hasStatus(201).bodyJson().extractingPath("$.state").isEqualTo("open");
        ask(HttpMethod.POST, writes, "/tasks", "{\"text\":\"Tell\"}");
        var page = ask(HttpMethod.GET, writes, "/tasks?limit=1", "");
        assertThat(page).bodyJson().extractingPath("$.items[0].about[0].name").isEqualTo("Ada");
        assertThat(page).bodyJson().extractingPath("$.next").isNotNull();
        var id =
                village.number(
                        here,
                        "select min(id) from care.task where community_id = folkmoot.community()");
        assertThat(ask(HttpMethod.GET, writes, "/tasks?cursor=" + id, ""))
                .bodyJson()
                .extractingPath("$.items[0].text")
                .isEqualTo("Tell");
        assertThat(ask(HttpMethod.PUT, writes, "/tasks/%d/done".formatted(id), ""))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("done");
        assertThat(ask(HttpMethod.GET, writes, "/tasks?state=ended&member=" + ada, ""))
                .bodyJson()
                .extractingPath("$.items.length()")
                .isEqualTo(1);
        assertThat(ask(HttpMethod.DELETE, writes, "/tasks/%d/done".formatted(id), ""))
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("open");
    }

    @Test
    void anOwnerAndAWatcherAreSetAndTakenAway() {
        var owner = "/members/%d/owner".formatted(ada);
        assertThat(ask(HttpMethod.PUT, writes, owner, "{\"account\":%d}".formatted(account)))
                .bodyJson()
                .extractingPath("$.ownerName")
                .isEqualTo("Grace");
        assertThat(ask(HttpMethod.DELETE, writes, owner, ""))
                .bodyJson()
                .extractingPath("$.owner")
                .isNull();
        var watcher = "/members/%d/watchers/%d".formatted(ada, account);
        assertThat(ask(HttpMethod.PUT, writes, watcher, "")).hasStatusOk();
        assertThat(
                        village.number(
                                here,
                                "select count(*) from care.watch where community_id = folkmoot.community()"))
                .isEqualTo(1);
        assertThat(ask(HttpMethod.DELETE, writes, watcher, "")).hasStatusOk();
        assertThat(ask(HttpMethod.PUT, writes, "/members/%d/watchers/999999".formatted(ada), ""))
                .hasStatus(404);
    }

    @Test
    void badInputIsToldInASentenceAndReadersChangeNothing() {
        assertThat(ask(HttpMethod.POST, writes, "/tasks", "{\"text\":\"\"}")).hasStatus(422);
        assertThat(ask(HttpMethod.POST, writes, "/tasks", "{\"text\":\"a\",\"thread\":99999999}"))
                .hasStatus(422);
        assertThat(ask(HttpMethod.GET, writes, "/tasks?cursor=x", "")).hasStatus(422);
        assertThat(ask(HttpMethod.GET, writes, "/tasks?state=lost", "")).hasStatus(422);
        assertThat(ask(HttpMethod.PUT, writes, "/members/%d/owner".formatted(ada), "{}"))
                .hasStatus(422);
        var reads = cast.token(here, Scope.READ);
        assertThat(ask(HttpMethod.POST, reads, "/tasks", "{\"text\":\"Ask\"}")).hasStatus(403);
        assertThat(ask(HttpMethod.GET, reads, "/members/%d/care".formatted(ada), "")).hasStatusOk();
    }
}
