package org.folkmoot;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/// The command of a process of this build's classes. The first to ask packs them, prepares and
/// rehearses a start, as the launcher does, so that the many that follow start in a third of the
/// time; whoever asks meanwhile gets them as they lie.
public final class JavaProcess {

    private static final Path FOLDER = Path.of("target", "rehearsed").toAbsolutePath();
    private static final Path JAR = FOLDER.resolve("house.jar");
    private static final Path START = FOLDER.resolve("start.jar");
    private static final Path CACHE = FOLDER.resolve("house.aot");
    private static final Path KEY = FOLDER.resolve("key");
    private static final int LONGEST = 3; // minutes
    private static volatile boolean rehearsed;

    private JavaProcess() {}

    /// The program and its options, up to the main class; the caller adds its arguments.
    public static List<String> of(Class<?> main, String... options) {
        try {
            var command = java();
            command.addAll(List.of(options));
            if (rehearsed || isRehearsed()) {
                command.addAll(List.of("-XX:AOTCache=" + CACHE, "-Xlog:aot=off", "-Xlog:cds=off"));
                command.addAll(List.of("-cp", packed()));
            } else {
                command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            }
            command.add(main.getName());
            return command;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// Waits until the processes of before were prepared, by whomever.
    ///
    /// @return where a server's beans lie then
    public static Path prepared() throws IOException, InterruptedException {
        var until = Instant.now().plus(Duration.ofMinutes(2 * LONGEST));
        while (!isRehearsed() && Instant.now().isBefore(until)) {
            Thread.sleep(100);
        }
        return START;
    }

    private static List<String> java() {
        return new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC"));
    }

    private static boolean isRehearsed() throws IOException {
        Files.createDirectories(FOLDER);
        try (var channel =
                        FileChannel.open(
                                FOLDER.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                return false;
            }
            var key = key();
            if (!Files.exists(KEY) || !Files.readString(KEY).equals(key)) {
                Files.deleteIfExists(CACHE);
                Files.deleteIfExists(START);
                pack();
                var data = Files.createTempDirectory(FOLDER, "data-");
                run(data, List.of(), "prepare", "--to", START.toString());
                run(data, List.of("-XX:AOTCacheOutput=" + CACHE), "rehearse", "--port", "0");
                FileSystemUtils.deleteRecursively(data);
                Files.writeString(KEY, key);
            }
            rehearsed = Files.exists(CACHE);
            return rehearsed;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /// Another one after every compilation.
    private static String key() throws IOException {
        long files = 0;
        long newest = 0;
        for (var folder : classPath(true)) {
            try (var all = Files.walk(folder)) {
                for (var file : (Iterable<Path>) all::iterator) {
                    files++;
                    newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
                }
            }
        }
        return files + " " + newest + " " + packed().hashCode();
    }

    private static void pack() {
        var arguments = new ArrayList<>(List.of("--create", "--no-compress", "--file", JAR + ""));
        for (var folder : classPath(true)) {
            arguments.addAll(List.of("-C", folder.toString(), "."));
        }
        var said = new java.io.StringWriter();
        var jar = ToolProvider.findFirst("jar").orElseThrow();
        var words = new PrintWriter(said);
        if (jar.run(words, words, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The classes could not be packed: " + said);
        }
    }

    private static void run(Path data, List<String> options, String verb, String... arguments)
            throws IOException {
        var command = java();
        command.addAll(options);
        command.addAll(List.of("-cp", packed(), Folkmoot.class.getName(), verb));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        var log = FOLDER.resolve(verb + ".log").toFile();
        var process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        try {
            if (!process.waitFor(LONGEST, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String packed() {
        var all = new ArrayList<>(List.of(START, JAR)); // a jar that is not there is passed over
        all.addAll(classPath(false));
        return all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> classPath(boolean folders) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Files::exists)
                .filter(p -> Files.isDirectory(p) == folders)
                .toList();
    }
}
