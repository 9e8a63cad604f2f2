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
/// @param likers whose likes are to be read
/// @param liked until when likes were read in the days before
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
        List<Long> topics,
        List<String> likers,
        @Nullable Instant liked) {

    At {
        likers = likers == null ? List.of() : likers;
    }

    enum Stage {
        CATEGORIES,
        PEOPLE,
        DIRECTORY,
        POSTS,
        TOPICS,
        TOPIC,
        LIKERS,
        LIKES,
        FLAGS
    }

    static At first() {
        return new At(Stage.CATEGORIES, 1, 0, 0, 0, 0, 0, null, null, List.of(), List.of(), null);
    }

    At stage(Stage stage, int page) {
        return new At(
                stage, page, 0, high, posts, user, users, stirred, stirring, topics, likers, liked);
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
                topics,
                likers,
                liked);
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
                topics,
                likers,
                liked);
    }

    At topics(@Nullable Instant stirring, List<Long> topics) {
        return new At(
                stage, page, low, high, posts, user, users, stirred, stirring, topics, likers,
                liked);
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
                List.of(),
                List.of(),
                liked);
    }

    At likers(List<String> likers) {
        return new At(
                stage, page, low, high, posts, user, users, stirred, stirring, topics, likers,
                liked);
    }

    At liked(Instant at) {
        return new At(
                stage, page, low, high, posts, user, users, stirred, stirring, topics, List.of(),
                at);
    }

    boolean firstRound() {
        return posts == 0;
    }
}
