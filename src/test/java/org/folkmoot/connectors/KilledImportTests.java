package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.intake.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// Whenever its process is killed, an import goes on as if nothing had happened.
@HouseTest
class KilledImportTests {

    private static final int KILLS = 20;
    private static final int DAYS = 25;
    private static final int A_DAY = 270; // in three channels: 20,250 messages
    private static final int PAGE = 150;

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Imports imports;
    @Autowired Importer importer;
    @Autowired Environment settings;

    @Test
    void anImportKilledTwentyTimesEndsLikeOneThatWasLeftAlone(@TempDir Path temp) throws Exception {
        var export = temp.resolve("export");
        SlackTown.write(export, DAYS, A_DAY, 7);

        var calm = town.found();
        var undisturbed = town.in(calm, () -> importer.run(plan(export).id(), _ -> {}));
        assertThat(undisturbed.state()).isEqualTo(Import.State.DONE);
        assertThat(undisturbed.counts().activities()).isGreaterThan(20_000);
        assertThat(undisturbed.counts().refused()).isPositive();

        var stormy = town.found();
        var id = town.in(stormy, () -> plan(export).id());
        var random = new Random();
        var seed = random.nextLong();
        random.setSeed(seed);
        var share = undisturbed.position() / (KILLS + 1);
        for (int kill = 1; kill <= KILLS; kill++) {
            var from = kill * share - random.nextLong(share / 2);
            var rest = random.nextLong(40);
            killAt(stormy, id, temp, from, rest);
            var left = town.in(stormy, () -> imports.get(id));
            assertThat(left.state())
                    .as("killed %d times, seed %d", kill, seed)
                    .isEqualTo(Import.State.RUNNING);
            assertThat(left.counts().read()).isEqualTo(sum(left.counts()));
        }
        leaveAlone(stormy, id, temp);

        var done = town.in(stormy, () -> imports.get(id));
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        assertThat(done.position()).isEqualTo(undisturbed.position());
        assertThat(done.counts()).as("seed %d", seed).isEqualTo(undisturbed.counts());
        assertThat(done.counts().read()).isEqualTo(sum(done.counts()));
        assertThat(refused(stormy, id)).isEqualTo(refused(calm, undisturbed.id()));
        assertThat(intaking.state(stormy)).as("seed %d", seed).isEqualTo(intaking.state(calm));
    }

    private static long sum(Import.Counts counts) {
        return counts.stored() + counts.known() + counts.refused();
    }

    private Import plan(Path export) throws IOException {
        try (var tree = Tree.of(export)) {
            return imports.plan(
                    "slack", "export", export.toString(), Map.of(), tree.fingerprint(), "Ada");
        }
    }

    private List<String> refused(Community community, long id) {
        return town.in(
                community,
                () ->
                        imports.refused(id, 0, 10_000).stream()
                                .map(r -> r.file() + ":" + r.line() + " " + r.reason())
                                .sorted()
                                .toList());
    }

    /// Kills the process some milliseconds after it said that it came so far: mostly in the middle
    /// of a transaction.
    private void killAt(Community community, long id, Path temp, long position, long rest)
            throws Exception {
        var process = start(community, id, temp);
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            await(said, position, temp);
            Thread.sleep(rest);
            process.destroyForcibly().waitFor();
            assertThat(process.exitValue()).as("killed by SIGKILL").isEqualTo(137);
        }
    }

    private void leaveAlone(Community community, long id, Path temp) throws Exception {
        var process = start(community, id, temp);
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            await(said, Long.MAX_VALUE, temp);
            assertThat(process.waitFor()).isZero();
        }
    }

    private static void await(BufferedReader said, long position, Path temp) throws IOException {
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

    private Process start(Community community, long id, Path temp) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command =
                new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoneImport.class.getName(),
                        community.id().toString(),
                        Long.toString(id));
        var environment = command.environment();
        environment.put(
                "FOLKMOOT_DATABASE_URL", settings.getRequiredProperty("folkmoot.database.url"));
        environment.put(
                "FOLKMOOT_DATABASE_USER", settings.getRequiredProperty("folkmoot.database.user"));
        environment.put(
                "FOLKMOOT_DATABASE_PASSWORD",
                settings.getRequiredProperty("folkmoot.database.password"));
        environment.put("FOLKMOOT_DATA", temp.resolve("data").toString());
        environment.put("FOLKMOOT_IMPORT_PAGE", Integer.toString(PAGE));
        command.redirectError(temp.resolve("errors.txt").toFile());
        try {
            return command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
