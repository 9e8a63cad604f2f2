package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// One file by itself; a `.gz` is unpacked as it is read (as mailing list archives come).
final class SingleTree extends Tree {

    private final Path file;
    private final List<Entry> entries;

    SingleTree(Path file) throws IOException {
        this.file = file;
        this.entries = List.of(new Entry(nameOf(file), Files.size(file)));
    }

    private static String nameOf(Path file) {
        var name = String.valueOf(file.getFileName());
        return gzipped(file) ? name.substring(0, name.length() - 3) : name;
    }

    private static boolean gzipped(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gz");
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
        var in = Files.newInputStream(file);
        return gzipped(file)
                ? new Bounded(new GZIPInputStream(in, 1 << 16), entry.size(), entry.path())
                : in;
    }
}
