package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Scope;
import org.folkmoot.community.Community;
import org.folkmoot.store.DataFolder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HouseTest
class ImportsApiTests {

    private static final String PEOPLE =
            "Name,E-mail\nAda,ada@example.org\nGrace,grace@example.org\n";

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired DataFolder data;
    @Autowired Imports imports;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aFileInTheBodyIsImported() {
        var community = town.found();
        var token = cast.token(community, Scope.WRITE);
        var answer = post(community, token, "?format=csv&name=people.csv", "text/csv", PEOPLE);
        assertThat(answer.statusCode()).isEqualTo(202);
        var id = json(answer).path("id").asLong();
        var done = whenOver(community, token, id);
        assertThat(done.path("state").asString()).isEqualTo("done");
        assertThat(done.path("name").asString()).isEqualTo("people.csv");
        assertThat(done.path("counts").path("people").asLong()).isEqualTo(2);
        assertThat(done.path("counts").path("read").asLong()).isEqualTo(2);
        assertThat(trail(community)).contains("import planned", "import started", "import done");
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !exists(community));
    }

    @Test
    void theListHasCursorsAndForeignImportsAreNotInIt() {
        var community = town.found();
        var other = town.found();
        for (int i = 0; i < 3; i++) {
            var n = i;
            town.in(
                    community,
                    () -> imports.plan("csv", "file " + n, "/nowhere/" + n, Map.of(), "f", "Ada"));
        }
        var theirs =
                town.in(
                        other,
                        () -> imports.plan("csv", "secret", "/nowhere", Map.of(), "f", "Mallory"));
        var token = cast.token(community, Scope.WRITE);
        var first = json(get(community, token, "?limit=2"));
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(first.path("items").get(0).path("name").asString()).isEqualTo("file 2");
        var second =
                json(get(community, token, "?limit=2&cursor=" + first.path("next").asString()));
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(get(community, token, "/" + theirs.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeImportedIsRefusedInWordsAndNothingIsKept() throws IOException {
        var community = town.found();
        var token = cast.token(community, Scope.WRITE);
        var empty = post(community, token, "?name=x.csv", "text/csv", "");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("is empty");
        var unknown =
                post(
                        community,
                        token,
                        "?name=x.bin",
                        "application/octet-stream",
                        "\u0001\u0002 what");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("no export that we know");
        var zip =
                post(
                        community,
                        token,
                        "?name=x.zip",
                        "application/zip",
                        "PK\u0003\u0004 cut short");
        assertThat(zip.body()).contains("not a readable zip");
        var kind = post(community, token, "?name=x.csv&format=fax", "text/csv", PEOPLE);
        assertThat(kind.body()).contains("There is no import called fax");
        assertThat(
                        post(community, token, "", "application/x-www-form-urlencoded", PEOPLE)
                                .statusCode())
                .isEqualTo(415);
        assertThat(exists(community)).isFalse();
        assertThat(
                        post(community, cast.token(community, Scope.READ), "", "text/csv", PEOPLE)
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aNameIsNeverAPath() {
        assertThat(Uploads.clean("../../etc/passwd")).isEqualTo("passwd");
        assertThat(Uploads.clean("C:\\Users\\ada\\.hidden.zip")).isEqualTo("hidden.zip");
        assertThat(Uploads.clean("..")).isEqualTo("export");
        assertThat(Uploads.clean("a\0b\n;$(rm).csv")).isEqualTo("a_b___(rm).csv");
        assertThat(Uploads.clean("Lantern - Text - general [5000].json"))
                .isEqualTo("Lantern - Text - general [5000].json");
        assertThat(
                        Uploads.clean("山田".repeat(90) + ".mbox.gz")
                                .getBytes(StandardCharsets.UTF_8)
                                .length)
                .isLessThan(255);
        assertThat(Uploads.clean("山田".repeat(90) + ".mbox.gz")).endsWith(".mbox.gz");
    }

    private boolean exists(Community community) throws IOException {
        if (!Files.isDirectory(data.uploads())) {
            return false;
        }
        try (var all = Files.list(data.uploads())) {
            return all.map(Path::getFileName)
                    .anyMatch(f -> f.toString().startsWith(community.id() + "-"));
        }
    }

    private String trail(Community community) {
        return town.in(
                community,
                () ->
                        transaction.execute(
                                _ ->
                                        db
                                                .sql(
                                                        "select action from access.trail where community_id = folkmoot.community()")
                                                .query(String.class)
                                                .list()
                                                .stream()
                                                .collect(Collectors.joining(", "))));
    }

    private JsonNode whenOver(Community community, String token, long id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> json(get(community, token, "/" + id)),
                        one -> !one.path("endedAt").isNull());
    }

    private HttpResponse<String> get(Community community, String token, String path) {
        return send(request(community, token, path).GET());
    }

    private HttpResponse<String> post(
            Community community, String token, String query, String type, String body) {
        return send(
                request(community, token, query)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(Community community, String token, String path) {
        return HttpRequest.newBuilder(
                        URI.create(
                                "http://localhost:%d/api/v1/communities/%s/imports%s"
                                        .formatted(port, community.slug(), path)))
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
