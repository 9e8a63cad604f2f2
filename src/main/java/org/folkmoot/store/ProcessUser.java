package org.folkmoot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The system's user this process runs as.
final class ProcessUser {

    private static final Path OURSELVES = Path.of("/proc/self");

    private ProcessUser() {}

    /// The numeric user id; 0 is root.
    static Integer id() throws IOException {
        if (Files.exists(OURSELVES)) {
            return (Integer) Files.getAttribute(OURSELVES, "unix:uid");
        }
        // macOS has no /proc: a new file has our id
        var probe = Files.createTempFile("folkmoot-", ".user");
        try {
            return (Integer) Files.getAttribute(probe, "unix:uid");
        } finally {
            Files.delete(probe);
        }
    }

    static boolean isRoot() throws IOException {
        return id() == 0;
    }
}
