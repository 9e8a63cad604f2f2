package org.folkmoot.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of what a source tells, recorded in one transaction.
public record Page(List<Entry> entries, List<Mark> marks, List<Edit> edits) {

    /// Something said later of an entry that may not be here yet.
    public record Mark(
            int source, String externalId, What what, @Nullable String by, @Nullable Instant at) {
        public enum What {
            DELETED,
            ACCEPTED,
            PINNED;

            String key() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }
    }

    /// A later text of an entry that may not be here yet.
    public record Edit(int source, String externalId, @Nullable String text, Instant at) {}

    /// What came of it. Every entry, mark and edit is one or the other: new (or a new version of a
    /// known one), or already known as it is.
    public record Recorded(int stored, int known, int added) {}
}
