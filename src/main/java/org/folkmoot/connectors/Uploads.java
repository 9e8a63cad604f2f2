package org.folkmoot.connectors;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.DataFolder;
import org.folkmoot.store.Here;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/// The files that people dropped. Each lies in a folder named after its community and a random id:
/// nobody reaches another community's file, and no name that somebody chose decides where it lies.
@Component
public class Uploads {

    /// What must stay free on the disk, in bytes: the database needs room to store what is read.
    static final long KEEP_FREE = 512L << 20;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final String ARRIVING = ".arriving";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path root;

    Uploads(DataFolder data) {
        this.root = data.uploads();
    }

    /// Takes a file in, from start to end or not at all.
    interface Source {
        void writeTo(Path file) throws IOException;
    }

    /// @param name as the person's machine called it: only shown, cleaned before
    /// @throws Refusal.Unusable when it is empty or the disk is full
    Upload keep(String name, Source source) throws IOException {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        var folder = Files.createDirectories(folder(id));
        try {
            var arriving = folder.resolve(ARRIVING);
            source.writeTo(arriving);
            if (Files.size(arriving) == 0) {
                throw new Refusal.Unusable(
                        "The file %s is empty. Nothing was stored.".formatted(clean(name)));
            }
            Files.move(arriving, folder.resolve(clean(name)));
        } catch (IOException | RuntimeException e) {
            FileSystemUtils.deleteRecursively(folder);
            if (e instanceof FileSystemException || room() < KEEP_FREE) {
                throw new Refusal.Unusable(
                        "The file did not fit: there is room for %s. Nothing was stored. Make room, or import a smaller part."
                                .formatted(Sizes.inWords(room())));
            }
            throw e;
        }
        return find(id).orElseThrow(() -> new NoSuchFileException(id));
    }

    /// An upload of the community we are in.
    public Optional<Upload> find(String id) throws IOException {
        if (!ID.matcher(id).matches() || !Files.isDirectory(folder(id))) {
            return Optional.empty();
        }
        try (var files = Files.list(folder(id))) {
            var file = files.filter(f -> !f.endsWith(ARRIVING)).findFirst();
            return file.isEmpty() ? Optional.empty() : Optional.of(read(id, file.get()));
        }
    }

    public Upload get(String id) throws IOException {
        return find(id).orElseThrow(() -> new Refusal.NotFound("This file"));
    }

    /// All files of the community we are in, the last dropped first.
    List<Upload> all() throws IOException {
        var found = new ArrayList<Upload>();
        for (var folder : folders()) {
            var name = folder.getFileName().toString();
            find(name.substring(name.indexOf('-') + 1)).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(Upload::at).reversed());
        return found;
    }

    /// Bytes that may still come.
    long room() {
        try {
            Files.createDirectories(root);
            return Math.max(0, Files.getFileStore(root).getUsableSpace() - KEEP_FREE);
        } catch (IOException e) {
            return 0; // the folder cannot even be looked at: nothing fits
        }
    }

    /// Where files lie while they arrive by a form.
    Path arrivals() throws IOException {
        return Files.createDirectories(root.resolve("arriving"));
    }

    /// Whether this is one of ours, and so may be thrown away after use.
    boolean ours(Path path) {
        return path.startsWith(root);
    }

    /// Throws the file at this path away, if it is one that was dropped here.
    void discard(Path path) throws IOException {
        var folder = path.getParent();
        if (ours(path) && folder != null && root.equals(folder.getParent())) {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /// The folders of the community we are in.
    List<Path> folders() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        var mine = Here.community() + "-";
        try (var all = Files.list(root)) {
            return all.filter(f -> f.getFileName().toString().startsWith(mine)).toList();
        }
    }

    private Path folder(String id) {
        return root.resolve(Here.community() + "-" + id);
    }

    private static Upload read(String id, Path file) throws IOException {
        return new Upload(
                id,
                file,
                file.getFileName().toString(),
                Files.size(file),
                Files.getLastModifiedTime(file).toInstant());
    }

    /// The last part of a name, without what could be mistaken for a path, a command or a hidden
    /// file.
    static String clean(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain =
                Normalizer.normalize(last, Normalizer.Form.NFC)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N} ._()\\[\\]#+@,-]", "_")
                        .replaceAll("^[. ]+|[. ]+$", "");
        var signs = plain.codePoints().toArray();
        // the end tells what it is: "….mbox.gz"
        var cleaned =
                signs.length <= 72
                        ? plain
                        : new String(signs, 0, 60) + new String(signs, signs.length - 12, 12);
        return cleaned.isEmpty() ? "export" : cleaned;
    }
}
