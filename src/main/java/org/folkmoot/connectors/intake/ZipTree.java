package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A zip, read in place. Its names are never used as paths on disk; entries that climb out of it,
/// share bytes with another or unpack beyond reason are left out and named.
final class ZipTree extends Tree {

    /// @param entries how many files there may be
    /// @param total bytes they may unpack to, all together
    record Limits(int entries, long total) {
        static final Limits USUAL = new Limits(500_000, 64L << 30);
    }

    private final Path path;
    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> byPath = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    ZipTree(Path path) throws IOException {
        this(path, Limits.USUAL);
    }

    ZipTree(Path path, Limits limits) throws IOException {
        super(limits.total());
        this.path = path;
        try {
            this.zip = ZipFile.builder().setPath(path).get();
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(
                    "%s is not a readable zip: it may be cut short or damaged."
                            .formatted(path.getFileName()),
                    e);
        }
        try {
            list(limits);
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private void list(Limits limits) throws IOException {
        var all = Collections.list(zip.getEntries());
        if (all.size() > limits.entries()) {
            throw new IOException(
                    "This zip has more than %,d files: import it in parts."
                            .formatted(limits.entries()));
        }
        var overlapping = overlapping(all);
        long total = 0;
        for (var entry : all) {
            var name = entry.getName().replace('\\', '/').replaceFirst("^(\\./)+", "");
            if (entry.isDirectory() || hidden(name)) {
                continue;
            }
            var why = wrongWith(name, entry, overlapping);
            if (why != null) {
                leftOut.add(entry.getName().replace("\0", "") + ": " + why);
            } else {
                var plain = Gzip.plain(name);
                byPath.put(plain, entry);
                entries.add(new Entry(plain, Math.max(0, entry.getSize())));
                total += Math.max(0, entry.getSize());
            }
        }
        if (total > limits.total()) {
            throw new IOException(
                    "This zip unpacks to more than %,d MB: import it in parts."
                            .formatted(limits.total() >> 20));
        }
        entries.sort(Comparator.comparing(Entry::path));
        leftOut.sort(Comparator.naturalOrder());
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
        return name.startsWith("__MACOSX/")
                || List.of(name.split("/")).stream()
                        .anyMatch(
                                part ->
                                        part.startsWith(".")
                                                && !part.equals("..")
                                                && !part.equals("."));
    }

    private @Nullable String wrongWith(
            String name, ZipArchiveEntry entry, Set<ZipArchiveEntry> overlapping) {
        if (name.startsWith("/")
                || name.indexOf('\0') >= 0
                || List.of(name.split("/")).contains("..")
                || name.matches("^[A-Za-z]:.*")) {
            return "its name leads out of the zip";
        }
        if (entry.isUnixSymlink()) {
            return "it is a link";
        }
        if (overlapping.contains(entry)) {
            return "it shares its bytes with another entry, as a zip bomb does";
        }
        if (entry.getSize() > Bounded.FREE
                && entry.getSize() / Bounded.MAX_RATIO > entry.getCompressedSize()) {
            return "it unpacks to more than %d times its size, as a zip bomb does"
                    .formatted(Bounded.MAX_RATIO);
        }
        if (byPath.containsKey(Gzip.plain(name))) {
            return "another file has the same name";
        }
        if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return "it is a zip inside the zip: unpack it and import it by itself";
        }
        return zip.canReadEntryData(entry) ? null : "it is encrypted or packed in an unknown way";
    }

    /// Both of any two whose bytes overlap, by identity: names may be the same.
    private static Set<ZipArchiveEntry> overlapping(List<ZipArchiveEntry> all) {
        var byOffset = new ArrayList<>(all);
        byOffset.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
        Set<ZipArchiveEntry> bad = Collections.newSetFromMap(new IdentityHashMap<>());
        long end = -1;
        ZipArchiveEntry furthest = null;
        for (var entry : byOffset) {
            if (furthest != null && entry.getLocalHeaderOffset() < end) {
                bad.add(entry);
                bad.add(furthest);
            }
            // 30 bytes of header at the least; its name and extras come on top
            var entryEnd = entry.getLocalHeaderOffset() + 30 + entry.getCompressedSize();
            if (entryEnd > end) {
                end = entryEnd;
                furthest = entry;
            }
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

    /// As it lies in the zip: packed twice is no way around the limit.
    @Override
    protected long packedSize(Entry entry) {
        return Objects.requireNonNull(byPath.get(entry.path()), entry.path()).getCompressedSize();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
