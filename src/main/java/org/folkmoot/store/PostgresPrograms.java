package org.folkmoot.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.folkmoot.kernel.Refusal;

/// Runs the embedded database's own programs and says in one sentence why one failed.
record PostgresPrograms(Path bin, AsPlainUser plain, Path logFile) {

    private static final long LONGEST_MINUTES = 6;
    private static final int LAST_WORDS = 20;

    /// @throws Refusal.Unusable with a sentence for the operator when it fails
    void run(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(plain.prefix());
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        var output = Files.createTempFile("folkmoot-", ".log");
        try {
            var process =
                    new ProcessBuilder(command)
                            .directory(bin.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .redirectInput(new File("/dev/null"))
                            .start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new Refusal.Unusable(inWords(program, Files.readString(output)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while waiting for " + program + ".", e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private String inWords(String program, String output) throws IOException {
        var log = Files.exists(logFile) ? lastOf(Files.readAllLines(logFile)) : List.<String>of();
        if ((output + log).contains("No space left on device")) {
            return "The disk that holds %s is full. Free some space and start again."
                    .formatted(logFile.getParent());
        }
        var why =
                log.stream()
                        .filter(line -> line.contains("FATAL") || line.contains("PANIC"))
                        .reduce((_, last) -> last)
                        .map(line -> line.replaceFirst("^.*(FATAL|PANIC): +", ""))
                        .orElseGet(() -> output.strip().lines().reduce("", (_, last) -> last));
        return "The database did not start (%s: %s). Its log is %s"
                .formatted(program, why, logFile);
    }

    private static List<String> lastOf(List<String> lines) {
        return lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size());
    }
}
