package org.folkmoot.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The product as it runs for people: a process of its own, on a data folder and any free port.
final class Served implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern OPEN = Pattern.compile("Open http://localhost:(\\d+)");
    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

    private final Process process;
    private final int port;

    private Served(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Returns as soon as it answers.
    static Served start(Class<?> application, Path data) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(a -> a.startsWith("-X") || a.startsWith("--"))
                .forEach(command::add);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        application.getName(),
                        "run",
                        "--data",
                        data.toString(),
                        "--port",
                        "0"));
        var said = Files.createTempFile("folkmoot-bench-", ".out");
        var process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        // it must not outlive who measures it
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < until) {
            var open = OPEN.matcher(Files.readString(said));
            if (open.find()) {
                Files.delete(said);
                return new Served(process, Integer.parseInt(open.group(1)));
            }
            Thread.sleep(5);
        }
        process.destroy();
        throw new IllegalStateException("It did not start: " + Files.readString(said));
    }

    String site() {
        return "http://localhost:" + port;
    }

    /// What its memory costs the machine, in bytes, its share of what is shared; 0 where the system
    /// does not tell.
    long memory() throws IOException {
        var told = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        if (!Files.isReadable(told)) {
            return 0;
        }
        var pss = PSS.matcher(Files.readString(told));
        return pss.find() ? Long.parseLong(pss.group(1)) * 1024 : 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
