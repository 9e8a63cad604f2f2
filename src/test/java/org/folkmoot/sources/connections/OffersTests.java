package org.folkmoot.sources.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Scope;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Offering;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What there is to choose from, before anything is connected.
@HouseTest
@TestPropertySource(properties = "folkmoot.connectors.allowed-hosts=127.0.0.1")
class OffersTests {

    private static final String SECRET = "glpat-of-Ada";

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Offers offers;
    @Autowired Sources sources;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    private final Vendor vendor = new Vendor(OffersTests::answer);

    private static Vendor.Answer answer(Vendor.Asked asked) {
        return SECRET.equals(asked.headers().get("private-token"))
                ? Vendor.Answer.json(
                        List.of(Map.of("path_with_namespace", "us/moot", "description", "Ours")))
                : Vendor.Answer.of(401, "{\"message\":\"401 Unauthorized\"}");
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    private HttpResponse<String> ask(Community here, Scope scope, String path, Object body)
            throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://localhost:%d/api/v1/communities/%s/platforms/%s"
                                                        .formatted(port, here.slug(), path)))
                                .header("Authorization", "Bearer " + cast.token(here, scope))
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                JsonMapper.shared().writeValueAsString(body)))
                                .build(),
                        BodyHandlers.ofString());
    }

    private Map<String, Object> given(String secret) {
        return Map.of(
                "settings", Map.of("base-url", vendor.url()), "secrets", Map.of("token", secret));
    }

    private List<Long> secrets(Community here) {
        return town.in(
                here,
                () ->
                        transaction.execute(
                                _ ->
                                        db.sql("select count(*) from sources.secret")
                                                .query(Long.class)
                                                .list()));
    }

    @Test
    void programsChooseBeforeTheyConnectAndNothingIsKept() throws Exception {
        var here = town.found();
        var answer = ask(here, Scope.WRITE, "gitlab/offers/projects", given(SECRET));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(answer.body()).path("items").path(0).toString())
                .isEqualTo("{\"value\":\"us/moot\",\"label\":\"us/moot\",\"about\":\"Ours\"}");
        assertThat(town.in(here, sources::all)).isEmpty();
        assertThat(secrets(here)).containsExactly(0L);
    }

    @Test
    void whyNothingCanBeOfferedIsSaid() throws Exception {
        var here = town.found();
        var wrong = ask(here, Scope.WRITE, "gitlab/offers/projects", given("another"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("GitLab").doesNotContain("another");
        var without = ask(here, Scope.WRITE, "gitlab/offers/projects", Map.of());
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("the secret token");
        assertThat(ask(here, Scope.WRITE, "gitlab/offers/host", given(SECRET)).statusCode())
                .isEqualTo(404);
        assertThat(ask(here, Scope.WRITE, "none/offers/projects", given(SECRET)).statusCode())
                .isIn(404, 422);
        assertThat(ask(here, Scope.READ, "gitlab/offers/projects", given(SECRET)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void theOnlyListNeedsNoName() {
        var here = town.found();
        var settings = Map.of("base-url", vendor.url());
        assertThat(
                        town.in(
                                here,
                                () ->
                                        offers.before(
                                                "gitlab", "", settings, Map.of("token", SECRET))))
                .singleElement()
                .isEqualTo(new Offering.Offer("us/moot", "us/moot", "Ours"));
        assertThatThrownBy(
                        () ->
                                town.in(
                                        here,
                                        () -> offers.before("discourse", "", Map.of(), Map.of())))
                .isInstanceOf(Refusal.NotFound.class);
    }
}
