package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One file by itself.
final class SingleTree extends Tree {

    private final Path file;
    private final List<Entry> entries;

    SingleTree(Path file) throws IOException {
        super(ZipTree.Limits.USUAL.total());
        this.file = file;
        this.entries =
                List.of(
                        new Entry(
                                Gzip.plain(String.valueOf(file.getFileName())), Files.size(file)));
    }

    @Override
    public List<Entry> files() {
        return entries;
    }

    @Override
    public Path root() {
        return file;
    }

    @Override
    protected InputStream openRaw(Entry entry) throws IOException {
        return Files.newInputStream(file);
    }
}
