package org.folkmoot.sources.youtube;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is known of a channel's comments: nothing there is listed by when it changed, so threads
/// are remembered and compared.
///
/// @param known threads of the rounds before, the newest first
/// @param seen those of this round
/// @param open threads whose replies come next
/// @param then the page of threads after those, empty when there is none
/// @param whole whether this round went to the very end
record Talk(
        Map<String, Thread> known,
        Map<String, Thread> seen,
        List<String> open,
        String then,
        boolean whole) {

    static final Talk NONE = new Talk(Map.of(), Map.of(), List.of(), "", false);

    /// How many comments are remembered at most.
    private static final int MOST = 2_000;

    /// @param count how many replies it is said to have
    /// @param video what it is about, empty when the channel
    /// @param replies their ids, as far as they were read
    record Thread(int count, String video, List<String> replies) {

        Thread {
            replies = List.copyOf(replies);
        }

        Thread and(List<String> more) {
            var all = new ArrayList<>(replies);
            more.stream().filter(one -> !all.contains(one)).forEach(all::add);
            return new Thread(count, video, all);
        }
    }

    Talk {
        known = new LinkedHashMap<>(known);
        seen = new LinkedHashMap<>(seen);
        open = List.copyOf(open);
    }

    /// A page of threads.
    Talk saw(Map<String, Thread> more, List<String> open, String then, boolean whole) {
        var all = new LinkedHashMap<>(seen);
        all.putAll(more);
        return new Talk(known, trimmed(all), open, then, whole);
    }

    /// Replies of the thread that is read just now.
    Talk replies(List<String> more) {
        var all = new LinkedHashMap<>(seen);
        all.computeIfPresent(open.getFirst(), (_, thread) -> thread.and(more));
        return new Talk(known, trimmed(all), open, then, whole);
    }

    Talk threadDone() {
        return new Talk(known, seen, open.subList(1, open.size()), then, whole);
    }

    /// What was known and was not met, though this round came by it.
    List<String> missing() {
        var threads =
                Set.copyOf(
                        At.missing(List.copyOf(known.keySet()), List.copyOf(seen.keySet()), whole));
        var missing = new ArrayList<>(threads);
        known.forEach(
                (id, before) -> {
                    var now = seen.get(id);
                    before.replies().stream()
                            .filter(
                                    reply ->
                                            now == null
                                                    ? threads.contains(id)
                                                    : !now.replies().contains(reply))
                            .forEach(missing::add);
                });
        return missing.stream().sorted().toList();
    }

    /// What is there no more.
    Talk without(List<String> gone) {
        var all = new LinkedHashMap<>(known);
        gone.forEach(all::remove);
        return new Talk(all, seen, open, then, whole);
    }

    /// The round is over: what it saw is known, with what is older.
    Talk over() {
        var all = new LinkedHashMap<>(seen);
        known.forEach(all::putIfAbsent);
        return new Talk(trimmed(all), Map.of(), List.of(), "", false);
    }

    private static Map<String, Thread> trimmed(Map<String, Thread> all) {
        var kept = new LinkedHashMap<String, Thread>();
        int size = 0;
        for (var one : all.entrySet()) {
            size += 1 + one.getValue().replies().size();
            if (size > MOST) {
                break;
            }
            kept.put(one.getKey(), one.getValue());
        }
        return kept;
    }
}
