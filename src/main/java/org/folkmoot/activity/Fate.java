package org.folkmoot.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether something is there, by all that was ever said of it: gone, unless it was restored later
/// than it was last deleted. Facts may come in any order.
///
/// @param deletedAt when it was last deleted; null when never, or nobody knows when
/// @param restoredAt when it was last restored; null when never, or nobody knows when
record Fate(boolean deleted, @Nullable Instant deletedAt, @Nullable Instant restoredAt) {

    static final Fate UNTOUCHED = new Fate(false, null, null);

    Fate and(Page.Mark mark) {
        return switch (mark.what()) {
            case DELETED -> new Fate(true, later(deletedAt, mark.at()), restoredAt);
            case RESTORED -> new Fate(deleted, deletedAt, later(restoredAt, mark.at()));
            case ACCEPTED, PINNED -> this;
        };
    }

    boolean gone() {
        return deleted
                && (restoredAt == null || (deletedAt != null && !deletedAt.isBefore(restoredAt)));
    }

    /// What a sighting adds to this; null when it says nothing new, or is older.
    Page.@Nullable Mark news(Page.Sighting seen) {
        if (seen.there() != gone() || (seen.there() && !after(seen.at(), deletedAt))) {
            return null;
        }
        var what = seen.there() ? Page.Mark.What.RESTORED : Page.Mark.What.DELETED;
        return new Page.Mark(seen.source(), seen.externalId(), what, seen.by(), seen.at());
    }

    private static boolean after(Instant at, @Nullable Instant before) {
        return before == null || at.isAfter(before);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
