package org.folkmoot.sources.hubspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far an account was read. A round goes through the stages; the first one lists all contacts,
/// later ones search for those that changed.
///
/// @param account the account's number as HubSpot tells it, empty when it does not
/// @param next where the stage goes on, empty at its beginning
/// @param after the highest contact number of the searches before, as each ends at 10,000 results
/// @param began when the stage began
/// @param top the latest change seen in this stage
/// @param queue lists or events that are still to be read in this stage, the present one first
/// @param marks how far the rounds before came
record At(
        Stage stage,
        String account,
        String next,
        String after,
        @Nullable Instant began,
        @Nullable Instant top,
        List<Item> queue,
        Map<String, String> marks) {

    enum Stage {
        ACCOUNT("the account"),
        CONTACTS("contacts"),
        COMPANIES("companies"),
        ARCHIVED("deleted contacts"),
        LISTS("lists"),
        MEMBERS("members of lists"),
        EVENTS("marketing events"),
        PARTICIPANTS("who took part in events");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// A list or an event that changed.
    ///
    /// @param state by which a later change is known
    record Item(String id, String name, String state) {}

    static At first() {
        return new At(Stage.ACCOUNT, "", "", "", null, null, List.of(), Map.of());
    }

    At account(String account) {
        return new At(stage, account, next, after, began, top, queue, marks);
    }

    At stage(Stage stage) {
        return new At(stage, account, "", "", null, null, queue, marks);
    }

    At next(String next) {
        return new At(stage, account, next, after, began, top, queue, marks);
    }

    At after(String after) {
        return new At(stage, account, "", after, began, top, queue, marks);
    }

    At begun(Instant now) {
        return began == null ? new At(stage, account, next, after, now, top, queue, marks) : this;
    }

    At seen(@Nullable Instant changed) {
        return changed == null || (top != null && !changed.isAfter(top))
                ? this
                : new At(stage, account, next, after, began, changed, queue, marks);
    }

    At with(List<Item> more) {
        var all = new ArrayList<>(queue);
        all.addAll(more);
        return new At(stage, account, next, after, began, top, all, marks);
    }

    /// The first of the queue is done.
    At done(String kind) {
        var item = queue.getFirst();
        var left = queue.subList(1, queue.size());
        return new At(stage, account, "", "", null, null, left, marks)
                .mark(kind + item.id(), item.state());
    }

    String mark(String name) {
        return marks.getOrDefault(name, "");
    }

    At mark(String name, String value) {
        var more = new HashMap<>(marks);
        more.put(name, value);
        return new At(stage, account, next, after, began, top, queue, more);
    }

    /// What a later round may begin with: nothing that changed since the stage began is older, by
    /// whichever of both clocks is behind.
    At markChanges(String name) {
        var to = began == null || (top != null && top.isBefore(began)) ? top : began;
        return to == null ? this : mark(name, to.toString());
    }
}
