package org.folkmoot.activity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A page of what a source tells, recorded in one transaction.
public record Page(
        List<Entry> entries, List<Mark> marks, List<Edit> edits, List<Sighting> sightings) {

    public Page(List<Entry> entries, List<Mark> marks, List<Edit> edits) {
        this(entries, marks, edits, List.of());
    }

    /// Something said later of an entry that may not be here yet.
    public record Mark(
            int source, String externalId, What what, @Nullable String by, @Nullable Instant at) {
        public enum What {
            DELETED,
            RESTORED,
            ACCEPTED,
            PINNED;

            String key() {
                return name().toLowerCase(java.util.Locale.ROOT);
            }
        }
    }

    /// A later text of an entry that may not be here yet.
    public record Edit(int source, String externalId, @Nullable String text, Instant at) {}

    /// What a platform, asked or calling, showed at that time: an entry that is there, or gone. It
    /// becomes a mark only where the ledger has it otherwise, so it may be told as often as one
    /// looks.
    public record Sighting(
            int source, String externalId, boolean there, @Nullable String by, Instant at) {}

    /// What came of it. Every entry, mark, edit and sighting of something gone, or back, is
    /// one or the other: new (or a new version of a
    /// known one), or already known as it is.
    ///
    /// @param added how many activities are new
    /// @param people identities of whom the ledger now says something else
    public record Recorded(int stored, int known, int added, Set<Long> people) {}
}
