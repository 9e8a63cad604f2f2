package org.folkmoot.sources.twitch;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// How far a channel was read.
///
/// @param page the page that comes next in its stage, empty for the first
/// @param channel whose it is, once known
/// @param me who we are there; empty for an app that nobody let in
/// @param denied stages that we may not see, tried again each day
/// @param swept the day on which all was last read, as is done on each
/// @param sweeping whether it is now
/// @param followed when the last of those followed who were known in the rounds before
/// @param newest the same, of this round
/// @param banned like `followed`, of bans
/// @param videos ids known from the round before, the newest first
/// @param met those of this round
/// @param clips from when on clips are read
/// @param stream what is live now
record At(
        Stage stage,
        String page,
        Channel channel,
        String me,
        Set<Stage> denied,
        String swept,
        boolean sweeping,
        @Nullable Instant followed,
        @Nullable Instant newest,
        @Nullable Instant banned,
        List<String> videos,
        List<String> met,
        @Nullable Instant clips,
        @Nullable Stream stream) {

    /// What is read, one after another.
    enum Stage {
        USER("the channel", false),
        FOLLOWERS("followers", true),
        SUBSCRIBERS("subscribers", true),
        STREAM("the stream", false),
        VIEWERS("viewers", true),
        VIDEOS("videos", false),
        CLIPS("clips", false),
        BANS("bans", true),
        MODERATORS("moderators", true),
        OVER("", false);

        private final String words;
        private final boolean personal;

        Stage(String words, boolean personal) {
            this.words = words;
            this.personal = personal;
        }

        String words() {
            return words;
        }

        /// Whether only somebody who was let in may see it.
        boolean personal() {
            return personal;
        }

        Stage next() {
            return this == OVER ? OVER : values()[ordinal() + 1];
        }
    }

    record Channel(String id, String login, String name, Instant made) {}

    /// @param id of the stream, which each has for itself
    record Stream(String id, Instant since) {}

    At {
        denied = Set.copyOf(denied);
        videos = List.copyOf(videos);
        met = List.copyOf(met);
    }

    static At first() {
        return new At(
                Stage.USER,
                "",
                new Channel("", "", "", Instant.EPOCH),
                "",
                Set.of(),
                "",
                true,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null);
    }

    /// The first page of the stage after this one.
    At done() {
        return with(stage.next(), "");
    }

    At page(String next) {
        return with(stage, next);
    }

    At with(Stage stage, String page) {
        return new At(
                stage, page, channel, me, denied, swept, sweeping, followed, newest, banned, videos,
                met, clips, stream);
    }

    /// A round begins.
    At begin(Channel channel, String me, String today) {
        var anew = !today.equals(swept);
        return new At(
                stage,
                page,
                channel,
                me,
                anew ? Set.of() : denied,
                today,
                anew,
                followed,
                null,
                banned,
                videos,
                List.of(),
                clips,
                null);
    }

    At denied(Stage what) {
        var more = new TreeSet<>(denied);
        more.add(what);
        return new At(
                stage, page, channel, me, more, swept, sweeping, followed, newest, banned, videos,
                met, clips, stream);
    }

    At newest(@Nullable Instant at) {
        return new At(
                stage, page, channel, me, denied, swept, sweeping, followed, at, banned, videos,
                met, clips, stream);
    }

    At followed(@Nullable Instant at) {
        return new At(
                stage, page, channel, me, denied, swept, sweeping, at, null, banned, videos, met,
                clips, stream);
    }

    At banned(@Nullable Instant at) {
        return new At(
                stage, page, channel, me, denied, swept, sweeping, followed, null, at, videos, met,
                clips, stream);
    }

    At videos(List<String> videos, List<String> met) {
        return new At(
                stage, page, channel, me, denied, swept, sweeping, followed, newest, banned, videos,
                met, clips, stream);
    }

    At clips(@Nullable Instant from) {
        return new At(
                stage, page, channel, me, denied, swept, sweeping, followed, newest, banned, videos,
                met, from, stream);
    }

    At stream(@Nullable Stream stream) {
        return new At(
                stage, page, channel, me, denied, swept, sweeping, followed, newest, banned, videos,
                met, clips, stream);
    }
}
