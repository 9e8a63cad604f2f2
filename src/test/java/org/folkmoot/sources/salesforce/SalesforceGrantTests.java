package org.folkmoot.sources.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Reply;
import org.junit.jupiter.api.Test;

class SalesforceGrantTests {

    private static final Instant NOW = Instant.parse("2031-03-03T10:00:00Z");

    private static String asked(Map<String, String> secrets, String refresh) {
        var connection =
                new Connection(
                        7,
                        Map.of(
                                "base-url", "https://moot--dev.sandbox.my.salesforce.com",
                                "client-id", "ours",
                                "username", "ada@example.org"),
                        secrets);
        Ask ask = new SalesforceGrant().ask(connection, refresh, NOW);
        assertThat(ask.method() + " " + ask.uri())
                .isEqualTo(
                        "POST https://moot--dev.sandbox.my.salesforce.com/services/oauth2/token");
        return URLDecoder.decode(String.valueOf(ask.body()), StandardCharsets.UTF_8);
    }

    @Test
    void theAppSignsInByItself() {
        assertThat(asked(Map.of("client-secret", "s3cret"), ""))
                .contains(
                        "grant_type=client_credentials", "client_id=ours", "client_secret=s3cret");
    }

    @Test
    void aPersonsConsentIsUsedWhereThereIsOne() {
        assertThat(asked(Map.of("client-secret", "s3cret"), "5Aep"))
                .contains("grant_type=refresh_token", "refresh_token=5Aep", "client_id=ours");
    }

    @Test
    void aKeySignsForAUser() throws Exception {
        var pair = pair();
        var pem =
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(
                                Base64.getMimeEncoder()
                                        .encodeToString(pair.getPrivate().getEncoded()));
        var form = asked(Map.of("private-key", pem), "");
        assertThat(form)
                .contains("grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer")
                .doesNotContain("client_secret");
        var parts = form.replaceFirst("^.*assertion=([^&]+).*$", "$1").split("\\.", -1);
        var claims = JsonRows.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        assertThat(claims.path("iss").asString()).isEqualTo("ours");
        assertThat(claims.path("sub").asString()).isEqualTo("ada@example.org");
        assertThat(claims.path("aud").asString()).isEqualTo("https://test.salesforce.com");
        assertThat(claims.path("exp").asLong()).isEqualTo(NOW.getEpochSecond() + 180);
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(pair.getPublic());
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        assertThat(Assertion.usable(pem)).isTrue();
        assertThat(Assertion.usable("not a key")).isFalse();
    }

    @Test
    void theDoorMayBeElsewhere() {
        var connection =
                new Connection(
                        7,
                        Map.of(
                                "base-url", "https://moot.my.salesforce.com",
                                "token-url", "https://login.salesforce.com/services/oauth2/token",
                                "client-id", "ours"),
                        Map.of("client-secret", "s3cret"));
        assertThat(new SalesforceGrant().ask(connection, "", NOW).uri())
                .hasToString("https://login.salesforce.com/services/oauth2/token");
    }

    private static KeyPair pair() throws Exception {
        var maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(2048);
        return maker.generateKeyPair();
    }

    @Test
    void whereTheOrgAnswersIsToldWithTheToken() {
        assertThat(read("https://moot.my.salesforce.com"))
                .isEqualTo("https://moot.my.salesforce.com");
        assertThat(read("http://169.254.169.254")).isEmpty();
    }

    private static String read(String instance) {
        var body = "{\"access_token\":\"00D!x\",\"instance_url\":\"%s\"}".formatted(instance);
        return new SalesforceGrant()
                .read(new Reply(200, Map.of(), body.getBytes(StandardCharsets.UTF_8)), NOW)
                .base();
    }
}
