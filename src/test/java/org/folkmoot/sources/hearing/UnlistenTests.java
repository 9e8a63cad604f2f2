package org.folkmoot.sources.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.community.Community;
import org.folkmoot.sources.Joining;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.leaving.Leaving;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/// A platform that was asked to call is told to call no more, when its connection goes.
@HouseTest
@TestPropertySource(properties = "folkmoot.connectors.allowed-hosts=127.0.0.1")
class UnlistenTests {

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Joining joining;
    @Autowired Arranging arranging;
    @Autowired Leaving leaving;
    @Autowired Sources sources;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvcTester browser;
    private final AtomicReference<String> hook = new AtomicReference<>("");
    private final Vendor vendor = new Vendor(this::answer);

    /// As Telegram does.
    private Vendor.Answer answer(Vendor.Asked asked) {
        return switch (asked.path().replaceFirst("^.*/", "")) {
            case "getWebhookInfo" -> ok(Map.of("url", hook.get(), "pending_update_count", 0));
            case "setWebhook" -> {
                hook.set(asked.json().path("url").asString(""));
                yield ok(true);
            }
            case "deleteWebhook" -> {
                hook.set("");
                yield ok(true);
            }
            default -> Vendor.Answer.of(500, "{\"ok\":false}");
        };
    }

    private static Vendor.Answer ok(Object result) {
        return Vendor.Answer.json(Map.of("ok", true, "result", result));
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    /// Paused, so that the house itself asks nothing meanwhile.
    private Source connect(Community here) {
        var source =
                town.in(
                        here,
                        () -> {
                            var made =
                                    joining.add(
                                            "telegram",
                                            "Bot",
                                            Map.of("base-url", vendor.url()),
                                            Map.of("token", "5:abc"),
                                            false);
                            arranging.arrange(made.id());
                            return made;
                        });
        assertThat(hook.get()).endsWith("/hooks/" + source.id());
        return source;
    }

    private List<String> trail(Community here) {
        return town.in(
                here,
                () ->
                        transaction.execute(
                                _ ->
                                        db.sql(
                                                        "select action from access.trail where community_id = folkmoot.community() and action like 'calls %' order by id")
                                                .query(String.class)
                                                .list()));
    }

    @Test
    void disconnectingEndsIt() {
        var here = town.found();
        var ada = cast.join(here, Role.LEAD);
        var source = connect(here);
        assertThat(
                        browser.post()
                                .uri(
                                        "/c/%s/connections/%d/removal"
                                                .formatted(here.slug(), source.id()))
                                .with(Cast.as(ada))
                                .with(csrf())
                                .exchange())
                .hasStatus(302);
        assertThat(hook.get()).isEmpty();
        assertThat(town.in(here, sources::all)).isEmpty();
        assertThat(trail(here)).containsExactly("calls asked for", "calls ended");
    }

    @Test
    void whatDoesNotWorkIsSaidAndHoldsNothingUp() throws Exception {
        var here = town.found();
        var source = connect(here);
        vendor.instead(
                _ -> Vendor.Answer.of(401, "{\"ok\":false,\"description\":\"Unauthorized\"}"));
        var answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        "http://localhost:%d/api/v1/communities/%s/sources/%d"
                                                                .formatted(
                                                                        port,
                                                                        here.slug(),
                                                                        source.id())))
                                        .header(
                                                "Authorization",
                                                "Bearer " + cast.token(here, Scope.WRITE))
                                        .DELETE()
                                        .build(),
                                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Telegram could not be told to call no more")
                .doesNotContain("5:abc");
        assertThat(town.in(here, sources::all)).isEmpty();
        assertThat(trail(here)).containsExactly("calls asked for", "calls not ended");
    }

    @Test
    void erasingEndsItToo() {
        var here = town.found();
        var source = connect(here);
        assertThat(
                        town.in(
                                here,
                                () -> {
                                    var problem = leaving.begin(source.id(), "Bot");
                                    leaving.finish();
                                    return problem;
                                }))
                .isEmpty();
        assertThat(hook.get()).isEmpty();
        assertThat(town.in(here, sources::all)).isEmpty();
    }

    @Test
    void whoWasNeverAskedIsToldNothing() {
        var here = town.found();
        var source =
                town.in(
                        here,
                        () ->
                                joining.add(
                                        "telegram",
                                        "Bot",
                                        Map.of("base-url", vendor.url()),
                                        Map.of("token", "5:abc"),
                                        false));
        assertThat(town.in(here, () -> arranging.end(source))).isEmpty();
        assertThat(vendor.asked()).isEmpty();
        assertThat(trail(here)).isEmpty();
    }
}
