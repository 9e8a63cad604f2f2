package org.folkmoot.sources.reddit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Grant;
import org.junit.jupiter.api.Test;

class RedditGrantTests {

    private static final Instant NOW = Instant.parse("2031-03-03T10:00:00Z");
    private final RedditGrant grant = new RedditGrant();

    private static Connection connection(Map<String, String> secrets) {
        return new Connection(
                7,
                Map.of(
                        "client-id", "app",
                        "username", "Ada",
                        "token-url", "https://tokens.example/access_token",
                        "authorize-url", "https://tokens.example/authorize"),
                secrets);
    }

    @Test
    void aScriptGivesItsPasswordAnAppAloneNothingAndAConsentItsRefreshToken() {
        var script = connection(Map.of("client-secret", "hush", "password", "pass word"));
        var ask = grant.ask(script, "", NOW);
        assertThat(ask.uri()).hasToString("https://tokens.example/access_token");
        assertThat(ask.body()).isEqualTo("grant_type=password&username=Ada&password=pass%20word");
        assertThat(ask.headers())
                .containsEntry("Authorization", "Basic YXBwOmh1c2g=")
                .containsKey("User-Agent");
        assertThat(grant.ask(connection(Map.of()), "", NOW).body())
                .isEqualTo("grant_type=client_credentials");
        assertThat(grant.ask(script, "r1", NOW).body())
                .contains("grant_type=refresh_token", "refresh_token=r1");
        assertThat(grant.applies(connection(Map.of("token", "t")))).isFalse();
        assertThat(grant.consent(script).orElseThrow().extra())
                .containsEntry("duration", "permanent");
        assertThat(grant.ask(script, Grant.consented("c", "v", "https://here.example/x")).body())
                .contains("grant_type=authorization_code", "code=c");
    }
}
