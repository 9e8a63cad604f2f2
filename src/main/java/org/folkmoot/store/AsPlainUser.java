package org.folkmoot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.folkmoot.kernel.Refusal;

/// PostgreSQL refuses to run as root. When we are root, it runs in a user namespace, where it is
/// nobody in particular; where the system forbids that, as the user `nobody`, who is then given its
/// folder.
record AsPlainUser(List<String> prefix, boolean handsOver) {

    private static final AsPlainUser AS_WE_ARE = new AsPlainUser(List.of(), false);
    private static final int NOBODY = 65534;

    /// @param program one that must be readable, to try it on
    static AsPlainUser onThisMachine(Path program) throws IOException {
        if (!ProcessUser.isRoot()) {
            return AS_WE_ARE;
        }
        var namespace = new AsPlainUser(List.of("unshare", "--user"), false);
        if (namespace.canStart(program)) {
            return namespace;
        }
        var nobody =
                new AsPlainUser(
                        List.of(
                                "setpriv",
                                "--reuid=" + NOBODY,
                                "--regid=" + NOBODY,
                                "--clear-groups"),
                        true);
        if (nobody.canStart(program)) {
            return nobody;
        }
        throw new Refusal.Unusable(
                "The database may not run as root here. Start Folkmoot as an ordinary user, with a data folder of its own: --data DIR");
    }

    private boolean canStart(Path program) throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(program.toString(), "--version"));
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException e) {
            return false; // the program is not there
        }
    }

    /// Gives a file or folder to the user the database runs as.
    Path own(Path path) throws IOException {
        if (handsOver) {
            Files.setAttribute(path, "unix:uid", NOBODY);
            Files.setAttribute(path, "unix:gid", NOBODY);
        }
        return path;
    }
}
