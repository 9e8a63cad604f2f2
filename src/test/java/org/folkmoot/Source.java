package org.folkmoot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// One file of the sources, for tests that read them.
record Source(Path path, String text) {

    /// All files of that ending below a folder, by path.
    static List<Source> all(String folder, String ending) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(f -> f.toString().endsWith(ending))
                    .sorted()
                    .map(f -> new Source(f, read(f)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The whole program; read once a process.
    static List<Source> java() {
        return Java.ALL;
    }

    private static final class Java {
        static final List<Source> ALL = all("src/main/java", ".java");
    }

    String name() {
        return path.getFileName().toString().replaceFirst("\\..*", "");
    }

    /// The folder right below `org/folkmoot`; empty for the program itself.
    String module() {
        var below = Path.of("src/main/java/org/folkmoot").relativize(path);
        return below.getNameCount() > 1 ? below.getName(0).toString() : "";
    }

    long lines() {
        return text.lines().count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
