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
record At(
        Stage stage,
        String team,
        String domain,
        String next,
        List<String> channels,
        List<String> threads,
        String latest,
        Map<String, String> marks,
        @Nullable Instant people) {

    enum Stage {
        TEAM,
        PEOPLE,
        CHANNELS,
        MESSAGES
    }

    static At first() {
        return new At(Stage.TEAM, "", "", "", List.of(), List.of(), "", Map.of(), null);
    }

    At team(String team, String domain) {
        return new At(stage, team, domain, next, channels, threads, latest, marks, people);
    }

    At stage(Stage stage) {
        return new At(stage, team, domain, "", channels, threads, latest, marks, people);
    }

    At next(String next) {
        return new At(stage, team, domain, next, channels, threads, latest, marks, people);
    }

    At people(Instant at) {
        return new At(stage, team, domain, next, channels, threads, latest, marks, at);
    }

    At channels(List<String> channels) {
        return new At(stage, team, domain, next, channels, threads, latest, marks, people);
    }

    At threads(List<String> threads) {
        return new At(stage, team, domain, next, channels, threads, latest, marks, people);
    }

    At latest(String ts) {
        return new At(
                stage, team, domain, next, channels, threads, later(latest, ts), marks, people);
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
        return new At(
                stage,
                team,
                domain,
                "",
                channels.subList(1, channels.size()),
                List.of(),
                "",
                more,
                people);
    }

    /// Of two times as Slack writes them: equally long before the dot until the year 2286.
    static String later(String one, String other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
