package org.folkmoot.sources.commonroom;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a room was read.
///
/// @param next where the stage goes on, empty at its beginning
/// @param tags names of tags by their ids
/// @param high the highest contact number seen in this round
/// @param known and in the rounds before; 0 in the first
/// @param all whether this round reads all contacts, or only the new ones
/// @param whole when all contacts were last read
/// @param time of the latest activity seen
/// @param since from when on activities are asked for in this round; null for all
record At(
        Stage stage,
        String next,
        Map<String, String> tags,
        long high,
        long known,
        boolean all,
        @Nullable Instant whole,
        @Nullable Instant time,
        @Nullable Instant since) {

    enum Stage {
        TAGS("tags"),
        CONTACTS("contacts"),
        ACTIVITIES("activities");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static At first() {
        return new At(Stage.TAGS, "", Map.of(), 0, 0, true, null, null, null);
    }

    At stage(Stage stage) {
        return new At(stage, "", tags, high, known, all, whole, time, since);
    }

    At next(String next) {
        return new At(stage, next, tags, high, known, all, whole, time, since);
    }

    At tags(Map<String, String> more) {
        var named = new HashMap<>(tags);
        named.putAll(more);
        return new At(stage, next, named, high, known, all, whole, time, since);
    }

    At contact(long number) {
        return new At(stage, next, tags, Math.max(high, number), known, all, whole, time, since);
    }

    At all(boolean all) {
        return new At(stage, next, tags, high, known, all, whole, time, since);
    }

    At contactsDone(Instant now) {
        return new At(stage, next, tags, high, high, false, all ? now : whole, time, since);
    }

    At activity(@Nullable Instant at) {
        return at == null || (time != null && !at.isAfter(time))
                ? this
                : new At(stage, next, tags, high, known, all, whole, at, since);
    }

    At since(@Nullable Instant since) {
        return new At(stage, next, tags, high, known, all, whole, time, since);
    }
}
