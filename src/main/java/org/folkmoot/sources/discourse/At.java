package org.folkmoot.sources.discourse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a forum was read. A round goes through the stages; the first one reads all posts, later
/// ones what is new, and the topics in which something stirred.
///
/// @param page of the people or the topics
/// @param low the smallest id seen in this stage, 0 before its first page
/// @param high the largest post id seen in this round
/// @param posts the largest post id that the rounds before have seen; 0 in the first
/// @param user the largest number of a person seen in this round
/// @param users and in the rounds before
/// @param stirred until when topics were looked at in the rounds before
/// @param stirring and in this round
/// @param topics those that are to be read anew
record At(
        Stage stage,
        int page,
        long low,
        long high,
        long posts,
        long user,
        long users,
        @Nullable Instant stirred,
        @Nullable Instant stirring,
        List<Long> topics) {

    enum Stage {
        CATEGORIES,
        PEOPLE,
        DIRECTORY,
        POSTS,
        TOPICS,
        TOPIC
    }

    static At first() {
        return new At(Stage.CATEGORIES, 1, 0, 0, 0, 0, 0, null, null, List.of());
    }

    At stage(Stage stage, int page) {
        return new At(stage, page, 0, high, posts, user, users, stirred, stirring, topics);
    }

    At page(int page, long low, long user) {
        return new At(
                stage,
                page,
                low,
                high,
                posts,
                Math.max(this.user, user),
                users,
                stirred,
                stirring,
                topics);
    }

    At posts(long low, long high) {
        return new At(
                stage,
                page,
                low,
                Math.max(this.high, high),
                posts,
                user,
                users,
                stirred,
                stirring,
                topics);
    }

    At topics(@Nullable Instant stirring, List<Long> topics) {
        return new At(stage, page, low, high, posts, user, users, stirred, stirring, topics);
    }

    /// The next round begins.
    At round() {
        return new At(
                Stage.CATEGORIES,
                1,
                0,
                0,
                Math.max(posts, high),
                0,
                Math.max(users, user),
                stirring == null ? stirred : stirring,
                null,
                List.of());
    }

    boolean firstRound() {
        return posts == 0;
    }
}
