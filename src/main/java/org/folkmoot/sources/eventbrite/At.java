package org.folkmoot.sources.eventbrite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the organisations were read. A round lists all their events, then reads of each that
/// may have stirred who registered and who bought.
///
/// @param next the page that comes next in its stage, empty for the first
/// @param organizations whose events are still to be listed
/// @param events whose attendees and orders are still to be read
/// @param mark when the round before began, null in the first
/// @param began when this one began
record At(
        Stage stage,
        String next,
        List<String> organizations,
        List<Chosen> events,
        @Nullable Instant mark,
        @Nullable Instant began) {

    enum Stage {
        ORGANIZATIONS,
        EVENTS,
        ATTENDEES,
        ORDERS
    }

    /// An event to be read.
    ///
    /// @param whole whether from its beginning, else what changed
    record Chosen(String id, String organization, String title, boolean whole) {}

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
        more.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return new At(stage, next, all, events, mark, began);
    }

    At organizationDone() {
        var left = organizations.subList(1, organizations.size());
        return new At(stage, "", left, events, mark, began);
    }

    At events(List<Chosen> more) {
        var all = new ArrayList<>(events);
        all.addAll(more);
        return new At(stage, next, organizations, all, mark, began);
    }

    At eventDone() {
        var left = events.subList(1, events.size());
        return new At(Stage.ATTENDEES, "", organizations, left, mark, began);
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
