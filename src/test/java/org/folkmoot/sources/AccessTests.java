package org.folkmoot.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Access tokens that run out, from a platform in miniature whose refresh tokens hold but once.
class AccessTests {

    private static final Instant NOW = Instant.parse("2031-03-03T10:00:00Z");

    private final List<String> refreshed = new ArrayList<>();
    private final Vendor vendor = new Vendor(this::answer);
    private final Reach reach = new Reach(AllowedHosts.of("127.0.0.1"), Duration.ofSeconds(10));
    private String good = "";
    private String refresh = "r0";
    private boolean shut;
    private final Access.Purse pocket = new Access.Passing();

    private Vendor.Answer answer(Vendor.Asked asked) {
        if (asked.path().equals("/token")) {
            refreshed.add(asked.body());
            if (shut || !asked.body().contains("refresh_token=" + refresh)) {
                return Vendor.Answer.of(400, "{\"error\":\"invalid_grant\"}");
            }
            good = "a" + refreshed.size();
            refresh = "r" + refreshed.size();
            return Vendor.Answer.json(
                    Map.of("access_token", good, "refresh_token", refresh, "expires_in", 3600));
        }
        return asked.headers().getOrDefault("authorization", "").equals("Bearer " + good)
                ? Vendor.Answer.json(Map.of("ok", true))
                : Vendor.Answer.of(401, "{}");
    }

    @AfterEach
    void close() throws Exception {
        vendor.close();
        reach.close();
    }

    private Line line(Instant now) {
        var connection =
                new Connection(
                        7,
                        Map.of("base-url", vendor.url(), "token-url", vendor.url() + "/token"),
                        Map.of("refresh-token", "r0"));
        Grant grant = (_, refresh, _) -> Grant.refreshed(connection, refresh);
        return new Line(
                connection,
                () -> "Moot",
                reach,
                Clock.fixed(now, ZoneOffset.UTC),
                Map.of(),
                new Access(grant, connection, pocket));
    }

    private void ask(Instant now) {
        assertThat(line(now).ask(Ask.get(URI.create(vendor.url()), "/me")).status()).isEqualTo(200);
    }

    @Test
    void oneTokenServesUntilItRunsOut() {
        ask(NOW);
        ask(NOW.plusSeconds(3000));
        assertThat(refreshed).hasSize(1);
        ask(NOW.plusSeconds(3590));
        assertThat(refreshed).hasSize(2).last().asString().contains("refresh_token=r1");
    }

    @Test
    void oneThatIsRefusedIsReplacedOnce() {
        ask(NOW);
        good = "another";
        ask(NOW.plusSeconds(1));
        assertThat(refreshed).hasSize(2);
        assertThat(pocket.open().orElseThrow().refresh()).isEqualTo("r2");
    }

    @Test
    void withoutAccessOnlyAPersonCanHelp() {
        shut = true;
        assertThatThrownBy(() -> ask(NOW))
                .isInstanceOfSatisfying(
                        Stop.class,
                        stop ->
                                assertThat(stop.came())
                                        .isInstanceOf(Pull.SignInAgain.class)
                                        .asString()
                                        .doesNotContain("r0"));
        assertThat(refreshed).hasSize(1);
    }

    @Test
    void aRequestWithItsOwnNameGetsNoToken() {
        good = "mine";
        line(NOW)
                .ask(Ask.get(URI.create(vendor.url()), "/me").with("Authorization", "Bearer mine"));
        assertThat(refreshed).isEmpty();
    }

    @Test
    void aTokenIsNeverPrinted() {
        ask(NOW);
        assertThat(pocket.open().orElseThrow().toString()).doesNotContain("a1", "r1");
    }
}
