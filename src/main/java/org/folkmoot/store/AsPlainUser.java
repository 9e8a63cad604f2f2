package org.folkmoot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// PostgreSQL refuses to run as root. When we are root, it runs in a user namespace, where it is
/// nobody in particular; where the system forbids that, as the user `nobody`, who is then given its
/// folder.
record AsPlainUser(List<String> prefix, boolean handsOver) {

    private static final AsPlainUser AS_WE_ARE = new AsPlainUser(List.of(), false);

    static AsPlainUser onThisMachine(Path folder) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_WE_ARE;
        }
        var namespace = new AsPlainUser(List.of("unshare", "--user"), false);
        if (namespace.works()) {
            return namespace;
        }
        var nobody =
                new AsPlainUser(
                        List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
                        true);
        if (nobody.works()) {
            nobody.own(folder);
            return nobody;
        }
        throw new IOException(
                "The database may not run as root here: start Folkmoot as an ordinary user.");
    }

    private boolean works() throws IOException {
        var command = new java.util.ArrayList<>(prefix);
        command.add("true");
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
    void own(Path path) throws IOException {
        if (handsOver) {
            Files.setAttribute(path, "unix:uid", 65534);
            Files.setAttribute(path, "unix:gid", 65534);
        }
    }

    /// A path the database's programs may read.
    Path readable(Path secret) throws IOException {
        own(secret);
        return secret;
    }
}
