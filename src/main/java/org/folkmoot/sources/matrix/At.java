package org.folkmoot.sources.matrix;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far the rooms were read.
///
/// @param rooms those that are still to be read in this round, the present one first
/// @param next where the next page of the present room begins, empty for its newest events
/// @param fresh the newest events of the present room in this round
/// @param seen those of each room in the round before
/// @param states when the state of each room was last read
record At(
        List<String> rooms,
        String next,
        List<String> fresh,
        Map<String, List<String>> seen,
        Map<String, Instant> states) {

    static At first() {
        return new At(List.of(), "", List.of(), Map.of(), Map.of());
    }

    At rooms(List<String> rooms) {
        var known = new HashMap<>(seen);
        known.keySet().retainAll(rooms);
        var read = new HashMap<>(states);
        read.keySet().retainAll(rooms);
        return new At(rooms, "", List.of(), known, read);
    }

    String room() {
        return rooms.getFirst();
    }

    /// When the state of the present room was last read.
    @Nullable Instant state() {
        return states.get(room());
    }

    At described(Instant now) {
        var more = new HashMap<>(states);
        more.put(room(), now);
        return new At(rooms, next, fresh, seen, more);
    }

    At next(String next) {
        return new At(rooms, next, fresh, seen, states);
    }

    /// Remembers the newest events only.
    At met(List<String> events, int most) {
        var all = new ArrayList<>(fresh);
        events.stream().limit(Math.max(0, most - all.size())).forEach(all::add);
        return new At(rooms, next, all, seen, states);
    }

    List<String> before() {
        return seen.getOrDefault(room(), List.of());
    }

    At roomDone() {
        var more = new HashMap<>(seen);
        if (!fresh.isEmpty()) {
            more.put(room(), fresh);
        }
        return new At(rooms.subList(1, rooms.size()), "", List.of(), more, states);
    }

    At roomShut() {
        return new At(rooms.subList(1, rooms.size()), "", List.of(), seen, states);
    }
}
