package org.folkmoot.sources.meetup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the groups were read, one after the other: the group, its members once a day, its
/// events, and who comes to each that may have stirred.
///
/// @param group its name in addresses
/// @param next the page that comes next in its stage, empty for the first
/// @param events whose answers are still to be read
/// @param mark when the round before began, null in the first
/// @param began when this one began
/// @param people when members were last read
record At(
        Stage stage,
        String group,
        String next,
        List<Happening> events,
        @Nullable Instant mark,
        @Nullable Instant began,
        @Nullable Instant people) {

    enum Stage {
        GROUP,
        MEMBERS,
        EVENTS,
        RSVPS
    }

    /// An event to be read.
    record Happening(String id, String title, @Nullable Instant starts) {}

    static At first() {
        return new At(Stage.GROUP, "", "", List.of(), null, null, null);
    }

    At began(Instant now) {
        return began == null ? new At(stage, group, next, events, mark, now, people) : this;
    }

    At group(String group) {
        return new At(Stage.GROUP, group, "", List.of(), mark, began, people);
    }

    At stage(Stage stage) {
        return new At(stage, group, "", events, mark, began, people);
    }

    At next(String next) {
        return new At(stage, group, next, events, mark, began, people);
    }

    At events(List<Happening> more) {
        var all = new ArrayList<>(events);
        all.addAll(more);
        return new At(stage, group, next, all, mark, began, people);
    }

    At eventDone() {
        var left = events.subList(1, events.size());
        return new At(Stage.RSVPS, group, "", left, mark, began, people);
    }

    /// When this round began.
    Instant now() {
        return began == null ? Instant.EPOCH : began;
    }

    /// The next round begins.
    At round(boolean members) {
        return new At(Stage.GROUP, "", "", List.of(), began, null, members ? began : people);
    }
}
