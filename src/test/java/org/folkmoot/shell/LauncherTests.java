package org.folkmoot.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./folkmoot` itself, with a JDK and a Maven that only say what they were asked for.
class LauncherTests {

    @TempDir Path folder;
    private Path home;
    private Path tools;
    private Path jdk;

    @BeforeEach
    void aCloneAndItsTools() throws IOException {
        home = Files.createDirectories(folder.resolve("a clone"));
        Files.copy(
                Path.of("folkmoot"), home.resolve("folkmoot"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(home.resolve("src/main/java"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        tools = Files.createDirectories(folder.resolve("tools"));
        jdk = Files.createDirectories(folder.resolve("jdk-25"));
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"25.0.3\"\n");
        program(jdk.resolve("bin/javac"), "exit 0");
        program(jdk.resolve("bin/java"), "echo \"java in $PWD: $*\"");
        program(
                tools.resolve("mvn"),
                "echo \"maven with $JAVA_HOME: $*\" >>'%s/maven'; mkdir -p target; echo jar >target/folkmoot.jar"
                        .formatted(folder));
    }

    @Test
    void withoutAJdkItSaysHowToGetOne() throws Exception {
        // every JDK of this machine looks old to it
        program(tools.resolve("sed"), "echo 17");
        var ended = launch("--demo");
        assertThat(ended.exitCode()).isOne();
        assertThat(ended.output()).startsWith("Folkmoot needs a JDK 25 or newer").hasLineCount(1);
    }

    @Test
    void withoutMavenItSaysHowToGetIt() throws Exception {
        Files.delete(tools.resolve("mvn"));
        for (var name :
                new String[] {
                    "bash",
                    "sed",
                    "find",
                    "mkdir",
                    "touch",
                    "grep",
                    "tail",
                    "rm",
                    "uname",
                    "cat",
                    "flock",
                    "readlink"
                }) {
            var real = Path.of("/usr/bin", name);
            if (Files.exists(real)) {
                Files.createSymbolicLink(tools.resolve(name), real);
            }
        }
        var ended = launch(tools.toString(), home, home.resolve("folkmoot"), "run");
        assertThat(ended.exitCode()).isOne();
        assertThat(ended.output()).contains("Folkmoot needs Maven");
    }

    @Test
    void itBuildsOnceAndAgainWhenASourceIsNewer() throws Exception {
        assertThat(launch("run").output()).contains("Building Folkmoot", "folkmoot.jar run");
        assertThat(launch("run").output()).doesNotContain("Building");
        assertThat(builds()).isEqualTo(1);
        Files.setLastModifiedTime(
                Files.createFile(home.resolve("src/main/java/New.java")),
                FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(launch("run").output()).contains("Building");
        assertThat(builds()).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("maven"))).contains("maven with " + jdk);
    }

    @Test
    void whatWasPreparedBelongsToTheJarItWasMadeOf() throws Exception {
        aJdkThatPrepares("true");
        assertThat(launch("run").output()).contains("start.jar:", "org.folkmoot.Folkmoot run");
        assertThat(launch("run").output()).contains("start.jar:").doesNotContain("Rehearsing");
        Files.writeString(home.resolve("target/folkmoot.jar"), "another");
        assertThat(launch(Map.of("FOLKMOOT_AOT", "off"), "run").output())
                .contains("-jar " + home.resolve("target/folkmoot.jar") + " run")
                .doesNotContain("start.jar");
        assertThat(launch("run").output()).contains("Rehearsing", "start.jar:");
    }

    @Test
    void aRehearsalThatFailsIsNotTriedAgain() throws Exception {
        aJdkThatPrepares("exit 1");
        assertThat(launch("run").output()).contains("Rehearsing", "folkmoot.jar run");
        assertThat(launch("run").output())
                .contains("-jar", "folkmoot.jar run")
                .doesNotContain("Rehearsing", "start.jar");
    }

    @Test
    void twoFirstStartsBuildOnce() throws Exception {
        program(
                tools.resolve("mvn"),
                "echo maven >>'%s/maven'; sleep 1; mkdir -p target; echo jar >target/folkmoot.jar"
                        .formatted(folder));
        var one = start(path(), home, home.resolve("folkmoot"), "run");
        var other = start(path(), home, home.resolve("folkmoot"), "run");
        assertThat(one.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(one.exitValue() + other.exitValue()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void ctrlCDuringABuildEndsIt() throws Exception {
        program(
                tools.resolve("mvn"),
                "trap 'exit 130' INT; touch '%s/begun'; for n in $(seq 100); do sleep 0.1; done"
                        .formatted(folder));
        // a group of its own, as a terminal gives it; the signal goes to all of it
        program(tools.resolve("in-group"), "set -m; \"$@\" & wait $!");
        var launched =
                start(
                        path(),
                        home,
                        tools.resolve("in-group"),
                        "bash",
                        home.resolve("folkmoot").toString());
        while (!Files.exists(folder.resolve("begun"))) {
            Thread.sleep(20);
        }
        var leader = launched.children().findFirst().orElseThrow();
        new ProcessBuilder("kill", "-INT", "--", "-" + leader.pid()).start().waitFor();
        assertThat(launched.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(launched.exitValue()).isEqualTo(130);
    }

    @Test
    void aBuildThatFailsShowsItsLastErrors() throws Exception {
        program(tools.resolve("mvn"), "echo '[ERROR] Hall.java: no such thing'; exit 1");
        var ended = launch("run");
        assertThat(ended.exitCode()).isOne();
        assertThat(ended.output())
                .contains("Hall.java: no such thing", "could not be built", "target/build.log");
    }

    @Test
    void noVerbMeansRunAndPathsStayWhereThePersonIs() throws Exception {
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        var link =
                Files.createSymbolicLink(elsewhere.resolve("moot"), Path.of("../a clone/folkmoot"));
        assertThat(launch(path(), elsewhere, link).output()).contains("folkmoot.jar run\n");
        assertThat(launch(path(), elsewhere, link, "--demo").output())
                .contains("folkmoot.jar run --demo");
        assertThat(launch(path(), elsewhere, link, "import", "slack", "a b.zip").output())
                .contains("java in " + elsewhere)
                .contains("-Dfolkmoot.home=" + home)
                .contains("folkmoot.jar import slack a b.zip");
    }

    @Test
    void memoryIsAsToldOrRefused() throws Exception {
        assertThat(launch(Map.of("FOLKMOOT_MEMORY", "2g"), "run").output()).contains("-Xmx2g");
        var refused = launch(Map.of("FOLKMOOT_MEMORY", "plenty"), "run");
        assertThat(refused.exitCode()).isOne();
        assertThat(refused.output()).startsWith("FOLKMOOT_MEMORY is plenty").hasLineCount(1);
    }

    /// @param rehearsing what it does when it is to rehearse
    private void aJdkThatPrepares(String rehearsing) throws IOException {
        program(
                jdk.resolve("bin/java"),
                "case $* in *' prepare --to '*) touch '%s' ;; *' rehearse '*) %s ;; esac; echo \"java: $*\""
                        .formatted(home.resolve("target/start.jar"), rehearsing));
    }

    private record Ended(int exitCode, String output) {}

    private String path() {
        return tools + ":/usr/bin:/bin";
    }

    private int builds() throws IOException {
        return Files.readAllLines(folder.resolve("maven")).size();
    }

    private Ended launch(String... arguments) throws Exception {
        return launch(path(), home, home.resolve("folkmoot"), arguments);
    }

    private Ended launch(Map<String, String> more, String... arguments) throws Exception {
        return end(start(more, path(), home, home.resolve("folkmoot"), arguments));
    }

    private Ended launch(String path, Path in, Path launcher, String... arguments)
            throws Exception {
        return end(start(path, in, launcher, arguments));
    }

    private Process start(String path, Path in, Path launcher, String... arguments)
            throws IOException {
        return start(Map.of(), path, in, launcher, arguments);
    }

    private Process start(
            Map<String, String> more, String path, Path in, Path launcher, String... arguments)
            throws IOException {
        var command =
                new java.util.ArrayList<>(java.util.List.of("/bin/bash", launcher.toString()));
        command.addAll(java.util.List.of(arguments));
        var builder = new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("FOLKMOOT_"));
        builder.environment()
                .putAll(
                        Map.of(
                                "PATH", path,
                                "JAVA_HOME", jdk.toString(),
                                "HOME", folder.toString()));
        builder.environment().putAll(more);
        return builder.start();
    }

    private static Ended end(Process process) throws Exception {
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/bash\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
