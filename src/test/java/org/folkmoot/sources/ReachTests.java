package org.folkmoot.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where requests go, and where they must not.
class ReachTests {

    private final Vendor there = new Vendor(this::answer);
    private final Vendor elsewhere = new Vendor(_ -> Vendor.Answer.json("here"));
    private final Reach reach = reach("127.0.0.1:" + port(there) + " 127.0.0.1:" + port(elsewhere));

    private static int port(Vendor vendor) {
        return URI.create(vendor.url()).getPort();
    }

    private static Reach reach(String allowed) {
        return new Reach(AllowedHosts.of(allowed), Duration.ofSeconds(5));
    }

    private Vendor.Answer answer(Vendor.Asked asked) {
        return switch (asked.path()) {
            case "/away" -> Vendor.Answer.of(302, "").with("Location", elsewhere.url() + "/x");
            case "/home" -> Vendor.Answer.of(301, "").with("Location", "/x");
            case "/inside" ->
                    Vendor.Answer.of(302, "")
                            .with("Location", "http://169.254.169.254/latest/meta-data");
            case "/round" -> Vendor.Answer.of(302, "").with("Location", "/round");
            case "/bomb" -> new Vendor.Answer(200, Map.of("Content-Encoding", "gzip"), bomb());
            default -> Vendor.Answer.json("there");
        };
    }

    private static byte[] bomb() {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            var zeros = new byte[1 << 20];
            for (int n = 0; n < 64; n++) {
                gzip.write(zeros);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @AfterEach
    void close() throws IOException {
        there.close();
        elsewhere.close();
        reach.close();
    }

    private Ask ask(String path) {
        return Ask.get(URI.create(there.url()), path).with("Authorization", "Bearer s3cret");
    }

    @Test
    void aSecretGoesToNoOtherHost() throws IOException {
        assertThat(reach.send(ask("/away")).text()).contains("here");
        assertThat(elsewhere.asked())
                .singleElement()
                .satisfies(a -> assertThat(a.headers()).doesNotContainKey("authorization"));
        assertThat(reach.send(ask("/home")).text()).contains("there");
        assertThat(there.asked().getLast().headers()).containsKey("authorization");
    }

    @Test
    void aRedirectionLeadsNotIntoTheOwnNetNorRoundAndRound() {
        assertThatThrownBy(() -> reach.send(ask("/inside"))).isInstanceOf(Wire.Unsent.class);
        assertThatThrownBy(() -> reach.send(ask("/round")))
                .isInstanceOf(Wire.Unsent.class)
                .hasMessageContaining("too often");
        assertThat(there.asked()).hasSizeLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://[::1]/x",
                "https://10.0.0.1/x",
                "https://192.168.1.1/x",
                "https://169.254.169.254/latest/meta-data",
                "https://[::ffff:127.0.0.1]/x",
                "http://example.org/x",
                "https://user:word@example.org/x",
                "ftp://example.org/x"
            })
    void theOwnNetAndUnsafeAddressesAreOutOfReach(String address) throws IOException {
        try (var fenced = reach("")) {
            var ask = new Ask("GET", URI.create(address), Map.of(), null, "", java.util.Set.of());
            assertThatThrownBy(() -> fenced.send(ask)).isInstanceOf(Wire.Unsent.class);
        }
    }

    @Test
    void onlyTheNamedPortOfAHostIsAllowed() throws IOException {
        try (var one = reach("127.0.0.1:" + port(there))) {
            assertThat(one.send(ask("/x")).status()).isEqualTo(200);
            assertThatThrownBy(() -> one.send(ask("/away"))).isInstanceOf(Wire.Unsent.class);
            var secure = URI.create(elsewhere.url().replace("http:", "https:"));
            assertThatThrownBy(() -> one.send(Ask.get(secure, "/x")))
                    .isInstanceOf(Wire.Unsent.class)
                    .hasMessageContaining("another port");
        }
    }

    @Test
    void whatUnpacksToTooMuchIsNotRead() {
        assertThat(bomb().length).isLessThan(1 << 20);
        assertThatThrownBy(() -> reach.send(ask("/bomb"))).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsPrintedOfARequestHoldsNoSecret() {
        assertThat(ask("/s3cret").query("key", "s3cret"))
                .hasToString("GET " + URI.create(there.url()).getRawAuthority());
    }
}
