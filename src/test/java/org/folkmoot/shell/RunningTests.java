package org.folkmoot.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.folkmoot.FolkmootProcess;
import org.folkmoot.FolkmootProcess.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folkmoot started, stopped and killed as real processes.
class RunningTests {

    @TempDir Path folder;

    @Test
    void whatWasCommittedIsThereAfterEveryKindOfDeath() throws Exception {
        var data = folder.resolve("data with a space");
        try (var server = FolkmootProcess.server(data)) {
            assertThat(create(data, "ada").exitCode()).isZero();
            var letter = Files.writeString(folder.resolve("letter.txt"), "Dear Ada");
            var nothing = verb(data, "import", "slack", letter.toString(), "--community", "ada");
            assertThat(nothing.exitCode()).isOne();
            assertThat(nothing.output()).contains("Nothing in letter.txt could be read as slack");
            server.signal("KILL");
            server.ended();
        }
        var survivor = postmaster(data);
        assertThat(ProcessHandle.of(survivor)).isPresent();
        try (var server = FolkmootProcess.server(data)) {
            assertThat(postmaster(data)).as("the database is taken over").isEqualTo(survivor);
            assertThat(create(data, "grace").exitCode()).isZero();
            server.signal("KILL");
            FolkmootProcess.signal("KILL", survivor);
            server.ended();
        }
        assertThat(data.resolve("db/postmaster.pid")).exists();
        try (var server = FolkmootProcess.server(data)) {
            assertThat(list(data)).contains("ada", "grace");
            assertThat(answer(server.port(), "/health")).contains("UP").doesNotContain("db");
            server.signal("TERM");
            assertThat(server.ended().exitCode()).isIn(0, 143);
        }
        assertThat(data.resolve("db/postmaster.pid")).doesNotExist();
    }

    @Test
    void theLastOneOutStopsTheDatabase() throws Exception {
        var data = folder.resolve("data");
        try (var server = FolkmootProcess.server(data)) {
            try (var second =
                    FolkmootProcess.start(
                            Map.of(), "run", "--data", data.toString(), "--port", "0")) {
                var refused = second.ended();
                assertThat(refused.exitCode()).isOne();
                assertThat(refused.output())
                        .startsWith("Another Folkmoot is running on")
                        .hasLineCount(1);
            }
            var restore = verb(data, "restore", "nothing.zip");
            assertThat(restore.output()).contains("Folkmoot is running on this data");
            try (var one = errand(data, "linus");
                    var other = errand(data, "mallory")) {
                server.signal("INT");
                assertThat(server.ended().exitCode()).isIn(0, 130);
                assertThat(one.ended().exitCode()).as(one.output()).isZero();
                assertThat(other.ended().exitCode()).as(other.output()).isZero();
            }
        }
        assertThat(data.resolve("db/postmaster.pid")).doesNotExist();
        assertThat(list(data)).contains("linus", "mallory");
    }

    @Test
    void twoFirstStartsAtOnceMakeOneDatabase() throws Exception {
        var data = folder.resolve("data");
        try (var one = errand(data, "one");
                var other = errand(data, "other")) {
            assertThat(one.ended().exitCode()).as(one.output()).isZero();
            assertThat(other.ended().exitCode()).as(other.output()).isZero();
        }
        assertThat(list(data)).contains("one", "other");
    }

    @Test
    void aPortThatIsTakenIsToldInOneSentence() throws Exception {
        try (var taken =
                new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            var refused = verb(folder, "run", "--port", Integer.toString(taken.getLocalPort()));
            assertThat(refused.exitCode()).isOne();
            assertThat(refused.output())
                    .startsWith("Port " + taken.getLocalPort() + " is taken")
                    .hasLineCount(1);
        }
    }

    @Test
    void mistakesInTheSettingsAreToldTogether() throws Exception {
        var refused =
                FolkmootProcess.verb(
                        Map.of(
                                "FOLKMOOT_DATABASE_URL",
                                "mysql://localhost/folkmoot",
                                "FOLKMOOT_DATABASE_POOL",
                                "many"),
                        "community",
                        "list",
                        "--data",
                        folder.toString());
        assertThat(refused.exitCode()).isOne();
        assertThat(refused.output())
                .contains("FOLKMOOT_DATABASE_URL is not", "FOLKMOOT_DATABASE_POOL is many")
                .hasLineCount(2);
    }

    private static FolkmootProcess errand(Path data, String slug) throws IOException {
        return FolkmootProcess.start(
                Map.of(),
                "community",
                "create",
                "--slug",
                slug,
                "--name",
                slug,
                "--data",
                data.toString());
    }

    private static Ended create(Path data, String slug) throws Exception {
        return verb(data, "community", "create", "--slug", slug, "--name", slug);
    }

    private static String list(Path data) throws Exception {
        return verb(data, "community", "list").output();
    }

    private static Ended verb(Path data, String... arguments) throws Exception {
        var all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return FolkmootProcess.verb(all);
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("db/postmaster.pid")).getFirst().strip());
    }

    private static String answer(int port, String path) throws Exception {
        try (var browser = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
            return browser.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
