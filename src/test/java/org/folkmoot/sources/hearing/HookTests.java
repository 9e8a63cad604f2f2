package org.folkmoot.sources.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Source;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens at the door at which platforms knock.
@HouseTest
class HookTests {

    private static final String SECRET = "swordfish";
    private static final String POST =
            """
            {"post":{"id":7,"topic_id":1,"post_number":2,"user_id":1,"username":"ada","post_type":1,
             "created_at":"2020-01-01T00:00:00Z","cooked":"<p>%s</p>","version":%d,"updated_at":"2020-02-0%dT00:00:00Z"}}
            """;

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Calls calls;
    @Autowired CallWork work;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Harness.Hands hands = new Harness.Hands();

    private Source connect(Community here, Map<String, String> secrets) {
        return town.in(
                here,
                () ->
                        harness.joining(hands)
                                .add(
                                        "discourse",
                                        "",
                                        Map.of("base-url", "https://forum.example.org"),
                                        secrets));
    }

    private Source connect(Community here) {
        return connect(here, Map.of("api-key", "k", "webhook-secret", SECRET));
    }

    private int knock(String path, String event, String delivery, String body, String secret) {
        var signature = Signature.sha256(secret, body.getBytes(StandardCharsets.UTF_8)).hex();
        try {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://localhost:%d%s".formatted(port, path)))
                                    .header("X-Discourse-Event", event)
                                    .header("X-Discourse-Event-Id", delivery)
                                    .header("X-Discourse-Event-Signature", "sha256=" + signature)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> ask(Community here, String sql) {
        return town.in(
                here, () -> transaction.execute(_ -> db.sql(sql).query(String.class).list()));
    }

    private List<String> ledger(Community here) {
        return ask(
                here,
                "select external_id || ' ' || text from activity.activity where community_id = folkmoot.community()");
    }

    @Test
    void aSignedCallIsInTheLedgerSoonAndOnce() {
        var here = town.found();
        var hook = "/hooks/" + connect(here).id();
        assertThat(knock(hook, "post_created", "1", POST.formatted("Like so", 1, 1), SECRET))
                .isEqualTo(200);
        assertThat(knock(hook, "post_created", "1", POST.formatted("Like so", 1, 1), SECRET))
                .isEqualTo(200);
        assertThat(
                        ask(
                                here,
                                "select delivery from sources.call where community_id = folkmoot.community()"))
                .containsExactly("1");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(ledger(here)).containsExactly("t1/2 <p>Like so</p>"));
        assertThat(knock(hook, "post_edited", "2", POST.formatted("Or so", 2, 2), SECRET))
                .isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ledger(here)).containsExactly("t1/2 <p>Or so</p>"));
        assertThat(
                        ask(
                                here,
                                "select state || length(body) || headers::text from sources.call where community_id = folkmoot.community()"))
                .containsOnly("done0{}");
    }

    @Test
    void aPostThatWasDeletedAndRecoveredCounts() {
        var here = town.found();
        var hook = "/hooks/" + connect(here).id();
        var post = POST.formatted("Like so", 1, 1);
        var deleted =
                post.replace("\"version\"", "\"deleted_at\":\"2020-03-01T00:00:00Z\",\"version\"");
        var number = new int[] {0};
        for (var event : List.of("created", "destroyed", "recovered", "destroyed", "recovered")) {
            var body = event.equals("destroyed") ? deleted : post;
            assertThat(knock(hook, "post_" + event, "n" + number[0]++, body, SECRET))
                    .isEqualTo(200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    ask(
                                                            here,
                                                            "select counted::text from activity.activity where community_id = folkmoot.community()"))
                                            .containsExactly(
                                                    event.equals("destroyed") ? "false" : "true"));
        }
    }

    @Test
    void whoCannotProveWhoTheyAreLearnsNothing() {
        var here = town.found();
        var hook = "/hooks/" + connect(here).id();
        assertThat(knock(hook, "post_created", "1", "{}", "guessed")).isEqualTo(401);
        assertThat(knock("/hooks/999999999", "post_created", "1", "{}", SECRET)).isEqualTo(404);
        assertThat(knock("/hooks/x", "post_created", "1", "{}", SECRET)).isEqualTo(404);
        var open = town.found();
        var without = connect(open, Map.of("api-key", "k"));
        assertThat(knock("/hooks/" + without.id(), "post_created", "1", "{}", "x")).isEqualTo(401);
        assertThat(
                        ask(
                                here,
                                "select delivery from sources.call where community_id = folkmoot.community()"))
                .isEmpty();
    }

    @Test
    void aCallThatCannotBeWorkedOnHoldsUpNoOtherAndIsGivenUpInTheEnd() {
        var here = town.found();
        var source = connect(here);
        var hook = "/hooks/" + source.id();
        assertThat(knock(hook, "post_created", "1", "{\"post\":", SECRET)).isEqualTo(200);
        assertThat(knock(hook, "post_created", "2", POST.formatted("Fine", 1, 1), SECRET))
                .isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ledger(here)).containsExactly("t1/2 <p>Fine</p>"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> {
                            town.in(
                                    here,
                                    () -> {
                                        transaction.executeWithoutResult(
                                                _ ->
                                                        db.sql(
                                                                        "update sources.call set next_at = came_at where community_id = folkmoot.community()")
                                                                .update());
                                        return work.some(source.id());
                                    });
                            return !town.in(here, () -> calls.dead(source.id(), 10)).isEmpty();
                        });
        var dead = town.in(here, () -> calls.dead(source.id(), 10));
        assertThat(dead)
                .singleElement()
                .satisfies(one -> assertThat(one.problem()).isEqualTo("It is not valid JSON."));
        assertThat(town.in(here, () -> calls.again(source.id()))).isEqualTo(1);
        assertThat(town.in(here, () -> calls.dead(source.id(), 10))).isEmpty();
    }
}
