package org.folkmoot.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.folkmoot.kernel.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A backup file opened for reading. It may have been damaged on its way, or be made by someone who
/// means harm: it is believed only where its digests agree, and never about names or sizes.
final class BackupFile implements AutoCloseable {

    private static final int LARGEST_MANIFEST = 64_000_000;

    /// Deflate cannot do better; a file that claims to has entries that lie over each other.
    private static final long BEST_RATIO = 1032;

    private final Path path;
    private final ZipFile zip;
    private final Manifest manifest;

    /// @throws Refusal.Unusable when it is no backup of ours
    BackupFile(Path path) throws IOException {
        this.path = path;
        try {
            this.zip = new ZipFile(path.toFile());
        } catch (NoSuchFileException e) {
            throw new Refusal.Unusable("There is no file %s.".formatted(path));
        } catch (ZipException | EOFException e) {
            throw damaged("it is not a whole zip file");
        }
        try {
            this.manifest = readManifest();
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    Manifest manifest() {
        return manifest;
    }

    private Manifest readManifest() throws IOException {
        var entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new Refusal.Unusable("%s is not a backup of Folkmoot.".formatted(path));
        }
        byte[] json;
        try (var in = zip.getInputStream(entry)) {
            json = in.readNBytes(LARGEST_MANIFEST + 1);
        } catch (ZipException | EOFException e) {
            throw damaged("its manifest cannot be read");
        }
        if (json.length > LARGEST_MANIFEST) {
            throw damaged("its manifest is too large");
        }
        Manifest read;
        try {
            read = JsonMapper.shared().readValue(json, Manifest.class);
        } catch (JacksonException e) {
            throw damaged("its manifest cannot be read");
        }
        if (read.format() != Manifest.FORMAT) {
            throw new Refusal.Unusable(
                    "%s was written in another format (%d) than this Folkmoot reads (%d)."
                            .formatted(path, read.format(), Manifest.FORMAT));
        }
        return read;
    }

    /// Reads everything once, so that nothing is written from a file that is not whole.
    ///
    /// @param room bytes that may be taken where it is restored to
    void verify(long room, Progress progress) throws IOException {
        if (manifest.bytes() > Files.size(path) * BEST_RATIO) {
            throw damaged("it claims to hold more than it can");
        }
        if (manifest.bytes() > room) {
            throw new Refusal.Unusable(
                    "%s unpacks to %,d bytes, and the disk has room for %,d. Free some space and start again."
                            .formatted(path, manifest.bytes(), room));
        }
        var names = new HashSet<String>();
        for (var table : manifest.tables()) {
            verify(table, Manifest.tableEntry(table.name()), names, progress);
        }
        for (var file : manifest.files()) {
            mustStayInside(file.name());
            verify(file, Manifest.fileEntry(file.name()), names, progress);
        }
    }

    private void verify(Manifest.Part part, String entry, Set<String> names, Progress progress)
            throws IOException {
        progress.at(entry);
        if (!names.add(entry)) {
            throw damaged("it names %s twice".formatted(entry));
        }
        try (var in = open(part, entry);
                var counted = new Counted(OutputStream.nullOutputStream())) {
            in.transferTo(counted);
            if (counted.bytes() != part.bytes() || !counted.sha256Digits().equals(part.sha256())) {
                throw damaged("%s is not as it was written".formatted(entry));
            }
        } catch (ZipException | EOFException e) {
            throw damaged("%s cannot be read".formatted(entry));
        }
    }

    private void mustStayInside(String file) {
        var path = Path.of("uploads", file.split("/", -1));
        if (file.isEmpty()
                || file.contains("\\")
                || file.contains("\0")
                || file.startsWith("/")
                || !path.equals(path.normalize())
                || !path.startsWith("uploads")) {
            throw damaged("it names a file outside of its folder");
        }
    }

    /// The unpacked content, never more than its part claims plus one byte.
    InputStream open(Manifest.Part part, String entry) throws IOException {
        var found = zip.getEntry(entry);
        if (found == null) {
            throw damaged("%s is missing".formatted(entry));
        }
        return new AtMost(zip.getInputStream(found), part.bytes() + 1);
    }

    private Refusal.Unusable damaged(String why) {
        return new Refusal.Unusable(
                "The backup %s is damaged: %s. Nothing was changed.".formatted(path, why));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
