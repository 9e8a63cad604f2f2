package org.folkmoot.sources.stackexchange;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a site was read. A page of questions comes first, then what belongs to those of them
/// that stirred.
///
/// @param tag which of the tags, by its place in the list
/// @param since questions that stirred from then on, in seconds; -1 before a tag was begun
/// @param page of those, where many stirred at once
/// @param last whether there are no more questions of the tag
/// @param questions whose answers come next
/// @param posts whose comments come next
/// @param people who come next
/// @param sub the page of answers or comments
/// @param marks how far each tag was read
/// @param swept when the questions of the last weeks were last read again
/// @param sweeping whether they are now
/// @param recent the latest of all, asked for at the end of that
record At(
        Stage stage,
        int tag,
        long since,
        int page,
        boolean last,
        List<Long> questions,
        List<Long> posts,
        List<Long> people,
        int sub,
        Map<String, Mark> marks,
        @Nullable Instant swept,
        boolean sweeping,
        Recent recent) {

    At {
        recent = recent == null ? Recent.NOTHING : recent;
    }

    enum Stage {
        QUESTIONS("questions"),
        ANSWERS("answers"),
        COMMENTS("comments"),
        PEOPLE("people"),
        MISSING("what may be deleted");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// @param at when the last question stirred
    /// @param seen those that stirred near then, as [#of] writes them
    record Mark(long at, List<String> seen) {

        static final Mark NONE = new Mark(0, List.of());

        static String of(long id, long stirred) {
            return stirred + "/" + id;
        }

        static long stirred(String seen) {
            return Long.parseLong(seen.substring(0, seen.indexOf('/')));
        }
    }

    static At first() {
        return new At(
                Stage.QUESTIONS,
                0,
                -1,
                1,
                false,
                List.of(),
                List.of(),
                List.of(),
                1,
                Map.of(),
                null,
                false,
                Recent.NOTHING);
    }

    At begin(long since, @Nullable Instant swept, boolean sweeping) {
        return new At(
                stage, tag, since, 1, false, questions, posts, people, 1, marks, swept, sweeping,
                recent);
    }

    At recent(Recent recent) {
        return new At(
                stage, tag, since, page, last, questions, posts, people, sub, marks, swept,
                sweeping, recent);
    }

    /// Whether it is still there is asked of all that is remembered.
    At missing() {
        return with(Stage.MISSING, 1, List.of(), List.of(), List.of()).recent(recent.doubting());
    }

    /// Where the next page of questions begins.
    At place(long since, int page, boolean last, String tag, Mark mark) {
        var more = new HashMap<>(marks);
        more.put(tag, mark);
        return new At(
                stage, this.tag, since, page, last, questions, posts, people, 1, more, swept,
                sweeping, recent);
    }

    At with(Stage stage, int sub, List<Long> questions, List<Long> posts, List<Long> people) {
        return new At(
                stage, tag, since, page, last, questions, posts, people, sub, marks, swept,
                sweeping, recent);
    }

    At tag(int tag) {
        return new At(
                Stage.QUESTIONS,
                tag,
                -1,
                1,
                false,
                List.of(),
                List.of(),
                List.of(),
                1,
                marks,
                swept,
                sweeping,
                recent);
    }
}
