package org.folkmoot.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.folkmoot.kernel.Refusal;
import org.springframework.stereotype.Component;

/// Everything of this installation into one file, and back.
@Component
public class Backups {

    private final DatabaseAddress address;
    private final DataFolder folder;
    private final DataSource app;
    private final StoreSettings settings;

    Backups(DatabaseAddress address, DataFolder folder, DataSource app, StoreSettings settings) {
        this.address = address;
        this.folder = folder;
        this.app = app;
        this.settings = settings;
    }

    /// Writes everything as it stands at one moment; people may go on working.
    ///
    /// @param replace whether a file of that name may be replaced
    /// @throws Refusal.Unusable when the file cannot be written there
    public Manifest write(Path file, boolean replace, Progress progress)
            throws IOException, SQLException {
        var to = file.toAbsolutePath().normalize();
        if (Files.isDirectory(to) || (Files.exists(to) && !replace)) {
            throw new Refusal.Unusable(
                    "There is already a %s. Choose another name, or say --force to replace it."
                            .formatted(to));
        }
        var parent = Objects.requireNonNull(to.getParent());
        if (!Files.isDirectory(parent) || !Files.isWritable(parent)) {
            throw new Refusal.Unusable(
                    "The folder %s is not there or cannot be written to.".formatted(parent));
        }
        try (var owner = address.open()) {
            return new BackupWriter(owner, folder.uploads(), progress).write(to);
        }
    }

    /// Reads everything back: all of it or, when anything is wrong, nothing.
    ///
    /// @param force whether what is there already may be replaced
    /// @throws Refusal.Unusable when the file is damaged or of another version, the target not
    ///     empty, or a server runs on it
    public Manifest restore(Path file, boolean force, Progress progress)
            throws IOException, SQLException {
        mustBeAlone();
        try (var backup = new BackupFile(file.toAbsolutePath());
                var owner = address.open()) {
            backup.verify(room(), progress);
            new Restoration(backup, owner, folder.uploads(), progress).run(force);
            return backup.manifest();
        }
    }

    private void mustBeAlone() throws IOException, SQLException {
        try (var connection = app.getConnection()) {
            if (!folder.becomeServer() || Presence.serverIsRunning(connection)) {
                throw new Refusal.Unusable(
                        "Folkmoot is running on this data. Stop it first, then restore.");
            }
        }
    }

    /// Of an external database's disk we know nothing.
    private long room() throws IOException {
        return settings.ownDatabase().isPresent()
                ? Long.MAX_VALUE
                : Files.getFileStore(folder.root()).getUsableSpace();
    }
}
