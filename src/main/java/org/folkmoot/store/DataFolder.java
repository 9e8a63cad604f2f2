package org.folkmoot.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The folder that holds everything of one installation: `db/` (the embedded database), `uploads/`,
/// `secret`. Several processes may use it at once, but only one may be the server.
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;
    private @Nullable FileLock server;
    private @Nullable FileLock user;

    private static final long SERVER_BYTE = 0;
    private static final long USERS_BYTE = 1;

    /// @throws IOException when it cannot be made or written to
    public DataFolder(Path root) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        Files.createDirectories(this.root);
        this.channel =
                FileChannel.open(
                        this.root.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
    }

    public Path root() {
        return root;
    }

    /// Where files that people dropped wait for their import.
    public Path uploads() {
        return root.resolve("uploads");
    }

    /// Claims to be the one server of this folder; false when another already is.
    public synchronized boolean becomeServer() throws IOException {
        try {
            server = channel.tryLock(SERVER_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return false;
        }
        return server != null;
    }

    /// Counts this process among those that use the database.
    synchronized void enter() throws IOException {
        user = channel.lock(USERS_BYTE, 1, true);
    }

    /// Leaves; true when nobody else is in, so that the one who leaves may put out the light. The
    /// exclusive lock is then held until `close`.
    synchronized boolean leaveAsLast() throws IOException {
        if (user != null) {
            user.release();
        }
        user = channel.tryLock(USERS_BYTE, 1, false);
        return user != null;
    }

    /// A secret of this installation, made on first use, readable by its owner only.
    ///
    /// @return 192 random bits, base64url
    public synchronized String secret(String name) throws IOException {
        var file = root.resolve(name);
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var temporary = root.resolve(name + ".new");
            Files.deleteIfExists(temporary);
            Files.createFile(
                    temporary,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    temporary, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            Files.move(temporary, file);
        }
        return Files.readString(file).strip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
