package org.folkmoot.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Source;

/// Connections in words, and secrets that lie elsewhere.
final class SourceWords {

    private SourceWords() {}

    static String of(Source source) {
        var counts = source.counts();
        var line =
                "%d  %s  %s: %s; %,d people and %,d activities came, %,d rows refused."
                        .formatted(
                                source.id(),
                                source.platform(),
                                source.name(),
                                source.state().key(),
                                counts.people(),
                                counts.activities(),
                                counts.refused());
        var problem = source.problem();
        var waiting = source.waiting();
        return problem != null
                ? line + " " + problem
                : waiting != null
                        ? line + " %s It is asked again at %s.".formatted(waiting, source.nextAt())
                        : line;
    }

    /// @throws Refusal.Unusable when one is not where it should be
    static Map<String, String> read(Map<String, String> secrets) {
        var all = new TreeMap<String, String>();
        secrets.forEach((name, value) -> all.put(name, read(value)));
        return all;
    }

    private static String read(String value) {
        if (value.startsWith("env:")) {
            var name = value.substring("env:".length());
            var found = System.getenv(name);
            if (found == null || found.isBlank()) {
                throw new Refusal.Unusable("There is nothing in %s.".formatted(name));
            }
            return found.strip();
        }
        if (value.startsWith("file:")) {
            var path = Path.of(value.substring("file:".length()));
            try {
                return Files.readString(path).strip();
            } catch (IOException e) {
                throw new Refusal.Unusable("The file %s cannot be read.".formatted(path));
            }
        }
        return value;
    }
}
