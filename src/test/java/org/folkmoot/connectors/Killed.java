package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.JavaProcess;
import org.springframework.core.env.Environment;

/// A process of its own on the tests' database, which says how far it is, a number a line, and in
/// the end `over`; to be killed.
public final class Killed {

    private final Class<?> what;
    private final List<String> args;
    private final Path temp;
    private final Map<String, String> environment;

    /// @param what its main class
    /// @param temp for its data and what it says of errors
    /// @param more variables of its environment
    public Killed(
            Class<?> what,
            List<String> args,
            Path temp,
            Environment settings,
            Map<String, String> more) {
        this.what = what;
        this.args = List.copyOf(args);
        this.temp = temp;
        this.environment = new HashMap<>(more);
        environment.put(
                "FOLKMOOT_DATABASE_URL", settings.getRequiredProperty("folkmoot.database.url"));
        environment.put(
                "FOLKMOOT_DATABASE_USER", settings.getRequiredProperty("folkmoot.database.user"));
        environment.put(
                "FOLKMOOT_DATABASE_PASSWORD",
                settings.getRequiredProperty("folkmoot.database.password"));
        environment.put("FOLKMOOT_DATA", temp.resolve("data").toString());
    }

    /// Kills it some milliseconds after it said that it came so far: mostly in the middle of a
    /// transaction.
    public void at(long position, long rest) throws Exception {
        var process = start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            await(said, position);
            Thread.sleep(rest);
            process.destroyForcibly().waitFor();
            assertThat(process.exitValue()).as("killed by SIGKILL").isEqualTo(137);
        }
    }

    /// Lets it come to its end.
    public void leaveAlone() throws Exception {
        var process = start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            await(said, Long.MAX_VALUE);
            assertThat(process.waitFor()).isZero();
        }
    }

    private void await(BufferedReader said, long position) throws IOException {
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals("over")) {
                assertThat(position)
                        .as("it must not end before it is killed")
                        .isEqualTo(Long.MAX_VALUE);
                return;
            }
            if (line.matches("\\d+") && Long.parseLong(line) >= position) {
                return;
            }
        }
        throw new AssertionError(
                "The process ended by itself: " + Files.readString(temp.resolve("errors.txt")));
    }

    private Process start() {
        var command = JavaProcess.of(what);
        command.addAll(args);
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectError(temp.resolve("errors.txt").toFile());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
