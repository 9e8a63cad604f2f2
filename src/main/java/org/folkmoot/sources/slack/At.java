package org.folkmoot.sources.slack;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a workspace was read.
///
/// @param next the page that comes next in its stage, empty for the first
/// @param channels those that are still to be read in this round, the present one first
/// @param threads the messages whose replies come before all else
/// @param latest the latest message seen in the present channel
/// @param marks the latest message of each channel in the rounds before
/// @param people when people were last read
/// @param deep whether this round looks further back than usual, for late replies
record At(
        Stage stage,
        String team,
        String domain,
        String next,
        List<String> channels,
        List<String> threads,
        String latest,
        Map<String, String> marks,
        @Nullable Instant people,
        boolean deep,
        Seen seen) {

    At {
        seen = seen == null ? Seen.NOTHING : seen;
    }

    enum Stage {
        TEAM,
        PEOPLE,
        CHANNELS,
        MESSAGES
    }

    static At first() {
        var none = List.<String>of();
        return new At(Stage.TEAM, "", "", "", none, none, "", Map.of(), null, false, Seen.NOTHING);
    }

    At team(String team, String domain) {
        return new At(
                stage, team, domain, next, channels, threads, latest, marks, people, deep, seen);
    }

    At stage(Stage stage) {
        return new At(
                stage, team, domain, "", channels, threads, latest, marks, people, deep, seen);
    }

    At next(String next) {
        return on(next, threads, latest, seen);
    }

    At people(Instant at) {
        return new At(stage, team, domain, next, channels, threads, latest, marks, at, true, seen);
    }

    At channels(List<String> channels) {
        return new At(
                stage, team, domain, next, channels, threads, latest, marks, people, deep, seen);
    }

    At threads(List<String> threads) {
        return on(next, threads, latest, seen);
    }

    /// A message of the present channel.
    At latest(String ts) {
        return on(next, threads, later(latest, ts), seen.and(ts));
    }

    /// The present channel is read from its newest message again.
    At anew() {
        return on("", List.of(), latest, seen.anew());
    }

    private At on(String next, List<String> threads, String latest, Seen seen) {
        return new At(
                stage, team, domain, next, channels, threads, latest, marks, people, deep, seen);
    }

    /// The round looks no further back than usual.
    At usual() {
        return new At(
                stage, team, domain, next, channels, threads, latest, marks, people, false, seen);
    }

    String channel() {
        return channels.getFirst();
    }

    /// Empty for a channel that was never read to its end.
    String mark() {
        return marks.getOrDefault(channel(), "");
    }

    /// The present channel is done.
    At channelDone() {
        var more = new HashMap<>(marks);
        if (!latest.isEmpty()) {
            more.put(channel(), later(mark(), latest));
        }
        var left = channels.subList(1, channels.size());
        var here = seen.done(channel());
        return new At(stage, team, domain, "", left, List.of(), "", more, people, deep, here);
    }

    /// Of two times as Slack writes them: equally long before the dot until the year 2286.
    static String later(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
