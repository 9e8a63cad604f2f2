package org.folkmoot.sources.hopin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the organisations were read: all their events, then of each that may have stirred who
/// registered and what its sessions are.
///
/// @param next the page that comes next in its stage, empty for the first
/// @param organizations whose events are still to be listed
/// @param events of which more is still to be read
/// @param mark when the round before began, null in the first
/// @param began when this one began
record At(
        Stage stage,
        String next,
        List<String> organizations,
        List<Happening> events,
        @Nullable Instant mark,
        @Nullable Instant began) {

    enum Stage {
        ORGANIZATIONS,
        EVENTS,
        REGISTRATIONS,
        SESSIONS
    }

    /// An event to be read.
    record Happening(String id, String organization, String title, @Nullable Instant starts) {}

    static At first() {
        return new At(Stage.ORGANIZATIONS, "", List.of(), List.of(), null, null);
    }

    At began(Instant now) {
        return began == null ? new At(stage, next, organizations, events, mark, now) : this;
    }

    At next(String next) {
        return new At(stage, next, organizations, events, mark, began);
    }

    At stage(Stage stage) {
        return new At(stage, "", organizations, events, mark, began);
    }

    At organizations(List<String> more) {
        var all = new ArrayList<>(organizations);
        all.addAll(more);
        return new At(stage, next, all, events, mark, began);
    }

    At organizationDone() {
        var left = organizations.subList(1, organizations.size());
        var then = left.isEmpty() ? Stage.REGISTRATIONS : Stage.EVENTS;
        return new At(then, "", left, events, mark, began);
    }

    At events(List<Happening> more) {
        var all = new ArrayList<>(events);
        all.addAll(more);
        return new At(stage, next, organizations, all, mark, began);
    }

    At eventDone() {
        var left = events.subList(1, events.size());
        return new At(Stage.REGISTRATIONS, "", organizations, left, mark, began);
    }

    /// When this round began.
    Instant now() {
        return began == null ? Instant.EPOCH : began;
    }

    /// The next round begins.
    At round() {
        return new At(Stage.ORGANIZATIONS, "", List.of(), List.of(), began, null);
    }
}
