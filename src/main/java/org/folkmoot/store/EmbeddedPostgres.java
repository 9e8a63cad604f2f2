package org.folkmoot.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL beside us, its data in the data folder: durable (fsync on), checksummed,
/// listening on loopback only, with a random password. It runs in a session of its own, so a Ctrl-C
/// in the terminal reaches us and not it; whoever uses the folder last stops it. One that outlived
/// its killed parent is taken over as it is.
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String OWNER = "folkmoot";
    private static final int READY_LINE = 7;
    private static final int PORT_LINE = 3;

    private final DataFolder folder;
    private final Path data;
    private final Path bin;
    private final AsPlainUser plain;
    private final DatabaseAddress address;

    /// @throws IOException with a sentence for the operator when it cannot start
    EmbeddedPostgres(DataFolder folder) throws IOException {
        this.folder = folder;
        this.data = folder.root().resolve("db");
        folder.enter();
        this.bin = PostgresBinaries.unpackInto(folder.root());
        this.plain = AsPlainUser.onThisMachine(folder.root());
        var password = folder.secret("secret");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise();
        }
        var port = runningPort().isPresent() ? runningPort().get() : start();
        this.address =
                new DatabaseAddress(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", OWNER, password);
    }

    DatabaseAddress address() {
        return address;
    }

    private void initialise() throws IOException {
        Files.createDirectories(data);
        plain.own(data);
        var secret = folder.root().resolve("secret");
        run(
                "initdb",
                "-D",
                data.toString(),
                "-U",
                OWNER,
                "--pwfile=" + plain.readable(secret),
                "--auth=scram-sha-256",
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--data-checksums");
    }

    private int start() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var logFile = folder.root().resolve("postgres.log");
        if (!Files.exists(logFile)) {
            Files.createFile(logFile);
        }
        plain.own(logFile);
        run(
                "pg_ctl",
                "-D",
                data.toString(),
                "-l",
                logFile.toString(),
                "-w",
                "-t",
                "300",
                "-o",
                String.join(
                        " ",
                        "-p " + port,
                        "-c listen_addresses=127.0.0.1",
                        "-c unix_socket_directories=''",
                        "-c max_connections=60",
                        "-c shared_buffers=128MB",
                        "-c work_mem=16MB",
                        "-c maintenance_work_mem=128MB",
                        "-c effective_cache_size=1GB",
                        "-c max_wal_size=2GB",
                        "-c wal_compression=on",
                        "-c random_page_cost=1.1",
                        "-c jit=off",
                        "-c timezone=UTC",
                        "-c log_timezone=UTC"),
                "start");
        return port;
    }

    /// The port of the database that runs on our data, if one does and answers.
    private Optional<Integer> runningPort() throws IOException {
        var file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        for (int tries = 0; tries < 600; tries++) {
            var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
            if (lines.isEmpty() || !isOurs(Long.parseLong(lines.getFirst().strip()))) {
                return Optional.empty();
            }
            if (lines.size() > READY_LINE && lines.get(READY_LINE).startsWith("ready")) {
                return Optional.of(Integer.parseInt(lines.get(PORT_LINE).strip()));
            }
            pause();
        }
        throw new IOException("The database in " + data + " has been starting for a minute.");
    }

    /// A process id in a left-over file may belong to any other program by now.
    private boolean isOurs(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(p -> p.info().command().or(() -> Optional.of("postgres")))
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while the database was starting.", e);
        }
    }

    private void run(String program, String... arguments) throws IOException {
        var command = new ArrayList<>(plain.prefix());
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("folkmoot-", ".log");
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                            .start();
            if (!process.waitFor(6, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(inWords(program, Files.readString(output)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for " + program + ".", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private String inWords(String program, String output) throws IOException {
        var logFile = folder.root().resolve("postgres.log");
        var all = output + (Files.exists(logFile) ? tail(Files.readAllLines(logFile)) : "");
        if (all.contains("No space left on device")) {
            return "The disk that holds %s is full. Free some space and start again."
                    .formatted(folder.root());
        }
        return "The database did not start (%s): %s See %s."
                .formatted(program, output.strip().lines().reduce("", (_, last) -> last), logFile);
    }

    private static String tail(List<String> lines) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    private static java.io.File nothing() {
        return new java.io.File("/dev/null");
    }

    /// Stops the database when nobody else uses it.
    @Override
    public void close() {
        try {
            if (folder.leaveAsLast()) {
                run("pg_ctl", "-D", data.toString(), "-m", "fast", "-w", "-t", "120", "stop");
            }
        } catch (IOException e) {
            log.warn("The database did not stop cleanly; it recovers at the next start", e);
        }
    }
}
