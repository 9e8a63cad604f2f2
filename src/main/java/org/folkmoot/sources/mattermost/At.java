package org.folkmoot.sources.mattermost;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far a server was read.
///
/// @param teams those that are read
/// @param team which of them comes next in its stage
/// @param page the page of people that comes next
/// @param channels those that are still to be read in this round, the present one first
/// @param before the post before which the next page of the present channel ends
/// @param floor how far down the present channel is read, in milliseconds since 1970
/// @param newest when anything of the present channel last changed, as far as we saw
/// @param marks the same of each channel in the rounds before
/// @param people when people were last read
record At(
        Stage stage,
        List<Team> teams,
        int team,
        int page,
        List<Channel> channels,
        String before,
        long floor,
        long newest,
        Map<String, Long> marks,
        @Nullable Instant people) {

    enum Stage {
        TEAMS,
        PEOPLE,
        CHANNELS,
        POSTS
    }

    record Team(String id, String name) {}

    /// @param team its team's name, as it stands in addresses
    record Channel(String id, String name, String team) {}

    static At first() {
        return new At(Stage.TEAMS, List.of(), 0, 0, List.of(), "", 0, 0, Map.of(), null);
    }

    At stage(Stage stage) {
        return new At(stage, teams, 0, 0, channels, "", 0, 0, marks, people);
    }

    At teams(List<Team> teams) {
        return new At(stage, teams, 0, 0, List.of(), "", 0, 0, marks, people);
    }

    At team(int team) {
        return new At(stage, teams, team, 0, channels, "", 0, 0, marks, people);
    }

    At page(int page) {
        return new At(stage, teams, team, page, channels, "", 0, 0, marks, people);
    }

    At people(Instant now) {
        return new At(stage, teams, team, page, channels, "", 0, 0, marks, now);
    }

    At channels(List<Channel> channels) {
        return new At(stage, teams, team, page, channels, "", 0, 0, marks, people);
    }

    At further(String before, long floor, long newest) {
        return new At(stage, teams, team, page, channels, before, floor, newest, marks, people);
    }

    Channel channel() {
        return channels.getFirst();
    }

    /// 0 for a channel that was never read to its end.
    long mark() {
        return marks.getOrDefault(channel().id(), 0L);
    }

    /// The present channel is done.
    At channelDone(long newest) {
        var more = new HashMap<>(marks);
        if (newest > 0) {
            more.merge(channel().id(), newest, Math::max);
        }
        var rest = channels.subList(1, channels.size());
        return new At(stage, teams, team, page, rest, "", 0, 0, more, people);
    }
}
