package org.folkmoot.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.folkmoot.access.Post;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// When letters are due, how they are written down, and where they may go.
@NullUnmarked
class LetterWordsTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void aLetterIsDueFromItsHourOnAndNoneAtNight() {
        var letters = new Letters(1, true, DayOfWeek.MONDAY, 7, false);
        assertThat(letters.due(MONDAY.atTime(6, 59))).isEmpty();
        assertThat(letters.due(MONDAY.atTime(7, 0)))
                .contains(new Letters.Due(Letters.Kind.WEEKLY, MONDAY));
        assertThat(letters.due(MONDAY.plusDays(1).atTime(12, 59)))
                .contains(new Letters.Due(Letters.Kind.DAILY, MONDAY.plusDays(1)));
        assertThat(letters.due(MONDAY.atTime(13, 0))).isEmpty();
        assertThat(Letters.none(1).due(MONDAY.atTime(8, 0))).isEmpty();
        assertThat(new Letters(1, false, DayOfWeek.FRIDAY, 7, false).due(MONDAY.atTime(8, 0)))
                .isEmpty();
    }

    @Test
    void theHourThatASpringNightLeavesOutIsMadeUpByTheNext() {
        // Berlin, 29 March 2026: after 01:59 comes 03:00
        var letters = new Letters(1, true, null, 2, false);
        var berlin = ZoneId.of("Europe/Berlin");
        var before = LocalDateTime.ofInstant(Instant.parse("2026-03-29T00:59:00Z"), berlin);
        var after = LocalDateTime.ofInstant(Instant.parse("2026-03-29T01:00:00Z"), berlin);
        assertThat(letters.due(before)).isEmpty();
        assertThat(letters.due(after)).isPresent();
    }

    private static final Digest HOSTILE =
            new Digest(
                    "Lantern",
                    "1 Mar, 3 things",
                    true,
                    List.of(
                            new Digest.Chapter(
                                    "Who waits",
                                    List.of(
                                            new Digest.Line(
                                                    "<!channel> *help* <b>me</b> &\n- a line | of my own",
                                                    "https://example.org/c/x/threads/1")))),
                    "https://example.org/c/x");

    @Test
    void whatOthersWroteBreaksNoLetter() {
        assertThat(HOSTILE.text())
                .contains("- <!channel> *help* <b>me</b> & - a line | of my own\n");
        assertThat(HOSTILE.html())
                .contains("&lt;!channel&gt; *help* &lt;b&gt;me&lt;/b&gt; &amp; - a line")
                .doesNotContain("<b>");
        assertThat(HOSTILE.marked())
                .contains(
                        "<https://example.org/c/x/threads/1|&lt;!channel&gt; ∗help∗ &lt;b&gt;me&lt;/b&gt; &amp; - a line / of my own>")
                .doesNotContain("<!channel>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/x",
                "https://me:pw@hooks.example.org/x",
                "ftp://hooks.example.org/",
                "https:///x",
                "hooks.example.org",
                "javascript:alert(1)",
                "https://exa mple.org/",
                ""
            })
    void noOtherAddressThanOneOfHttpsIsTaken(String address) throws Exception {
        try (var line = new HookLine(false)) {
            assertThatThrownBy(() -> line.usable(address)).isInstanceOf(Refusal.Unusable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://[::1]/x",
                "https://10.1.2.3/x",
                "https://169.254.169.254/latest/meta-data",
                "https://192.168.1.1/x",
                "https://0x7f000001/x"
            })
    void nothingIsSaidToOnesOwnNet(String address) throws Exception {
        try (var line = new HookLine(false)) {
            assertThat(line.say(address, "x")).isEqualTo(Post.Outcome.REFUSED);
        }
    }

    @Test
    void aChannelIsToldInItsOwnFormAndRedirectsAreNotFollowed() throws Exception {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var got = new AtomicReference<>("");
        server.createContext(
                "/ok",
                exchange -> {
                    got.set(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.createContext(
                "/away",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/ok");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        server.createContext(
                "/broken",
                exchange -> {
                    exchange.sendResponseHeaders(500, -1);
                    exchange.close();
                });
        server.start();
        var home = "http://127.0.0.1:" + server.getAddress().getPort();
        try (var line = new HookLine(true)) {
            assertThat(line.say(home + "/away", "x")).isEqualTo(Post.Outcome.REFUSED);
            assertThat(got.get()).isEmpty();
            assertThat(line.say(home + "/ok", "Grüße \"an\" alle")).isEqualTo(Post.Outcome.TAKEN);
            assertThat(got.get()).isEqualTo("{\"text\":\"Grüße \\\"an\\\" alle\"}");
            assertThat(line.say(home + "/broken", "x")).isEqualTo(Post.Outcome.UNKNOWN);
        } finally {
            server.stop(0);
        }
        try (var line = new HookLine(true)) {
            assertThat(line.say(home + "/ok", "x")).isEqualTo(Post.Outcome.REFUSED);
        }
    }
}
