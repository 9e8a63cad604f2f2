package org.folkmoot.sources.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.junit.jupiter.api.Test;

class DiscordCallsTests {

    private static final Instant NOW = Instant.parse("2031-03-03T10:00:00Z");
    private static final String PING = "{\"version\":1,\"application_id\":\"1\",\"type\":0}";
    private static final String EVENT =
            "{\"version\":1,\"type\":1,\"event\":{\"type\":\"APPLICATION_AUTHORIZED\"}}";

    private final KeyPair pair;

    DiscordCallsTests() throws Exception {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private static String hex(KeyPair pair) {
        var point = ((EdECPublicKey) pair.getPublic()).getPoint();
        var bytes = new byte[32];
        var big = point.getY().toByteArray();
        for (int i = 0; i < big.length && i < 32; i++) {
            bytes[i] = big[big.length - 1 - i];
        }
        if (point.isXOdd()) {
            bytes[31] |= (byte) 0x80;
        }
        return HexFormat.of().formatHex(bytes);
    }

    private Call call(String body, Instant at, String signedBody) throws Exception {
        var time = Long.toString(at.getEpochSecond());
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update((time + signedBody).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Call(
                "POST",
                Map.of(),
                Map.of(
                        "x-signature-timestamp",
                        time,
                        "x-signature-ed25519",
                        HexFormat.of().formatHex(signer.sign())),
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Heard hear(Call call) {
        var known = new Connection(7, Map.of(), Map.of("public-key", hex(pair)));
        return new DiscordCalls().hear(call, known, NOW);
    }

    @Test
    void aPingIsAnsweredAndWhatIsForgedOrOldIsRefused() throws Exception {
        assertThat(hear(call(PING, NOW, PING)))
                .isEqualTo(new Heard.Answer(204, "application/json", ""));
        assertThat(hear(call(PING, NOW, PING + " "))).isInstanceOf(Heard.Refuse.class);
        assertThat(hear(call(PING, NOW.minusSeconds(301), PING))).isInstanceOf(Heard.Refuse.class);
        assertThat(
                        hear(
                                new Call(
                                        "POST",
                                        Map.of(),
                                        Map.of(),
                                        PING.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isInstanceOf(Heard.Refuse.class);
        for (var wrong : new String[] {"", "zz", "00".repeat(32), "ff".repeat(32)}) {
            assertThat(new PublicKey(wrong).signed("00".repeat(64), new byte[0])).isFalse();
        }
    }

    @Test
    void anEventThatComesAgainHasTheSameName() throws Exception {
        var first = hear(call(EVENT, NOW, EVENT));
        assertThat(first).isInstanceOf(Heard.Take.class);
        assertThat(hear(call(EVENT, NOW.plusSeconds(60), EVENT))).isEqualTo(first);
    }
}
