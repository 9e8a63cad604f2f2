package org.folkmoot.sources.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.sources.Cursors;
import org.jspecify.annotations.Nullable;

/// How far a mailbox or an archive was read.
///
/// @param folders how far each folder was
/// @param turn which folder is next
/// @param periods parts of an archive that were read, with what the server said of their age
/// @param queue parts that are to be read now
record At(Map<String, Spot> folders, int turn, Map<String, String> periods, List<String> queue) {

    /// How far a folder was read. Numbers hold only as long as the server does not give new ones,
    /// which it tells by another validity (RFC 3501, 2.3.1.1).
    record Spot(long validity, long uid) {}

    At(
            @Nullable Map<String, Spot> folders,
            int turn,
            @Nullable Map<String, String> periods,
            @Nullable List<String> queue) {
        this.folders = Objects.requireNonNullElse(folders, Map.of());
        this.turn = turn;
        this.periods = Objects.requireNonNullElse(periods, Map.of());
        this.queue = Objects.requireNonNullElse(queue, List.of());
    }

    static At read(String cursor) {
        return Cursors.read(cursor, At.class, () -> new At(Map.of(), 0, Map.of(), List.of()));
    }

    At spot(String folder, Spot spot, int turn) {
        var more = new LinkedHashMap<>(folders);
        more.put(folder, spot);
        return new At(more, turn, periods, queue);
    }

    At queue(List<String> queue) {
        return new At(folders, turn, periods, queue);
    }

    /// The first of the queue was read.
    ///
    /// @param age as the server told it; empty when it did not
    At done(String period, String age) {
        var more = new LinkedHashMap<>(periods);
        more.put(period, age);
        var rest = new ArrayList<>(queue);
        rest.removeFirst();
        return new At(folders, turn, more, rest);
    }
}
