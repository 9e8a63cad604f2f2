package org.folkmoot.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL beside us, its data in the data folder: durable (fsync on), checksummed,
/// listening on loopback only, with a random password. It runs in a session of its own, so a Ctrl-C
/// in the terminal reaches us and not it; whoever uses the folder last stops it. One that outlived
/// its killed parent is taken over as it is.
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String OWNER = "folkmoot";
    private static final int TRIES = 100;
    private static final Pattern DYING =
            Pattern.compile("postmaster.pid\" already exists|pre-existing shared memory");
    private static final long LOG_LIMIT = 10_000_000;

    private final DataFolder folder;
    private final Path data;
    private final Path logFile;
    private final PostgresPrograms programs;
    private final DatabaseAddress address;

    /// @throws Refusal.Unusable with a sentence for the operator when it cannot start
    EmbeddedPostgres(DataFolder folder) throws IOException {
        this.folder = folder;
        this.data = folder.root().resolve("db");
        this.logFile = folder.root().resolve("postgres.log");
        folder.enter();
        try (var _ = folder.making()) {
            var bin = PostgresBinaries.unpackInto(folder.root());
            var plain = AsPlainUser.onThisMachine(bin.resolve("postgres"));
            this.programs = new PostgresPrograms(bin, plain, logFile);
            var password = folder.secret("secret");
            if (!Files.exists(data)) {
                initialise(password);
            }
            mustBeOfOurVersion();
            this.address =
                    new DatabaseAddress(
                            "jdbc:postgresql://127.0.0.1:" + port() + "/postgres",
                            OWNER,
                            password,
                            "");
        }
    }

    DatabaseAddress address() {
        return address;
    }

    /// Made under another name and moved when whole: a start killed half-way leaves no half
    /// database.
    private void initialise(String password) throws IOException {
        var unfinished = folder.root().resolve("db.new");
        DataFolder.remove(unfinished);
        programs.plain().own(Files.createDirectory(unfinished));
        var secret =
                Files.createTempFile(
                        folder.root(),
                        "initdb-",
                        "",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(secret, password);
            programs.run(
                    "initdb",
                    List.of(
                            "-D",
                            unfinished.toString(),
                            "-U",
                            OWNER,
                            "--pwfile=" + programs.plain().own(secret),
                            "--auth=scram-sha-256",
                            "-E",
                            "UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--data-checksums"));
        } finally {
            Files.delete(secret);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void mustBeOfOurVersion() throws IOException {
        var major = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!PostgresBinaries.VERSION.startsWith(major + ".")) {
            throw new Refusal.Unusable(
                    "The database in %s was made by PostgreSQL %s, this Folkmoot brings %s. Make a backup with the former Folkmoot and restore it into a new folder (docs/operating.md)."
                            .formatted(data, major, PostgresBinaries.VERSION));
        }
    }

    /// Of the database that runs already, or of the one we start. The processes of one that was
    /// just killed may need a moment to be gone.
    private int port() throws IOException {
        var file = new PostmasterFile(data);
        for (int tries = 1; ; tries++) {
            var running = file.runningPort();
            if (running.isPresent()) {
                return running.getAsInt();
            }
            try {
                return start();
            } catch (Refusal e) {
                if (tries == TRIES || !DYING.matcher(String.valueOf(e.getMessage())).find()) {
                    throw e;
                }
                PostmasterFile.pause();
            }
        }
    }

    private int start() throws IOException {
        if (Files.exists(logFile) && Files.size(logFile) > LOG_LIMIT) {
            Files.move(
                    logFile,
                    logFile.resolveSibling("postgres.log.1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(logFile)) {
            Files.createFile(logFile);
        }
        programs.plain().own(logFile);
        var port = freePort();
        programs.run(
                "pg_ctl",
                List.of(
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
                                "-c shared_buffers=%dMB".formatted(buffers()),
                                "-c work_mem=16MB",
                                "-c maintenance_work_mem=128MB",
                                "-c effective_cache_size=1GB",
                                "-c max_wal_size=2GB",
                                "-c random_page_cost=1.1",
                                "-c jit=off",
                                "-c timezone=UTC",
                                "-c log_timezone=UTC"),
                        "start"));
        return port;
    }

    /// Megabytes of tables that the database keeps at hand: a thirty-second of the machine's
    /// memory, from 128 to 256. They are taken up only as tables are read.
    private static long buffers() {
        var machine =
                (com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return Math.clamp(machine.getTotalMemorySize() >> 25, 128, 256);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Stops the database when nobody else uses it.
    @Override
    public void close() {
        try {
            if (folder.leaveAsLast()) {
                programs.run(
                        "pg_ctl",
                        List.of("-D", data.toString(), "-m", "fast", "-w", "-t", "120", "stop"));
            }
        } catch (IOException | Refusal e) {
            log.warn("The database did not stop cleanly; it recovers at the next start", e);
        }
    }
}
