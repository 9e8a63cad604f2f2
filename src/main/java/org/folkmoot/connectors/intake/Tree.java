package org.folkmoot.connectors.intake;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;

/// The files of an export, whether it came as a folder, a zip or a single file. Sorted by path, so
/// that reading twice gives the same order. Nothing is unpacked to disk; a file that is packed by
/// itself (`.gz`) is unpacked as it is read, and goes by its name without the ending.
public abstract class Tree implements Closeable {

    /// A file inside. `path` uses `/` and is relative; `size` in bytes, unpacked.
    public record Entry(String path, long size) {

        /// `users.json` of `export/users.json`.
        public String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        /// `export` of `export/users.json`, empty at the top.
        public String folder() {
            return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
        }
    }

    private final AtomicLong read = new AtomicLong();
    private final Gzip gzip;
    private volatile String reading = "";

    /// @param most bytes that files packed by themselves may unpack to, all together
    protected Tree(long most) {
        this.gzip = new Gzip(most);
    }

    /// Opens an export.
    ///
    /// @throws IOException with a sentence for the person who imports, when it is missing, no
    ///     readable archive, or looks like an attack
    public static Tree of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return new FolderTree(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new IOException("There is no file or folder %s.".formatted(path));
        }
        return ZipTree.looksLikeZip(path) ? new ZipTree(path) : new SingleTree(path);
    }

    /// All regular files, sorted by path; folders, links out of the tree, `__MACOSX` and dot files
    /// left out.
    public abstract List<Entry> files();

    /// Names that had to be left out, each with the reason: they are reported as refused.
    public List<String> leftOut() {
        return List.of();
    }

    /// The file or folder it was opened from.
    public abstract Path root();

    protected abstract InputStream openRaw(Entry entry) throws IOException;

    /// Bytes it takes on disk.
    protected long packedSize(Entry entry) {
        return entry.size();
    }

    private InputStream unpacked(Entry entry) throws IOException {
        return gzip.open(openRaw(entry), packedSize(entry), entry.path());
    }

    /// Changes when the export does: a hash over its files' names, sizes and the root's time.
    public String fingerprint() throws IOException {
        var sum = new java.util.zip.CRC32();
        for (var entry : files()) {
            sum.update(
                    (entry.path() + "\0" + entry.size() + "\n")
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        sum.update(
                Files.getLastModifiedTime(root())
                        .toString()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return "%08x-%d".formatted(sum.getValue(), bytesTotal());
    }

    /// A stream that counts towards the progress.
    public final InputStream open(Entry entry) throws IOException {
        reading = entry.path();
        return new BufferedInputStream(new Counted(unpacked(entry)), 1 << 16);
    }

    /// A stream that does not count towards the progress, to look ahead.
    public final InputStream peek(Entry entry) throws IOException {
        return new BufferedInputStream(unpacked(entry), 1 << 16);
    }

    /// The one file with this path, wherever a single top folder wraps the export.
    public final Optional<Entry> file(String path) {
        return files().stream()
                .filter(e -> e.path().equals(path))
                .findFirst()
                .or(() -> files().stream().filter(e -> unwrapped(e).equals(path)).findFirst());
    }

    private static String unwrapped(Entry entry) {
        return entry.path().substring(entry.path().indexOf('/') + 1);
    }

    /// The first bytes of a file, for recognising it; does not count towards the progress.
    public final byte[] head(Entry entry, int length) throws IOException {
        try (var in = unpacked(entry)) {
            return in.readNBytes(length);
        } catch (ZipException | EOFException e) {
            return new byte[0]; // reading it tells the person
        }
    }

    /// The path of the file opened last; empty before the first.
    public final String reading() {
        return reading;
    }

    /// Bytes read so far over all files, unpacked.
    public final long bytesRead() {
        return read.get();
    }

    /// Bytes there are in all, unpacked.
    public final long bytesTotal() {
        return files().stream().mapToLong(Entry::size).sum();
    }

    @Override
    public void close() throws IOException {}

    private final class Counted extends Counting {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        void passed(long bytes) {
            read.addAndGet(bytes);
        }
    }
}
