package org.folkmoot.sources.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.HookPath;
import org.folkmoot.sources.Signature;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// A door of a house, from its post to the ledger.
@HouseTest
class WebhookDoorTests {

    private static final String ROW =
            """
            {"event":"door_opened","badge":"4711","holder":"Ada","door":"Main door","time":"2026-03-01T09:00:00Z"}
            """;

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired HookPath hooks;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private String connect(Community here, Map<String, String> secrets) {
        return town.in(
                here,
                () ->
                        hooks.of(
                                harness.joining(new Harness.Hands())
                                        .add(
                                                "webhook",
                                                "",
                                                Map.of(
                                                        "system",
                                                        "door",
                                                        "kinds",
                                                        "door_opened=attendance"),
                                                secrets)));
    }

    private int post(String path, String body, String... headers) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port, path)))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }

    private List<String> ask(Community here, String sql) {
        return town.in(
                here, () -> transaction.execute(_ -> db.sql(sql).query(String.class).list()));
    }

    @Test
    void whoHasTheKeyIsHeardOnceAndWhatCannotBeUsedIsKept() throws Exception {
        var here = town.found();
        var path = connect(here, Map.of());
        assertThat(path).matches("/hooks/\\d+/[\\w-]{32}");
        assertThat(post(path.replaceFirst("/[\\w-]+$", ""), ROW)).isEqualTo(401);
        assertThat(post(path + "x", ROW)).isEqualTo(401);
        var rows = "[%s, %s, {\"event\":\"zzz\",\"id\":1}]".formatted(ROW, ROW);
        assertThat(post(path, rows)).isEqualTo(200);
        assertThat(post(path, rows)).isEqualTo(200);
        assertThat(post(path, ROW)).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(
                                                ask(
                                                        here,
                                                        "select state from sources.call where community_id = folkmoot.community()"))
                                        .containsExactly("done", "done"));
        assertThat(
                        ask(
                                here,
                                "select kind || ' ' || at::date from activity.activity where community_id = folkmoot.community()"))
                .containsExactly("attendance 2026-03-01");
        assertThat(
                        ask(
                                here,
                                "select reason from sources.refused_row where community_id = folkmoot.community()"))
                .singleElement()
                .asString()
                .contains("zzz=attendance");
    }

    @Test
    void whoAlsoAgreedOnASecretMustSign() throws Exception {
        var here = town.found();
        var path = connect(here, Map.of("signing-secret", "swordfish"));
        assertThat(post(path, ROW)).isEqualTo(401);
        var at = Long.toString(java.time.Instant.now().getEpochSecond());
        var signature =
                "v1,"
                        + Signature.sha256("swordfish", Signature.bytes("m1." + at + "." + ROW))
                                .base64();
        assertThat(
                        post(
                                path,
                                ROW,
                                "webhook-id",
                                "m1",
                                "webhook-timestamp",
                                at,
                                "webhook-signature",
                                signature))
                .isEqualTo(200);
    }
}
