package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A folder as it lies on disk. Links are not followed.
final class FolderTree extends Tree {

    private final Path root;
    private final List<Entry> entries = new ArrayList<>();

    FolderTree(Path root) throws IOException {
        this.root = root;
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
                        return !dir.equals(root) && hidden(dir)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        if (a.isRegularFile() && !hidden(file)) {
                            var path = root.relativize(file).toString().replace('\\', '/');
                            entries.add(new Entry(path, a.size()));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        entries.sort(Comparator.comparing(Entry::path));
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
    public Path root() {
        return root;
    }

    @Override
    protected InputStream openRaw(Entry entry) throws IOException {
        return Files.newInputStream(root.resolve(entry.path()));
    }
}
