package org.folkmoot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.folkmoot.kernel.Refusal;

/// `postmaster.pid`: how a running PostgreSQL tells where it is. One that was killed leaves it
/// behind, and its process id may belong to any other program by now.
record PostmasterFile(Path data) {

    private static final int PORT_LINE = 3;
    private static final int READY_LINE = 7;
    private static final int TRIES = 600;
    private static final long PAUSE_MILLIS = 100;

    /// The port of the database that runs on our data, if one does and is ready.
    OptionalInt runningPort() throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            var lines = lines();
            if (lines.isEmpty() || !runsOurData(Long.parseLong(lines.getFirst().strip()))) {
                return OptionalInt.empty();
            }
            if (lines.size() > READY_LINE && lines.get(READY_LINE).startsWith("ready")) {
                return OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()));
            }
            pause();
        }
        throw new Refusal.Unusable(
                "The database in %s has been starting for a minute. See its log beside it, and try again."
                        .formatted(data));
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /// Its command line names our folder; where the system hides that, its program's name must do.
    private boolean runsOurData(long pid) {
        var info = ProcessHandle.of(pid).map(ProcessHandle::info);
        var arguments = info.flatMap(ProcessHandle.Info::arguments);
        return arguments.isPresent()
                ? Arrays.asList(arguments.get()).contains(data.toString())
                : info.flatMap(ProcessHandle.Info::command)
                        .filter(command -> command.endsWith("postgres"))
                        .isPresent();
    }

    static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while the database was starting.", e);
        }
    }
}
