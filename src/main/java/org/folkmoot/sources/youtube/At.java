package org.folkmoot.sources.youtube;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How far a channel was read.
///
/// @param page the page that comes next in its stage, empty for the first
/// @param channel the channel, once known
/// @param spent what was asked on a day, in units
/// @param swept the day on which all videos were last read, as is done on each
/// @param sweeping whether they are now
/// @param videos ids known from the round before, the newest first
/// @param met those of this round
/// @param talk what is known of comments
/// @param lost what should have been there and was not: it is asked for by name
/// @param chats the chats of what is live
record At(
        Stage stage,
        String page,
        Channel channel,
        Spent spent,
        String swept,
        boolean sweeping,
        List<String> videos,
        List<String> met,
        Talk talk,
        List<String> lost,
        Map<String, Chat> chats) {

    /// What is read, and at most how many units a page of it costs.
    enum Stage {
        CHANNEL(1, "the channel"),
        VIDEOS(2, "videos"),
        LOST_VIDEOS(1, "videos"),
        COMMENTS(1, "comments"),
        REPLIES(1, "replies"),
        LOST_COMMENTS(1, "comments"),
        CHAT(5, "the live chat");

        private final int cost;
        private final String words;

        Stage(int cost, String words) {
            this.cost = cost;
            this.words = words;
        }

        int cost() {
            return cost;
        }

        String words() {
            return words;
        }
    }

    /// @param uploads the list that holds all of its videos
    record Channel(String id, String title, String uploads) {}

    /// @param day in California, where YouTube's day begins
    record Spent(String day, int units) {

        Spent on(String today, int more) {
            return new Spent(today, today.equals(day) ? units + more : more);
        }

        int on(String today) {
            return today.equals(day) ? units : 0;
        }
    }

    /// @param video whose chat it is
    /// @param page where its next message comes; empty at first
    /// @param pages how many were read in this round
    record Chat(String video, String page, int pages) {}

    At {
        lost = List.copyOf(lost);
        videos = List.copyOf(videos);
        met = List.copyOf(met);
        chats = new LinkedHashMap<>(chats);
    }

    static At first() {
        return new At(
                Stage.CHANNEL,
                "",
                new Channel("", "", ""),
                new Spent("", 0),
                "",
                true,
                List.of(),
                List.of(),
                Talk.NONE,
                List.of(),
                Map.of());
    }

    /// On to another stage, at its first page.
    At to(Stage next) {
        return with(next, "");
    }

    At with(Stage next, String page) {
        return new At(next, page, channel, spent, swept, sweeping, videos, met, talk, lost, chats);
    }

    At channel(Channel channel) {
        return new At(stage, page, channel, spent, swept, sweeping, videos, met, talk, lost, chats);
    }

    At spent(Spent spent) {
        return new At(stage, page, channel, spent, swept, sweeping, videos, met, talk, lost, chats);
    }

    At sweeping(String swept, boolean sweeping) {
        return new At(stage, page, channel, spent, swept, sweeping, videos, met, talk, lost, chats);
    }

    At videos(List<String> videos, List<String> met) {
        return new At(stage, page, channel, spent, swept, sweeping, videos, met, talk, lost, chats);
    }

    At talk(Talk talk) {
        return new At(stage, page, channel, spent, swept, sweeping, videos, met, talk, lost, chats);
    }

    At lost(List<String> lost) {
        return new At(stage, page, channel, spent, swept, sweeping, videos, met, talk, lost, chats);
    }

    At chat(String id, @Nullable Chat chat) {
        var more = new LinkedHashMap<>(chats);
        if (chat == null) {
            more.remove(id);
        } else {
            more.put(id, chat);
        }
        return new At(stage, page, channel, spent, swept, sweeping, videos, met, talk, lost, more);
    }

    /// Those of a listing before that are in the present one no more, though it went that far.
    ///
    /// @param whole whether the present one went to the end
    static List<String> missing(List<String> before, List<String> now, boolean whole) {
        var there = Set.copyOf(now);
        int last = before.size() - 1;
        while (!whole && last >= 0 && !there.contains(before.get(last))) {
            last--;
        }
        return before.subList(0, last + 1).stream().filter(id -> !there.contains(id)).toList();
    }
}
