package org.folkmoot.sources.gitlab;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What stirred last, by which it shows what was deleted.
///
/// @param threads the latest comments of each issue and merge request, the one that was read last
///     at the end
record Recent(Map<String, List<String>> threads) {

    static final Recent NOTHING = new Recent(Map.of());

    private static final int THREADS = 100;
    private static final int COMMENTS = 30;

    /// A thread that stirred, whose comments are as they were until they are read.
    Recent and(String thread) {
        return and(thread, threads.getOrDefault(thread, List.of()));
    }

    /// @param comments all that a thread has now, the latest at the end
    Recent and(String thread, List<String> comments) {
        var all = new LinkedHashMap<>(threads);
        all.remove(thread);
        all.put(thread, comments.subList(Math.max(0, comments.size() - COMMENTS), comments.size()));
        if (all.size() > THREADS) {
            all.remove(all.keySet().iterator().next());
        }
        return new Recent(all);
    }

    Recent without(String thread) {
        var all = new LinkedHashMap<>(threads);
        all.remove(thread);
        return new Recent(all);
    }

    /// Comments that a thread had and has no more.
    List<String> missing(String thread, List<String> comments) {
        var there = new HashSet<>(comments);
        return threads.getOrDefault(thread, List.of()).stream()
                .filter(id -> !there.contains(id))
                .toList();
    }

    /// The threads of a project.
    List<String> of(String project) {
        return threads.keySet().stream().filter(id -> id.startsWith(project + "/")).toList();
    }
}
