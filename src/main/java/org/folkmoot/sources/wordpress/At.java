package org.folkmoot.sources.wordpress;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far a site was read. A round goes through the people and then through each kind of post:
/// what changed, what is listed, and what is listed no more; then through the comments likewise,
/// and those that wait.
///
/// @param kind the number of the kind that is being read, the comments last
/// @param sweeping whether all lists are read to their ends in this round, as once a day
/// @param swept when that was last begun
/// @param tracks by the name of each list
/// @param names the person's id of each user's number
/// @param waiting the comments that waited for approval
/// @param plain the lists that the secret may only read as anybody
record At(
        Stage stage,
        @Nullable Site site,
        int kind,
        int page,
        boolean sweeping,
        @Nullable Instant swept,
        Map<String, Track> tracks,
        Map<String, String> names,
        List<Long> waiting,
        Set<String> plain) {

    private static final Duration SWEPT_AGAIN = Duration.ofDays(1);
    private static final int MOST_NAMES = 2_000;

    enum Stage {
        PEOPLE,
        CHANGED,
        LISTED,
        GONE,
        WAITING
    }

    static At first() {
        return new At(
                Stage.PEOPLE, null, 0, 0, false, null, Map.of(), Map.of(), List.of(), Set.of());
    }

    boolean due(Instant now) {
        return swept == null || !swept.plus(SWEPT_AGAIN).isAfter(now);
    }

    /// A round begins: once a day all is looked at anew.
    At begin(Site site, Instant now) {
        var due = due(now);
        return new At(
                Stage.PEOPLE,
                site,
                0,
                1,
                due,
                due ? now : swept,
                tracks,
                due || names.size() > MOST_NAMES ? Map.of() : names,
                waiting,
                due ? Set.of() : plain);
    }

    At stage(Stage stage, int kind, int page) {
        return new At(stage, site, kind, page, sweeping, swept, tracks, names, waiting, plain);
    }

    At page(int page) {
        return stage(stage, kind, page);
    }

    At track(String list, Track track) {
        var more = new HashMap<>(tracks);
        more.put(list, track);
        return new At(stage, site, kind, page, sweeping, swept, more, names, waiting, plain);
    }

    Track track(String list) {
        return tracks.getOrDefault(list, Track.NONE);
    }

    At met(Map<String, String> names, Set<String> plain) {
        var all = new HashSet<>(this.plain);
        all.addAll(plain);
        return new At(stage, site, kind, page, sweeping, swept, tracks, names, waiting, all);
    }

    At waiting(List<Long> waiting) {
        return new At(stage, site, kind, page, sweeping, swept, tracks, names, waiting, plain);
    }
}
