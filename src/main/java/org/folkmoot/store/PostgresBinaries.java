package org.folkmoot.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The embedded database's programs, unpacked once into the data folder.
final class PostgresBinaries {

    static final String VERSION = "18.6";

    private static final List<String> ARCHIVES =
            List.of(
                    "/postgres-linux-x86_64.txz",
                    "/postgres-linux-arm_64.txz",
                    "/postgres-darwin-x86_64.txz",
                    "/postgres-darwin-arm_64.txz");

    private PostgresBinaries() {}

    /// Unpacks them unless that was done.
    ///
    /// @return the folder that holds `postgres`, `initdb` and `pg_ctl`
    static Path unpackInto(Path root) throws IOException {
        var home = root.resolve("postgres-" + VERSION);
        var complete = home.resolve(".complete");
        if (!Files.exists(complete)) {
            unpack(home);
            Files.createFile(complete);
        }
        return home.resolve("bin");
    }

    private static void unpack(Path home) throws IOException {
        var archive =
                ARCHIVES.stream()
                        .map(PostgresBinaries.class::getResourceAsStream)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "This build brings no database for this kind of"
                                                        + " machine."));
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (var e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
                place(home, tar, e);
            }
        }
    }

    private static void place(Path home, TarArchiveInputStream tar, TarArchiveEntry e)
            throws IOException {
        var to = home.resolve(e.getName()).normalize();
        if (!to.startsWith(home)) {
            throw new IOException("The database's archive names a path outside: " + e.getName());
        }
        if (e.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(java.util.Objects.requireNonNull(to.getParent()));
        Files.deleteIfExists(to);
        if (e.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(e.getLinkName()));
        } else if (e.isLink()) {
            Files.createLink(to, home.resolve(e.getLinkName()));
        } else {
            Files.copy(tar, to, StandardCopyOption.REPLACE_EXISTING);
            if ((e.getMode() & 0100) != 0 && !to.toFile().setExecutable(true, false)) {
                throw new IOException("Could not make " + to + " executable.");
            }
        }
    }
}
