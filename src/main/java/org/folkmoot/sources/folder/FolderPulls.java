package org.folkmoot.sources.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.folkmoot.connectors.Delivery;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Import;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.jspecify.annotations.Nullable;

/// Takes in what lies in the folder, a file at a time, each once by what is in it.
record FolderPulls(Line line, Roots roots, Taker taker) {

    /// Brings a file in.
    interface Taker {
        Import take(String name, Delivery.Content content) throws IOException;
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        try (var folder = roots.open(line.connection().setting("path"))) {
            var files = Waiting.in(folder);
            var fresh = files.stream().filter(f -> !at.has(f)).toList();
            var whole = fresh.stream().filter(f -> f.settled(line.now())).findFirst();
            if (whole.isPresent()) {
                return take(folder, whole.get(), at.among(files));
            }
            return fresh.isEmpty()
                    ? new Pull.Caught(List.of(), Cursors.write(at.among(files)), false, "")
                    : new Pull.SlowDown(
                            fresh.getFirst().changed().plus(Waiting.SETTLED),
                            "%s may still be being written.".formatted(fresh.getFirst().name()));
        } catch (NoSuchFileException e) {
            return new Pull.Unreachable("The folder, or a file in it, is not there.", false);
        } catch (IOException e) {
            return new Pull.SignInAgain(String.valueOf(e.getMessage()));
        } catch (Refusal e) {
            return new Pull.Unreachable(String.valueOf(e.getMessage()), false);
        }
    }

    private Pull take(SecureDirectoryStream<Path> folder, Waiting file, At at) throws IOException {
        String hash;
        try {
            hash = hash(folder, file.name());
        } catch (AccessDeniedException e) {
            return dealtWith(at.seen(file), file, "The server may not read this file.");
        }
        var next = at.dealtWith(file, hash);
        return at.taken().contains(hash)
                ? dealtWith(next, file, null)
                : dealtWith(next, file, problem(folder, file.name(), hash));
    }

    private static Pull dealtWith(At next, Waiting file, @Nullable String why) {
        return new Pull.Caught(
                why == null ? List.of() : List.of(new Found.Refused(file.name(), 1, why, "")),
                Cursors.write(next),
                true,
                "files, after " + file.name());
    }

    private @Nullable String problem(SecureDirectoryStream<Path> folder, String name, String hash)
            throws IOException {
        try {
            var done = taker.take(name, to -> copy(folder, name, hash, to));
            return done.problem();
        } catch (Changed | NoSuchFileException e) {
            throw new NoSuchFileException(name);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String hash(SecureDirectoryStream<Path> folder, String name) throws IOException {
        try (var in = new DigestInputStream(open(folder, name), sha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return hex(in);
        }
    }

    private static void copy(SecureDirectoryStream<Path> folder, String name, String hash, Path to)
            throws IOException {
        try (var in = new DigestInputStream(open(folder, name), sha256())) {
            Files.copy(in, to);
            if (!hex(in).equals(hash)) {
                throw new Changed();
            }
        }
    }

    private static InputStream open(SecureDirectoryStream<Path> folder, String name)
            throws IOException {
        return Channels.newInputStream(
                folder.newByteChannel(
                        Path.of(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }

    private static String hex(DigestInputStream in) {
        return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// Somebody wrote into it while it was read.
    private static final class Changed extends IOException {
        private static final long serialVersionUID = 1;
    }
}
