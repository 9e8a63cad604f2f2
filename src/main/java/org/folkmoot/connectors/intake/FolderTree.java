package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A folder as it lies on disk. Links inside are not followed but named, like what may not be read.
final class FolderTree extends Tree {

    private final Path root;
    private final Path real;
    private final Map<String, String> onDisk = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    FolderTree(Path root) throws IOException {
        super(ZipTree.Limits.USUAL.total());
        this.root = root;
        this.real = root.toRealPath();
        Files.walkFileTree(real, new Walk());
        unpackedNames();
        entries.sort(Comparator.comparing(Entry::path));
        leftOut.sort(Comparator.naturalOrder());
    }

    private void unpackedNames() {
        entries.forEach(entry -> onDisk.put(entry.path(), entry.path()));
        for (var it = entries.listIterator(); it.hasNext(); ) {
            var entry = it.next();
            var plain = Gzip.plain(entry.path());
            if (plain.equals(entry.path())) {
                continue;
            }
            if (onDisk.putIfAbsent(plain, entry.path()) == null) {
                it.set(new Entry(plain, entry.size()));
            } else {
                it.remove();
                leftOut.add(entry.path() + ": it lies there unpacked as well");
            }
        }
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
            return !dir.equals(real) && hidden(dir)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
            if (hidden(file)) {
                return FileVisitResult.CONTINUE;
            }
            if (a.isRegularFile()) {
                entries.add(new Entry(relative(file), a.size()));
            } else if (a.isSymbolicLink()) {
                leftOut.add(relative(file) + ": it is a link");
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(real)) {
                throw e;
            }
            leftOut.add(relative(file) + ": it may not be read");
            return FileVisitResult.CONTINUE;
        }
    }

    private String relative(Path file) {
        return real.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static boolean hidden(Path path) {
        var name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.equals("__MACOSX");
    }

    @Override
    public List<Entry> files() {
        return entries;
    }

    @Override
    public List<String> leftOut() {
        return leftOut;
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    protected InputStream openRaw(Entry entry) throws IOException {
        return Files.newInputStream(
                real.resolve(onDisk.getOrDefault(entry.path(), entry.path())),
                LinkOption.NOFOLLOW_LINKS);
    }
}
