package org.folkmoot.sources.linkedin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a page was read.
///
/// @param start where the next page of its stage begins
/// @param talks posts and comments whose comments are still to be read, the present one first
/// @param likes posts whose reactions are still to be read
/// @param found comments of the present one, so far
/// @param seen the comments of each of the latest posts, when they were last read
/// @param known the latest posts, the latest first
/// @param changed until when posts were looked at in the rounds before, in milliseconds
/// @param changing and in this round
/// @param day when what is done once a day was begun
/// @param daily whether that is done in this round
record At(
        Stage stage,
        int start,
        List<String> talks,
        List<String> likes,
        List<String> found,
        Map<String, List<String>> seen,
        List<String> known,
        long changed,
        long changing,
        @Nullable Instant day,
        boolean daily) {

    /// More are not remembered: then nothing is concluded from what is missing.
    private static final int MOST_SEEN = 100;

    private static final int MOST_KNOWN = 50;

    /// What is read, one after the other.
    enum Stage {
        PAGE("page"),
        POSTS("posts"),
        COMMENTS("comments"),
        REACTIONS("reactions"),
        DELETED("deletions"),
        SHARES("statistics"),
        GAINS("statistics");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    static At first() {
        return new At(
                Stage.PAGE,
                0,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                0,
                0,
                null,
                true);
    }

    boolean firstRound() {
        return changed == 0;
    }

    At to(Stage stage) {
        return new At(
                stage, 0, talks, likes, List.of(), seen, known, changed, changing, day, daily);
    }

    At start(int start) {
        return new At(
                stage, start, talks, likes, found, seen, known, changed, changing, day, daily);
    }

    At begun(boolean daily, @Nullable Instant day) {
        return new At(
                stage, start, List.of(), List.of(), List.of(), seen, known, changed, changing, day,
                daily);
    }

    /// @param posts that were read just now, the latest first
    /// @param stirred those of them whose comments are to be read
    At posts(Collection<String> posts, Collection<String> stirred, long changing) {
        var all = new LinkedHashSet<>(posts);
        all.addAll(known);
        return new At(
                stage,
                start,
                joined(talks, stirred),
                joined(likes, stirred),
                found,
                seen,
                all.stream().limit(MOST_KNOWN).toList(),
                changed,
                Math.max(this.changing, changing),
                day,
                daily);
    }

    private static List<String> joined(Collection<String> some, Collection<String> more) {
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    /// @param below comments that have comments themselves
    At found(Collection<String> more, Collection<String> below) {
        return new At(
                stage,
                start,
                joined(talks, below),
                likes,
                joined(found, more),
                seen,
                known,
                changed,
                changing,
                day,
                daily);
    }

    /// The present one is read.
    ///
    /// @param whole whether all of its comments were seen
    At talked(boolean whole) {
        var all = new HashMap<>(seen);
        var present = talks.getFirst();
        if (whole && found.size() <= MOST_SEEN) {
            all.put(present, found);
        } else {
            all.remove(present);
        }
        var left = new ArrayList<>(talks.subList(1, talks.size()));
        return new At(stage, 0, left, likes, List.of(), all, known, changed, changing, day, daily);
    }

    At liked() {
        return new At(
                stage,
                0,
                talks,
                List.copyOf(likes.subList(1, likes.size())),
                List.of(),
                seen,
                known,
                changed,
                changing,
                day,
                daily);
    }

    At without(Collection<String> gone) {
        return new At(
                stage,
                start,
                talks,
                likes,
                found,
                seen,
                known.stream().filter(id -> !gone.contains(id)).toList(),
                changed,
                changing,
                day,
                daily);
    }

    /// The next round begins. What was seen is kept for the latest posts, and what is below them.
    At round() {
        var kept = new HashMap<String, List<String>>();
        for (var post : known) {
            var comments = seen.get(post);
            if (comments != null) {
                kept.put(post, comments);
                for (var comment : comments) {
                    if (seen.containsKey(comment)) {
                        kept.put(comment, seen.getOrDefault(comment, List.of()));
                    }
                }
            }
        }
        return new At(
                Stage.PAGE,
                0,
                List.of(),
                List.of(),
                List.of(),
                kept,
                known,
                Math.max(changed, changing),
                0,
                day,
                false);
    }
}
