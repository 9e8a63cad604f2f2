package org.folkmoot.sources.folder;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A file that lies in the folder.
record Waiting(String name, long size, Instant changed) {

    /// As long as nothing changed a file is taken to be whole.
    static final Duration SETTLED = Duration.ofSeconds(5);

    /// Files by the oldest; links, folders, hidden files and those that programs name as unfinished
    /// are passed over.
    static List<Waiting> in(SecureDirectoryStream<Path> folder) throws IOException {
        var all = new ArrayList<Waiting>();
        for (var path : folder) {
            var name = path.getFileName();
            if (name == null || unfinished(name.toString())) {
                continue;
            }
            look(folder, name).ifPresent(all::add);
        }
        all.sort(Comparator.comparing(Waiting::changed).thenComparing(Waiting::name));
        return all;
    }

    private static Optional<Waiting> look(SecureDirectoryStream<Path> folder, Path name)
            throws IOException {
        var view =
                folder.getFileAttributeView(
                        name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        try {
            var seen = view.readAttributes();
            var changed = seen.lastModifiedTime().toInstant();
            return seen.isRegularFile() && seen.size() > 0
                    ? Optional.of(new Waiting(name.toString(), seen.size(), changed))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty(); // it was taken away while we looked
        }
    }

    private static boolean unfinished(String name) {
        return name.startsWith(".")
                || name.toLowerCase(Locale.ROOT)
                        .matches(".*(~|\\.(part|partial|tmp|crdownload|filepart|swp))");
    }

    String state() {
        return size + " " + changed;
    }

    boolean settled(Instant now) {
        return !changed.isAfter(now.minus(SETTLED));
    }
}
