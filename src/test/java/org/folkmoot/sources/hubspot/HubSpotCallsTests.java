package org.folkmoot.sources.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Signature;
import org.junit.jupiter.api.Test;

class HubSpotCallsTests {

    private static final Instant NOW = Instant.parse("2031-03-03T10:00:00Z");
    private static final String SECRET = "s3cret-of-Ada";
    private static final String BODY =
            "[{\"eventId\":1,\"subscriptionId\":2,\"portalId\":62515,\"occurredAt\":1930000000000,"
                    + "\"subscriptionType\":\"contact.propertyChange\",\"attemptNumber\":0,\"objectId\":1,\"propertyName\":\"email\"}]";

    private static Connection connection(String address) {
        return new Connection(
                7, Map.of("webhook-address", address), Map.of("client-secret", SECRET));
    }

    private static Call call(String body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.putIfAbsent("host", "moot.example.org");
        return new Call(
                "POST", Map.of(), all, Signature.bytes(body), "https://hub.example.org/hooks/7");
    }

    private static Map<String, String> third(String address, String body, Instant at) {
        var time = Long.toString(at.toEpochMilli());
        return Map.of(
                "x-hubspot-request-timestamp",
                time,
                "x-hubspot-signature-v3",
                Signature.sha256(SECRET, Signature.bytes("POST" + address + body + time)).base64());
    }

    private static Heard hear(Call call) {
        return new HubSpotCalls().hear(call, connection(""), NOW);
    }

    @Test
    void versionThreeIsSignedOverAddressAndTime() {
        var address = "https://moot.example.org/hooks/7";
        assertThat(hear(call(BODY, third(address, BODY, NOW)))).isInstanceOf(Heard.Take.class);
        assertThat(hear(call(BODY, third(address, BODY, NOW.minusSeconds(301)))))
                .isInstanceOf(Heard.Refuse.class);
        assertThat(hear(call(BODY, third("https://hub.example.org/hooks/7", BODY, NOW))))
                .isInstanceOf(Heard.Take.class);
        assertThat(hear(call(BODY, third("https://elsewhere.example/hooks/7", BODY, NOW))))
                .isInstanceOf(Heard.Refuse.class);
        assertThat(hear(call(BODY + " ", third(address, BODY, NOW))))
                .isInstanceOf(Heard.Refuse.class);
        assertThat(
                        new HubSpotCalls()
                                .hear(
                                        call(BODY, third("https://a.example/x?y=1", BODY, NOW)),
                                        connection("https://a.example/x?y=1"),
                                        NOW))
                .isInstanceOf(Heard.Take.class);
    }

    @Test
    void versionOneIsSignedOverTheBody() throws Exception {
        var hash =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(Signature.bytes(SECRET + BODY)));
        var right = Map.of("x-hubspot-signature", hash, "x-hubspot-signature-version", "v1");
        assertThat(hear(call(BODY, right))).isInstanceOf(Heard.Take.class);
        assertThat(hear(call(BODY + "\n", right))).isInstanceOf(Heard.Refuse.class);
        assertThat(hear(call(BODY, Map.of()))).isInstanceOf(Heard.Refuse.class);
    }

    @Test
    void whatIsSentAgainHasTheSameName() {
        var address = "https://moot.example.org/hooks/7";
        var again = BODY.replace("\"attemptNumber\":0", "\"attemptNumber\":1");
        assertThat(hear(call(again, third(address, again, NOW))))
                .isEqualTo(hear(call(BODY, third(address, BODY, NOW))));
    }

    @Test
    void aPublicAppSignsInWithItsRefreshToken() {
        var connection =
                new Connection(
                        7,
                        Map.of(
                                "token-url",
                                "https://api.hubapi.com/oauth/v3/token",
                                "client-id",
                                "c"),
                        Map.of("client-secret", SECRET));
        var ask = new HubSpotGrant().ask(connection, "r", NOW);
        assertThat(ask.uri()).hasToString("https://api.hubapi.com/oauth/v3/token");
        assertThat(ask.body())
                .contains("grant_type=refresh_token", "client_id=c", "refresh_token=r");
        assertThat(new HubSpotGrant().applies(connection)).isTrue();
        var lasting = new Connection(7, Map.of(), Map.of("token", SECRET));
        assertThat(new HubSpotGrant().applies(lasting)).isFalse();
    }
}
