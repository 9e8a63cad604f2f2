package org.folkmoot.sources.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.HookPath;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Eventbrite at the door: it signs nothing, so its address has a key.
@HouseTest
class EventbriteHookTests {

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired HookPath hooks;
    private final HttpClient client = HttpClient.newHttpClient();

    private int knock(String path, String api) throws IOException, InterruptedException {
        var body = "{\"api_url\":\"%s\",\"config\":{\"action\":\"order.placed\"}}".formatted(api);
        return client.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:%d%s".formatted(port, path)))
                                .header("X-Eventbrite-Event", "order.placed")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void onlyWhoKnowsTheKeyIsHeardAndOnlyOfEventbrite() throws Exception {
        var here = town.found();
        var path =
                town.in(
                        here,
                        () ->
                                hooks.of(
                                        harness.joining(new Harness.Hands())
                                                .add(
                                                        "eventbrite",
                                                        "",
                                                        Map.of(
                                                                "base-url",
                                                                "https://eventbrite.invalid/v3"),
                                                        Map.of("token", "s3cret-of-Ada"))));
        var own = "https://eventbrite.invalid/v3/orders/1/";
        assertThat(knock(path, own)).isEqualTo(200);
        assertThat(knock(path, "http://169.254.169.254/v3/orders/1/")).isEqualTo(401);
        assertThat(knock(path + "x", own)).isEqualTo(401);
        assertThat(knock(path.replaceFirst("/[^/]*$", ""), own)).isEqualTo(401);
    }
}
