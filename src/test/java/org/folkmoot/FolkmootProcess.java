package org.folkmoot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Folkmoot as its own process, as a person starts it, for tests that stop or kill it.
public final class FolkmootProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern OPEN = Pattern.compile("Open http://localhost:(\\d+)");

    private final Process process;
    private final Path output;

    private FolkmootProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    public static FolkmootProcess start(Map<String, String> environment, String... arguments)
            throws IOException {
        var command = JavaProcess.of(Folkmoot.class);
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("folkmoot-", ".out");
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FOLKMOOT_"));
        builder.environment().putAll(environment);
        return new FolkmootProcess(builder.start(), output);
    }

    /// A server on any free port, answering.
    public static FolkmootProcess server(Path data) throws IOException, InterruptedException {
        var server = start(Map.of(), "run", "--data", data.toString(), "--port", "0");
        server.port();
        return server;
    }

    /// Runs a verb to its end.
    public static Ended verb(String... arguments) throws IOException, InterruptedException {
        return verb(Map.of(), arguments);
    }

    public static Ended verb(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        try (var process = start(environment, arguments)) {
            return process.ended();
        }
    }

    public record Ended(int exitCode, String output) {}

    /// Waits until it answers.
    public int port() throws IOException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            var opened = OPEN.matcher(output());
            if (opened.find()) {
                return Integer.parseInt(opened.group(1));
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("It did not start: " + output());
    }

    public Ended ended() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("It did not end: " + output());
        }
        return new Ended(process.exitValue(), output());
    }

    public String output() throws IOException {
        return Files.readString(output);
    }

    /// Sends a signal, by its name: `INT`, `TERM`, `KILL`.
    public void signal(String name) throws IOException, InterruptedException {
        signal(name, process.pid());
    }

    public static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(output);
    }
}
