package org.folkmoot.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/// The folder that holds everything of one installation: `db/` (the embedded database), `uploads/`,
/// `secret`. Several processes may use it at once, but only one may be the server.
///
/// The locks are bytes of one file, which the system frees when a process dies, however it dies.
public final class DataFolder implements AutoCloseable {

    private static final long SERVER_BYTE = 0;
    private static final long USERS_BYTE = 1;
    private static final long MAKING_BYTE = 2;
    private static final long SECRET_BYTE = 3;

    private final Path root;
    private final FileChannel channel;
    private @Nullable FileLock server;
    private @Nullable FileLock user;

    /// @throws Refusal.Unusable when it cannot be made or written to, or belongs to someone else
    public DataFolder(Path root) throws IOException {
        var wanted = root.toAbsolutePath().normalize();
        try {
            var isNew = !Files.exists(wanted);
            Files.createDirectories(wanted);
            this.root = wanted.toRealPath();
            if (isNew) {
                // the database may run as another user and must get through
                Files.setPosixFilePermissions(
                        this.root, PosixFilePermissions.fromString("rwx--x--x"));
            }
            var lock = this.root.resolve("lock");
            if (Files.exists(lock)) {
                mustBeOurs(lock);
            }
            this.channel =
                    FileChannel.open(
                            lock,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (!Files.exists(uploads())) {
                Files.createDirectory(
                        uploads(),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
        } catch (AccessDeniedException e) {
            throw new Refusal.Unusable(
                    "The data folder %s cannot be written to. Change its owner, or use another: --data DIR"
                            .formatted(wanted));
        } catch (FileAlreadyExistsException e) {
            throw new Refusal.Unusable(
                    "%s is a file, so it cannot be the data folder. Use another: --data DIR"
                            .formatted(wanted));
        } catch (FileSystemException e) {
            throw new Refusal.Unusable(
                    "The data folder %s cannot be used: %s. Use another: --data DIR"
                            .formatted(wanted, String.valueOf(e.getReason())));
        }
    }

    /// Root could write here, but would leave files that their owner can then not use.
    private void mustBeOurs(Path lock) throws IOException {
        var owner = Files.getAttribute(lock, "unix:uid");
        if (!owner.equals(ProcessUser.id())) {
            throw new Refusal.Unusable(
                    "The data folder %s belongs to the user %s. Start Folkmoot as that user, or use another folder: --data DIR"
                            .formatted(root, Files.getOwner(lock).getName()));
        }
    }

    public Path root() {
        return root;
    }

    /// Where files that people dropped wait for their import.
    public Path uploads() {
        return root.resolve("uploads");
    }

    /// Claims to be the one server of this folder, until it is closed; false when another already
    /// is.
    public synchronized boolean becomeServer() throws IOException {
        if (server == null) {
            server = tryLock(SERVER_BYTE);
        }
        return server != null;
    }

    /// Counts this process among those that use the database. Waits while another stops it.
    synchronized void enter() throws IOException {
        user = channel.lock(USERS_BYTE, 1, true);
    }

    /// Leaves; true when nobody else is in, so that the one who leaves may put out the light.
    /// Nobody comes in before `close`.
    synchronized boolean leaveAsLast() throws IOException {
        if (user != null) {
            user.release();
        }
        user = tryLock(USERS_BYTE);
        return user != null;
    }

    /// Held by whoever makes or starts the database; others wait until it is there.
    FileLock making() throws IOException {
        return channel.lock(MAKING_BYTE, 1, false);
    }

    private @Nullable FileLock tryLock(long which) throws IOException {
        try {
            return channel.tryLock(which, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // another part of this very process has it
        }
    }

    /// A secret of this installation, made on first use, readable by its owner only.
    ///
    /// @return 192 random bits, base64url
    public synchronized String secret(String name) throws IOException {
        var file = root.resolve(name);
        if (!Files.exists(file)) {
            try (var _ = channel.lock(SECRET_BYTE, 1, false)) {
                if (!Files.exists(file)) {
                    writeSecret(file);
                }
            }
        }
        return Files.readString(file).strip();
    }

    private void writeSecret(Path file) throws IOException {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var temporary = root.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        Files.createFile(
                temporary,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(temporary, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Removes a folder and all in it, if it is there. Follows no link.
    static void remove(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(tree)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
