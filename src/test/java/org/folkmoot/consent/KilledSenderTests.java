package org.folkmoot.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.folkmoot.HouseTest;
import org.folkmoot.JavaProcess;
import org.folkmoot.PostOffice;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.core.env.Environment;

/// A process that is killed while the mail server has the letter and has not answered: nobody knows
/// whether it arrived, and it is not sent again.
@HouseTest
class KilledSenderTests {

    private static final Instant NOON = Instant.parse("2031-03-05T11:00:00Z");

    @Autowired Town town;
    @Autowired Neighbours neighbours;
    @Autowired Asking asking;
    @Autowired Outbox outbox;
    @Autowired DefaultListableBeanFactory house;
    @Autowired Environment settings;

    @Test
    void theLetterIsNeverSentASecondTime(@TempDir Path temp) throws Exception {
        var here = town.found();
        var address = Neighbours.address();
        try (var post = PostOffice.open(house)) {
            var ada = neighbours.meet(here, "Ada", address, "");
            var letter = new Letter("Would you?", "We would be glad.");
            neighbours.in(
                    here, () -> asking.ask(Ask.mail(ada, "personal", "test", "a", letter), NOON));
            try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                var got = CompletableFuture.supplyAsync(() -> take(silent));
                var process = start(here, silent.getLocalPort(), temp);
                try {
                    CompletableFuture.anyOf(got, process.onExit()).get(60, TimeUnit.SECONDS);
                    assertThat(got.isDone())
                            .as(Files.readString(temp.resolve("errors.txt")))
                            .isTrue();
                    assertThat(got.get()).contains("We would be glad.");
                } finally {
                    process.destroyForcibly().waitFor();
                }
                assertThat(process.exitValue())
                        .as(Files.readString(temp.resolve("errors.txt")))
                        .isEqualTo(137);
            }
            assertThat(state(here)).isEqualTo(AskState.SENDING);
            var until = Instant.now().plus(Duration.ofSeconds(30));
            while (state(here) == AskState.SENDING && Instant.now().isBefore(until)) {
                run(here, NOON.plusSeconds(60)); // the database may not have seen the end yet
                Thread.sleep(50);
            }
            assertThat(state(here)).isEqualTo(AskState.UNCONFIRMED);
            run(here, NOON.plus(Duration.ofDays(1)));
            assertThat(post.to(address)).isEmpty();
        }
    }

    private AskState state(Community here) {
        return neighbours.in(here, () -> asking.find("test", "a").orElseThrow()).state();
    }

    private void run(Community here, Instant now) {
        neighbours.in(
                here,
                () -> {
                    outbox.run(now);
                    return true;
                });
    }

    /// Speaks as a mail server does, up to the end of the letter, and then says nothing.
    ///
    /// @return the letter
    private static String take(ServerSocket server) {
        try {
            var caller = server.accept();
            var lines =
                    new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
            var out = caller.getOutputStream();
            out.write("220 silent\r\n".getBytes(StandardCharsets.US_ASCII));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("DATA")) {
                    out.write("354 go on\r\n".getBytes(StandardCharsets.US_ASCII));
                    var letter = new StringBuilder();
                    for (var part = lines.readLine();
                            part != null && !part.equals(".");
                            part = lines.readLine()) {
                        letter.append(part).append('\n');
                    }
                    return letter.toString();
                }
                out.write("250 ok\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            throw new IOException("The caller went away");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Process start(Community here, int port, Path temp) throws IOException {
        var words = JavaProcess.of(LoneSender.class, "-Dport=" + port);
        words.addAll(List.of(here.id().toString(), NOON.plusSeconds(10).toString()));
        var command = new ProcessBuilder(words);
        var environment = command.environment();
        environment.put(
                "FOLKMOOT_DATABASE_URL", settings.getRequiredProperty("folkmoot.database.url"));
        environment.put(
                "FOLKMOOT_DATABASE_USER", settings.getRequiredProperty("folkmoot.database.user"));
        environment.put(
                "FOLKMOOT_DATABASE_PASSWORD",
                settings.getRequiredProperty("folkmoot.database.password"));
        environment.put("FOLKMOOT_DATA", temp.resolve("data").toString());
        command.redirectErrorStream(true);
        command.redirectOutput(temp.resolve("errors.txt").toFile());
        return command.start();
    }
}
