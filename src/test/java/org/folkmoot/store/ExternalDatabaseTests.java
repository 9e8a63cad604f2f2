package org.folkmoot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.folkmoot.FolkmootProcess;
import org.folkmoot.FolkmootProcess.Ended;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything on the operator's own PostgreSQL, as an owner who is no superuser: the system's own
/// PostgreSQL 15 or newer where there is one, else the embedded programs as a second cluster.
class ExternalDatabaseTests {

    private static final Path SYSTEM = Path.of("/usr/lib/postgresql");
    private static final int OLDEST = 15;

    @TempDir static Path folder;
    private static PostgresPrograms programs;
    private static Path cluster;
    private static int port;

    @BeforeAll
    static void anOrdinaryCluster() throws Exception {
        var bin = systemPrograms();
        if (bin == null) {
            bin = PostgresBinaries.unpackInto(folder);
        }
        var plain = AsPlainUser.onThisMachine(bin.resolve("postgres"));
        programs = new PostgresPrograms(bin, plain, folder.resolve("log"));
        cluster = plain.own(Files.createDirectory(folder.resolve("cluster")));
        plain.own(folder);
        var secret = plain.own(Files.writeString(folder.resolve("super"), "super secret"));
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        programs.run(
                "initdb",
                List.of(
                        "-D",
                        cluster.toString(),
                        "-U",
                        "dba",
                        "--pwfile=" + secret,
                        "-A",
                        "scram-sha-256",
                        "--no-sync"));
        programs.run(
                "pg_ctl",
                List.of(
                        "-D",
                        cluster.toString(),
                        "-l",
                        folder.resolve("log").toString(),
                        "-w",
                        "-o",
                        "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
                                .formatted(port),
                        "start"));
        try (var dba = DriverManager.getConnection(url("postgres"), "dba", "super secret");
                var statement = dba.createStatement()) {
            statement.execute("create role \"grace o\" login createrole password 'it''s'");
            statement.execute("create role plain login password 'plain'");
            statement.execute("create database moot owner \"grace o\"");
            statement.execute("create database other owner plain");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        programs.run("pg_ctl", List.of("-D", cluster.toString(), "-m", "immediate", "stop"));
    }

    @Test
    void everythingIsKeptThere() throws Exception {
        var created =
                verb(
                        "moot",
                        "grace o",
                        "it's",
                        "community",
                        "create",
                        "--slug",
                        "far",
                        "--name",
                        "Far");
        assertThat(created.output())
                .startsWith("Created Far (far).\n")
                .contains("Next: ./folkmoot account create --community far");
        assertThat(folder.resolve("data/db")).doesNotExist();
        assertThat(verb("moot", "grace o", "it's", "community", "list").output()).contains("far");
        var file = folder.resolve("far.zip").toString();
        assertThat(verb("moot", "grace o", "it's", "backup", file).exitCode()).isZero();
        var restored = verb("moot", "grace o", "it's", "restore", file, "--force");
        assertThat(restored.output()).startsWith("Restored");
        try (var server =
                FolkmootProcess.start(
                        environment("moot", "grace o", "it's"),
                        "run",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString())) {
            server.port();
            var elsewhere =
                    FolkmootProcess.verb(
                            environment("moot", "grace o", "it's"),
                            "restore",
                            file,
                            "--data",
                            folder.resolve("elsewhere").toString());
            assertThat(elsewhere.exitCode()).isOne();
            assertThat(elsewhere.output())
                    .startsWith("Folkmoot is running on this data")
                    .hasLineCount(1);
        }
    }

    @Test
    void aDatabaseThatCannotBeUsedIsToldInOneSentence() throws Exception {
        assertThat(verb("moot", "grace o", "wrong", "community", "list"))
                .satisfies(e -> refused(e, "does not let the user grace o in"));
        assertThat(verb("nowhere", "grace o", "it's", "community", "list"))
                .satisfies(e -> refused(e, "There is no database at"));
        assertThat(verb("other", "plain", "plain", "community", "list"))
                .satisfies(e -> refused(e, "FOLKMOOT_DATABASE_APP_PASSWORD"));
        assertThat(
                        FolkmootProcess.verb(
                                Map.of(
                                        "FOLKMOOT_DATABASE_URL", "postgresql://127.0.0.1:1/moot",
                                        "FOLKMOOT_DATABASE_USER", "grace"),
                                "community",
                                "list",
                                "--data",
                                folder.resolve("data").toString()))
                .satisfies(e -> refused(e, "The database at 127.0.0.1:1/moot does not answer"));
    }

    private static void refused(Ended ended, String words) {
        assertThat(ended.exitCode()).isOne();
        assertThat(ended.output()).contains(words).hasLineCount(1);
    }

    private static Ended verb(String database, String user, String password, String... arguments)
            throws Exception {
        var all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.resolve("data").toString();
        return FolkmootProcess.verb(environment(database, user, password), all);
    }

    private static Map<String, String> environment(String database, String user, String password) {
        return Map.of(
                "FOLKMOOT_DATABASE_URL", url(database),
                "FOLKMOOT_DATABASE_USER", user,
                "FOLKMOOT_DATABASE_PASSWORD", password);
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static @Nullable Path systemPrograms() throws IOException {
        if (!Files.isDirectory(SYSTEM)) {
            return null;
        }
        try (var versions = Files.list(SYSTEM)) {
            return versions.filter(v -> v.getFileName().toString().matches("\\d+"))
                    .filter(v -> Integer.parseInt(v.getFileName().toString()) >= OLDEST)
                    .min(Comparator.comparing(v -> Integer.valueOf(v.getFileName().toString())))
                    .map(v -> v.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .orElse(null);
        }
    }
}
