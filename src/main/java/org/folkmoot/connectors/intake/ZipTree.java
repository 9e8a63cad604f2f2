package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// A zip, read in place. Its names are never used as paths on disk; entries that climb out of it,
/// share bytes with another or unpack beyond reason are left out and named.
final class ZipTree extends Tree {

    static final int MAX_ENTRIES = 500_000;
    static final long MAX_TOTAL = 64L << 30;

    private final Path path;
    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> byPath = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    ZipTree(Path path) throws IOException {
        this.path = path;
        try {
            this.zip = ZipFile.builder().setPath(path).get();
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(
                    "%s is not a readable zip: it may be cut short or damaged."
                            .formatted(path.getFileName()),
                    e);
        }
        var all = Collections.list(zip.getEntries());
        if (all.size() > MAX_ENTRIES) {
            throw new IOException("This zip has more than %,d files.".formatted(MAX_ENTRIES));
        }
        var overlapping = overlapping(all);
        long total = 0;
        for (var entry : all) {
            if (entry.isDirectory()) {
                continue;
            }
            var why = wrongWith(entry, overlapping);
            if (why != null) {
                leftOut.add(entry.getName() + ": " + why);
            } else if (!hidden(entry.getName())
                    && byPath.putIfAbsent(entry.getName(), entry) == null) {
                entries.add(new Entry(entry.getName(), Math.max(0, entry.getSize())));
                total += Math.max(0, entry.getSize());
            }
        }
        if (total > MAX_TOTAL) {
            throw new IOException("This zip unpacks to more than 64 GB: import it in parts.");
        }
        entries.sort(Comparator.comparing(Entry::path));
    }

    static boolean looksLikeZip(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            var head = in.readNBytes(4);
            return head.length == 4
                    && head[0] == 'P'
                    && head[1] == 'K'
                    && (head[2] == 3 || head[2] == 5);
        }
    }

    private static boolean hidden(String name) {
        return name.startsWith("__MACOSX/") || name.startsWith(".") || name.contains("/.");
    }

    private static @org.jspecify.annotations.Nullable String wrongWith(
            ZipArchiveEntry entry, HashSet<String> overlapping) {
        var name = entry.getName();
        if (name.startsWith("/")
                || name.contains("\\")
                || name.indexOf('\0') >= 0
                || List.of(name.split("/")).contains("..")
                || name.matches("^[A-Za-z]:.*")) {
            return "its name leads out of the zip";
        }
        if (entry.isUnixSymlink()) {
            return "it is a link";
        }
        if (overlapping.contains(name)) {
            return "it shares its bytes with another entry, as a zip bomb does";
        }
        if (entry.getSize() > Bounded.FREE
                && entry.getSize() > Math.max(1, entry.getCompressedSize()) * Bounded.MAX_RATIO) {
            return "it unpacks to more than %d times its size, as a zip bomb does"
                    .formatted(Bounded.MAX_RATIO);
        }
        return null;
    }

    private static HashSet<String> overlapping(List<ZipArchiveEntry> all) {
        var byOffset = new ArrayList<>(all);
        byOffset.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        var bad = new HashSet<String>();
        long end = -1;
        String last = "";
        for (var entry : byOffset) {
            if (entry.getLocalHeaderOffset() < end) {
                bad.add(entry.getName());
                bad.add(last);
            }
            end = Math.max(end, entry.getLocalHeaderOffset() + 30 + entry.getCompressedSize());
            last = entry.getName();
        }
        return bad;
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
        return path;
    }

    @Override
    protected InputStream openRaw(Entry entry) throws IOException {
        var inside = Objects.requireNonNull(byPath.get(entry.path()), entry.path());
        return new Bounded(zip.getInputStream(inside), inside.getCompressedSize(), entry.path());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
