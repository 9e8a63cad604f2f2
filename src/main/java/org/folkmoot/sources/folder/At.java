package org.folkmoot.sources.folder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What of a folder was taken in.
///
/// @param seen each file that lies there and was dealt with: its name, and its size and time
/// @param taken the hashes of what was brought in, the latest last
record At(Map<String, String> seen, List<String> taken) {

    private static final int MOST_TAKEN = 10_000;

    static At first() {
        return new At(Map.of(), List.of());
    }

    At seen(Waiting file) {
        var all = new LinkedHashMap<>(seen);
        all.put(file.name(), file.state());
        return new At(all, taken);
    }

    At dealtWith(Waiting file, String hash) {
        var all =
                taken.contains(hash)
                        ? taken
                        : Stream.concat(taken.stream(), Stream.of(hash)).toList();
        var latest = all.subList(Math.max(0, all.size() - MOST_TAKEN), all.size());
        return new At(seen(file).seen, latest);
    }

    /// Forgets what lies there no more; by its hash it is known all the same.
    At among(List<Waiting> files) {
        var left = new LinkedHashMap<String, String>();
        files.stream()
                .filter(f -> f.state().equals(seen.get(f.name())))
                .forEach(f -> left.put(f.name(), f.state()));
        return new At(left, taken);
    }

    boolean has(Waiting file) {
        return file.state().equals(seen.get(file.name()));
    }
}
