package org.folkmoot.sources.slack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The latest messages of each channel, by which it shows what was deleted.
///
/// @param before those of each channel in the round before
/// @param now those of the present channel in this one, the newest first
record Seen(Map<String, List<String>> before, List<String> now) {

    static final Seen NOTHING = new Seen(Map.of(), List.of());
    private static final int REMEMBERED = 40;
    private static final int MOST = 400;

    Seen and(String ts) {
        if (now.size() >= MOST) {
            return this;
        }
        var more = new ArrayList<>(now);
        more.add(ts);
        return new Seen(before, more);
    }

    /// The present channel is read anew.
    Seen anew() {
        return new Seen(before, List.of());
    }

    /// The present channel was read to its end.
    Seen done(String channel) {
        var all = new HashMap<>(before);
        if (!now.isEmpty()) {
            var latest = now.stream().sorted(Comparator.reverseOrder()).limit(REMEMBERED);
            all.put(channel, latest.toList());
        }
        return new Seen(all, List.of());
    }

    /// Those of the round before that should be among what was read since then, and are not.
    List<String> missing(String channel, String since) {
        if (now.isEmpty()) {
            return List.of();
        }
        var from = now.size() < MOST ? since : At.later(since, now.getLast());
        return before.getOrDefault(channel, List.of()).stream()
                .filter(ts -> ts.compareTo(from) > 0 && !now.contains(ts))
                .toList();
    }
}
