package org.folkmoot.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Scope;
import org.folkmoot.connectors.Formats;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What platforms and exports are called, and what programs learn of those that can be connected.
@HouseTest
class PlatformsTests {

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Platforms platforms;
    @Autowired Formats formats;

    @Test
    void noNameMeansTwo() {
        assertThat(
                        platforms.all().stream()
                                .flatMap(c -> names(c.platform(), c.alsoCalled().stream())))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.equals(name.strip().toLowerCase(Locale.ROOT)));
        assertThat(formats.all().stream().flatMap(f -> names(f.name(), f.alsoCalled().stream())))
                .doesNotHaveDuplicates();
        assertThat(platforms.named("GA4").platform()).isEqualTo("googleanalytics");
        assertThat(formats.named("mbox").name()).isEqualTo("mail");
    }

    private static Stream<String> names(String name, Stream<String> others) {
        return Stream.concat(Stream.of(name), others);
    }

    @Test
    void programsLearnWhatEachWantsToBeTold() throws Exception {
        var community = town.found();
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://localhost:%d/api/v1/communities/%s/platforms"
                                                                .formatted(port, community.slug())))
                                        .header(
                                                "Authorization",
                                                "Bearer " + cast.token(community, Scope.WRITE))
                                        .build(),
                                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        var items = list(JsonMapper.shared().readTree(answer.body()).path("items"));
        assertThat(items).hasSameSizeAs(platforms.all());
        var github =
                items.stream()
                        .filter(i -> i.path("platform").asString().equals("github"))
                        .findFirst()
                        .orElseThrow();
        assertThat(list(github.path("settings")))
                .anyMatch(
                        s ->
                                s.path("name").asString().equals("base-url")
                                        && s.path("fallback")
                                                .asString()
                                                .equals("https://api.github.com"))
                .anyMatch(s -> s.path("name").asString().equals("since"));
        assertThat(list(github.path("secrets")))
                .anyMatch(
                        s ->
                                s.path("name").asString().equals("token")
                                        && s.path("needed").asBoolean()
                                        && !s.path("scopes").isEmpty());
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
