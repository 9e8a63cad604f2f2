package org.folkmoot.sources.googleanalytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ServiceAccountTests {

    private static final Instant NOW = Instant.parse("2031-03-03T10:00:00Z");
    private static final Connector CONNECTOR = new AnalyticsConnector();

    private static KeyPair keys() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String file(KeyPair keys) {
        var pem =
                "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
                        .formatted(
                                Base64.getMimeEncoder()
                                        .encodeToString(keys.getPrivate().getEncoded()));
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of(
                                "type", "service_account",
                                "client_email", "moot@p.iam.gserviceaccount.com",
                                "private_key_id", "k1",
                                "private_key", pem,
                                "token_uri", "https://oauth2.googleapis.com/token"));
    }

    @Test
    void aServiceAccountSignsForItself() throws Exception {
        var keys = keys();
        var connection =
                new Connection(
                        7,
                        Map.of("property", "123", "token-url", "https://tokens.example/token"),
                        Map.of("service-account", file(keys)));
        assertThat(CONNECTOR.wrongWith(connection)).isEmpty();
        var ask = new ServiceAccount().ask(connection, "", NOW);
        assertThat(ask.uri()).hasToString("https://tokens.example/token");
        assertThat(ask.body())
                .contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer");
        var parts =
                String.valueOf(ask.body())
                        .replaceFirst(".*assertion=([^&]+).*", "$1")
                        .split("\\.", -1);
        var decoder = Base64.getUrlDecoder();
        assertThat(new String(decoder.decode(parts[0]), StandardCharsets.UTF_8))
                .isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}");
        assertThat(new String(decoder.decode(parts[1]), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"iss\":\"moot@p.iam.gserviceaccount.com\",\"scope\":\"https://www.googleapis.com/auth/analytics.readonly\",\"aud\":\"https://oauth2.googleapis.com/token\",\"iat\":1930298400,\"exp\":1930302000}");
        var check = Signature.getInstance("SHA256withRSA");
        check.initVerify(keys.getPublic());
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(decoder.decode(parts[2]))).isTrue();
    }

    @Test
    void aKeyThatIsNoneIsSaidBeforeAnythingIsAsked() {
        for (var file :
                List.of("no json", "{}", "{\"client_email\":\"a@b\",\"private_key\":\"x\"}")) {
            assertThat(
                            CONNECTOR.wrongWith(
                                    new Connection(
                                            7,
                                            Map.of("property", "123"),
                                            Map.of("service-account", file))))
                    .isPresent();
        }
        assertThat(
                        CONNECTOR.wrongWith(
                                new Connection(
                                        7, Map.of("property", "UA-1"), Map.of("token", "t"))))
                .isPresent();
    }
}
