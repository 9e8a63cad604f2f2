package org.folkmoot.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that was said of who is who.
///
/// @param batch what was done at once, and may be undone at once
/// @param other null when `one` was parted from everybody
/// @param undoneBy null while it holds
public record Step(
        long id,
        long batch,
        What what,
        long one,
        @Nullable Long other,
        List<Evidence> evidence,
        String by,
        Instant at,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt) {

    /// What it did.
    public enum What {
        /// The people of both identities are one.
        MERGE,
        /// The identity is a person of their own.
        PART
    }

    public Step {
        evidence = List.copyOf(evidence);
    }
}
